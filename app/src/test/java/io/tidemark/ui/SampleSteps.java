package io.tidemark.ui;

import io.tidemark.model.Operation;
import io.tidemark.model.Phrase;
import io.tidemark.model.PlanStep;
import io.tidemark.model.PlanStep.Action;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The steps of the smaller plans. */
final class SampleSteps {

    private SampleSteps() {}

    static PlanStep seal(String version) {
        return new PlanStep(Action.SEAL, version, -1, 0, Phrase.of("step.seal"));
    }

    static List<PlanStep> seal(Operation.Seal seal) {
        return seal.versions().stream()
                .map(version ->
                        new PlanStep(Action.SEAL, version, 20_325, 38_100_000_000L, Phrase.of("step.seal.adopted")))
                .toList();
    }

    static List<PlanStep> verify(Operation.Verify verify) {
        return verify.version().map(List::of).orElse(List.of("3.15.3", "3.15.4", "3.15.5")).stream()
                .map(version -> new PlanStep(Action.VERIFY, version, 20_334, 41_200_000_000L, Phrase.of("step.verify")))
                .toList();
    }

    static PlanStep release(String channel) {
        return small(
                Action.RELEASE,
                channel,
                Phrase.of(
                        "step.release", "since", Instant.parse("2022-08-01T09:30:00Z"), "actor", SampleHistory.ACTOR));
    }

    static PlanStep pin(Operation.Pin pin) {
        return small(Action.WRITE_SETTINGS, pin.version(), Phrase.of("step.pin", "reason", pin.reason()));
    }

    static PlanStep unpin(String version) {
        return small(Action.WRITE_SETTINGS, version, Phrase.of("step.unpin"));
    }

    static PlanStep settings(String name) {
        return small(Action.WRITE_SETTINGS, name, Phrase.of("step.settings.policies"));
    }

    static PlanStep init(Operation.Init init) {
        return small(Action.WRITE_SETTINGS, init.dir(), Phrase.of("step.init", "kind", init.kind()));
    }

    static List<PlanStep> adopt(Operation.Adopt adopt) {
        List<PlanStep> steps = new ArrayList<>();
        steps.add(small(
                Action.WRITE_SETTINGS,
                adopt.dir(),
                Phrase.of("step.adopt", "kind", "alpine", "versions", 2, "channels", 1)));
        if (adopt.disableWriters()) {
            Phrase what = Phrase.of("step.disable", "what", SampleViews.CRON_LINE);
            steps.add(small(Action.DISABLE_WRITER, "/etc/cron.d/mirror:3", what));
        }
        return steps;
    }

    static PlanStep copies(String repository) {
        return new PlanStep(Action.SHARE, repository, -1, -2_100_000_000L, Phrase.of("step.share.copies"));
    }

    private static PlanStep small(Action action, String subject, Phrase why) {
        return new PlanStep(action, subject, -1, 0, why);
    }

    static List<PlanStep> deltas() {
        List<PlanStep> steps = new ArrayList<>();
        for (int from = 0; from < 3; from++) {
            Phrase why = Phrase.of("step.image.delta", "from", SamplePuavo.buster(from));
            steps.add(small(Action.MAKE_DELTA, SamplePuavo.buster(3), why));
        }
        steps.add(small(Action.PUBLISH, SamplePuavo.NAME, Phrase.of("step.image.publish")));
        return steps;
    }

    static List<PlanStep> series(String version, String channel) {
        List<PlanStep> steps = deltas();
        steps.add(3, small(Action.FLIP, channel, Phrase.of("step.flip", "version", version)));
        return steps;
    }

    static List<PlanStep> back(String version, String channel) {
        Phrase why = Phrase.of("step.image.delta", "from", SamplePuavo.buster(3));
        return List.of(
                small(Action.MAKE_DELTA, version, why),
                small(Action.FLIP, channel, Phrase.of("step.flip.back", "version", version)),
                small(Action.HOLD, channel, Phrase.of("step.hold", "version", version)),
                small(Action.PUBLISH, SamplePuavo.NAME, Phrase.of("step.image.publish")));
    }
}
