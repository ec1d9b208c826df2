package io.tidemark.ui;

import io.tidemark.model.Gate;
import io.tidemark.model.Notice;
import io.tidemark.model.Operation;
import io.tidemark.model.Phrase;
import io.tidemark.model.Plan;
import io.tidemark.model.PlanStep;
import io.tidemark.model.PlanStep.Action;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans as the pictures show them. */
final class SamplePlans {

    private SamplePlans() {}

    static Plan of(Operation operation) {
        return switch (operation) {
            case Operation.Update update -> update(update);
            case Operation.Sync sync -> plain(sync, "sync", "3.15.6", "", fetch());
            case Operation.Promote promote -> promote(promote);
            case Operation.Rollback rollback -> rollback(rollback);
            case Operation.Snapshot snapshot ->
                plain(snapshot, "snapshot", snapshot.to(), "", List.of(share(), seal(snapshot.to())));
            case Operation.Verify verify ->
                plain(verify, "verify", verify.version().orElse(""), "", List.of(verifyAll()));
            case Operation.Prune prune -> prune(prune);
            case Operation.Release release ->
                plain(release, "release", "", release.channel(), List.of(flip(Action.RELEASE, release.channel())));
            case Operation.Pin pin -> plain(pin, "pin", pin.version(), "", settings());
            case Operation.Unpin unpin -> plain(unpin, "unpin", unpin.version(), "", settings());
            case Operation.Configure configure -> plain(configure, "configure", "", "", settings());
            case Operation.Init init -> plain(init, "init", "", "", settings());
            case Operation.Adopt adopt -> plain(adopt, "adopt", "", "", settings());
            case Operation.Seal seal -> plain(seal, "seal", "", "", List.of(verifyAll()));
            case Operation.ShareCopies copies -> plain(copies, "share-copies", "", "", List.of(share()));
        };
    }

    private static Plan update(Operation.Update update) {
        return new Plan(
                update,
                update.dir(),
                "basis",
                SampleHistory.NOW,
                Optional.of(update.version().orElse("3.15.6")),
                update.promote(),
                Optional.of("3.15.5"),
                List.of(share(), fetch().getFirst(), leaveOut(), verifyAll(), seal("3.15.6")),
                List.of(
                        new Gate("older", true, Phrase.of("sample.gate.older"), Optional.empty()),
                        new Gate("shrank", true, Phrase.of("sample.gate.shrank"), Optional.empty()),
                        new Gate("key-changed", true, Phrase.of("sample.gate.key"), Optional.empty())),
                List.of(Notice.warning("sample.boot"), Notice.good("sample.guard")),
                Map.of(
                        "download.bytes", 1_300_000_000L,
                        "download.files", 212L,
                        "share.bytes", 39_900_000_000L,
                        "free.bytes", 212_000_000_000L,
                        "total.bytes", 41_200_000_000L,
                        "total.files", 20_343L),
                List.of("tidemark", "update", update.dir()),
                false);
    }

    private static Plan promote(Operation.Promote promote) {
        Plan plan = plain(
                promote,
                "promote",
                promote.version(),
                promote.channel(),
                List.of(flip(Action.FLIP, promote.channel())));
        Gate hold = new Gate(
                "hold", !promote.channel().equals("latest-stable"), Phrase.of("sample.gate.hold"), Optional.empty());
        return with(plan, List.of(hold));
    }

    private static Plan rollback(Operation.Rollback rollback) {
        return plain(
                rollback,
                "rollback",
                rollback.to().orElse("3.15.4"),
                rollback.channel(),
                List.of(flip(Action.FLIP, rollback.channel()), flip(Action.HOLD, rollback.channel())));
    }

    private static Plan prune(Operation.Prune prune) {
        List<PlanStep> steps = prune.versions().stream()
                .map(version ->
                        new PlanStep(Action.DELETE, version, 18_934, -2_100_000_000L, Phrase.of("sample.reason.prune")))
                .toList();
        return plain(prune, "prune", "", "", steps);
    }

    private static Plan plain(
            Operation operation, String command, String version, String channel, List<PlanStep> steps) {
        return new Plan(
                operation,
                operation.dir(),
                "basis",
                SampleHistory.NOW,
                given(version),
                given(channel),
                channel.isEmpty() ? Optional.empty() : Optional.of("3.15.5"),
                steps,
                List.of(),
                List.of(),
                Map.of("freed.bytes", 2_100_000_000L, "total.files", 20_334L, "total.bytes", 41_200_000_000L),
                List.of("tidemark", command, operation.dir()),
                false);
    }

    static Plan with(Plan plan, List<Gate> gates) {
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
                plan.notices(),
                plan.figures(),
                plan.command(),
                plan.nothingToDo());
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(word -> !word.isEmpty());
    }

    private static PlanStep share() {
        return new PlanStep(Action.SHARE, "3.15.5", 20_131, 39_900_000_000L, Phrase.of("sample.reason.share"));
    }

    private static List<PlanStep> fetch() {
        return List.of(new PlanStep(Action.FETCH, "", 212, 1_300_000_000L, Phrase.of("sample.reason.fetch")));
    }

    private static PlanStep leaveOut() {
        return new PlanStep(Action.LEAVE_OUT, "", 14, -86_000_000L, Phrase.of("sample.reason.gone"));
    }

    private static PlanStep verifyAll() {
        return new PlanStep(Action.VERIFY, "", 20_343, 41_200_000_000L, Phrase.of("sample.reason.verify"));
    }

    private static PlanStep seal(String version) {
        return new PlanStep(Action.SEAL, version, -1, 3_100_000L, Phrase.of("sample.reason.seal"));
    }

    private static PlanStep flip(Action action, String channel) {
        return new PlanStep(action, channel, -1, 0, Phrase.of("sample.reason.flip"));
    }

    private static List<PlanStep> settings() {
        return List.of(new PlanStep(Action.WRITE_SETTINGS, "", -1, 0, Phrase.of("sample.reason.settings")));
    }
}
