package io.tidemark.ui;

import io.tidemark.model.Gate;
import io.tidemark.model.Notice;
import io.tidemark.model.Operation;
import io.tidemark.model.Phrase;
import io.tidemark.model.Plan;
import io.tidemark.model.PlanStep;
import io.tidemark.model.PlanStep.Action;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans as the pictures show them, in the words of the engine. */
final class SamplePlans {

    private static final Map<String, Long> NO_FIGURES = Map.of();
    private static final Map<String, Long> TOTAL =
            Map.of("total.files", 20_334L, "total.bytes", 41_200_000_000L, "free.bytes", 212_000_000_000L);

    private SamplePlans() {}

    static Plan of(Operation operation) {
        return switch (operation) {
            case Operation.Update update -> update(update);
            case Operation.Sync sync ->
                plan(sync, "3.15.6", "", List.of(share(), fetch(), leaveOut(), verifyAll()), filling());
            case Operation.Promote promote -> promote(promote);
            case Operation.Rollback rollback -> rollback(rollback);
            case Operation.Snapshot snapshot -> plan(snapshot, snapshot.to(), "", snapshot(snapshot), TOTAL);
            case Operation.Verify verify -> verify(verify);
            case Operation.Prune prune -> prune(prune);
            case Operation.Release release ->
                plan(release, "", release.channel(), List.of(SampleSteps.release(release.channel())), NO_FIGURES);
            case Operation.Pin pin -> plan(pin, pin.version(), "", List.of(SampleSteps.pin(pin)), NO_FIGURES);
            case Operation.Unpin unpin ->
                plan(unpin, unpin.version(), "", List.of(SampleSteps.unpin(unpin.version())), NO_FIGURES);
            case Operation.GiveBack back -> plan(back, "", back.channel(), List.of(), NO_FIGURES);
            case Operation.MakeDeltas deltas ->
                plan(deltas, "", "", SampleSteps.deltas(), Map.of("deltas", 3L, "deltas.present", 8L));
            case Operation.OnHost there -> SampleHostPlans.of(there);
            case Operation.Configure configure ->
                plan(configure, "", "", List.of(SampleSteps.settings(configure.name())), NO_FIGURES);
            case Operation.Init init -> plan(init, "", "", List.of(SampleSteps.init(init)), NO_FIGURES);
            case Operation.Adopt adopt -> plan(adopt, "", "", SampleSteps.adopt(adopt), NO_FIGURES);
            case Operation.Seal seal -> plan(seal, "", "", SampleSteps.seal(seal), NO_FIGURES);
            case Operation.ShareCopies copies ->
                plan(copies, "", "", List.of(SampleSteps.copies(copies.dir())), Map.of("freed.bytes", 2_100_000_000L));
        };
    }

    /** A plan that finds the wished state there already. */
    static Plan nothing(Operation operation) {
        Plan plan = of(operation);
        return new Plan(
                operation,
                plan.repository(),
                plan.basis(),
                plan.made(),
                Optional.of("3.15.5"),
                plan.channel(),
                plan.from(),
                List.of(new PlanStep(
                        Action.NOTHING, "", -1, 0, Phrase.of("step.nothing.unchanged", "version", "3.15.5"))),
                List.of(open("key-changed", Phrase.of("gate.alpine.key.ok"))),
                List.of(),
                Map.of(),
                plan.command(),
                true);
    }

    private static Plan update(Operation.Update update) {
        String version = update.version().orElse("3.15.6");
        List<PlanStep> steps = List.of(share(), fetch(), leaveOut(), verifyAll(), SampleSteps.seal(version));
        Plan plan = plan(update, version, update.promote().orElse(""), steps, filling());
        return with(
                plan,
                List.of(
                        open("older", Phrase.of("gate.alpine.older.ok")),
                        open("shrank", Phrase.of("gate.alpine.shrank.ok", "lost", 14, "all", 5_412, "limit", 2)),
                        open("key-changed", Phrase.of("gate.alpine.key.ok")),
                        open("space", Phrase.of("gate.space.ok", "needed", 1_303_000_000L, "free", 212_000_000_000L)),
                        open("writers", Phrase.of("gate.writers.ok"))),
                List.of(Notice.info("update.kept", "files", 18, "bytes", 96_000_000L)));
    }

    private static Plan promote(Operation.Promote promote) {
        if (promote.dir().equals(SamplePuavo.NAME)) {
            return plan(
                    promote,
                    promote.version(),
                    promote.channel(),
                    SampleSteps.series(promote.version(), promote.channel()),
                    Map.of("deltas", 3L, "deltas.present", 8L));
        }
        Phrase why = Phrase.of("step.flip", "version", promote.version());
        Plan plan = plan(
                promote,
                promote.version(),
                promote.channel(),
                List.of(new PlanStep(Action.FLIP, promote.channel(), -1, 0, why)),
                NO_FIGURES);
        return with(plan, List.of(hold(promote.channel())), List.of());
    }

    private static Gate hold(String channel) {
        if (!channel.equals("latest-stable")) {
            return open("hold", Phrase.of("gate.hold.ok", "object", channel));
        }
        Phrase held = Phrase.of(
                "gate.hold.reason",
                "object",
                channel,
                "since",
                Instant.parse("2022-08-01T09:30:00Z"),
                "actor",
                SampleHistory.ACTOR,
                "reason",
                "200 thin clients stop at boot, i915");
        return new Gate("hold", false, held, Optional.of(Phrase.of("gate.hold.override", "object", channel)));
    }

    private static Plan rollback(Operation.Rollback rollback) {
        String version = rollback.to().orElse("3.15.4");
        if (rollback.dir().equals(SamplePuavo.NAME)) {
            return plan(
                    rollback,
                    version,
                    rollback.channel(),
                    SampleSteps.back(version, rollback.channel()),
                    Map.of("deltas", 1L, "deltas.present", 8L));
        }
        Phrase back = Phrase.of("step.flip.back", "version", version);
        List<PlanStep> steps = new ArrayList<>();
        steps.add(new PlanStep(Action.FLIP, rollback.channel(), -1, 0, back));
        if (rollback.hold()) {
            Phrase stays = Phrase.of("step.hold", "version", version);
            steps.add(new PlanStep(Action.HOLD, rollback.channel(), -1, 0, stays));
        }
        return plan(rollback, version, rollback.channel(), steps, NO_FIGURES);
    }

    private static Plan verify(Operation.Verify verify) {
        return plan(verify, verify.version().orElse(""), "", SampleSteps.verify(verify), NO_FIGURES);
    }

    private static Plan prune(Operation.Prune prune) {
        List<PlanStep> steps = prune.versions().stream()
                .map(version ->
                        new PlanStep(Action.DELETE, version, 18_934, -35_100_000_000L, Phrase.of("step.delete")))
                .toList();
        return plan(prune, "", "", steps, Map.of("freed.bytes", 2_100_000_000L, "free.bytes", 212_000_000_000L));
    }

    private static List<PlanStep> snapshot(Operation.Snapshot snapshot) {
        Phrase shared = Phrase.of("step.share", "version", snapshot.from());
        return List.of(
                new PlanStep(Action.SHARE, snapshot.from(), 20_334, 41_200_000_000L, shared),
                SampleSteps.seal(snapshot.to()));
    }

    private static Map<String, Long> filling() {
        return Map.of(
                "download.bytes", 1_300_000_000L,
                "download.files", 212L,
                "share.bytes", 39_900_000_000L,
                "free.bytes", 212_000_000_000L,
                "total.bytes", 41_200_000_000L,
                "total.files", 20_343L);
    }

    private static Plan plan(
            Operation operation, String version, String channel, List<PlanStep> steps, Map<String, Long> figures) {
        boolean moves = operation instanceof Operation.Promote || operation instanceof Operation.Rollback;
        return new Plan(
                operation,
                operation.dir(),
                "basis",
                SampleHistory.NOW,
                given(version),
                given(channel),
                moves
                        ? Optional.of(target(channel))
                        : Optional.of("3.15.5").filter(_ -> operation instanceof Operation.Update),
                steps,
                List.of(),
                List.of(),
                figures,
                SampleCommands.of(operation),
                false);
    }

    private static String target(String channel) {
        return switch (channel) {
            case "latest-stable" -> "3.15.4";
            case "current" -> "2022-08-15";
            case SamplePuavo.BUSTER, SamplePuavo.BULLSEYE ->
                SamplePuavo.series().get(channel).getLast();
            default -> "3.15.5";
        };
    }

    /** The same plan with other gates. */
    static Plan with(Plan plan, List<Gate> gates) {
        return with(plan, gates, plan.notices());
    }

    private static Plan with(Plan plan, List<Gate> gates, List<Notice> notices) {
        return new Plan(
                plan.operation(),
                plan.repository(),
                plan.basis(),
                plan.made(),
                plan.version(),
                plan.channel(),
                plan.from(),
                plan.steps(),
                gates,
                notices,
                plan.figures(),
                plan.command(),
                plan.nothingToDo());
    }

    private static Gate open(String name, Phrase phrase) {
        return new Gate(name, true, phrase, Optional.empty());
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(word -> !word.isEmpty());
    }

    private static PlanStep share() {
        return new PlanStep(
                Action.SHARE, "3.15.5", 20_131, 39_900_000_000L, Phrase.of("step.share", "version", "3.15.5"));
    }

    private static PlanStep fetch() {
        return new PlanStep(
                Action.FETCH, "https://dl-cdn.alpinelinux.org/alpine", 212, 1_300_000_000L, Phrase.of("step.fetch"));
    }

    private static PlanStep leaveOut() {
        return new PlanStep(Action.LEAVE_OUT, "3.15.5", 14, 0, Phrase.of("step.leave-out"));
    }

    private static PlanStep verifyAll() {
        return new PlanStep(Action.VERIFY, "3.15.6", 20_343, 41_200_000_000L, Phrase.of("step.verify.new"));
    }
}
