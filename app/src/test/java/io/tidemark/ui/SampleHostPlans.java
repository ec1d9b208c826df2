package io.tidemark.ui;

import io.tidemark.model.Gate;
import io.tidemark.model.Operation;
import io.tidemark.model.Phrase;
import io.tidemark.model.Plan;
import io.tidemark.model.PlanStep;
import io.tidemark.model.PlanStep.Action;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans for hosts, for the pictures. */
final class SampleHostPlans {

    private SampleHostPlans() {}

    static Plan of(Operation.OnHost operation) {
        return switch (operation) {
            case Operation.Publish o ->
                plan(o, o.dir(), Optional.of(o.version()), Optional.empty(), publish(o.version()));
            case Operation.SwitchThere o ->
                plan(
                        o,
                        o.dir(),
                        Optional.of(o.version()),
                        Optional.of(o.channel()),
                        List.of(step(Action.FLIP, o.channel(), Phrase.of("step.flip", "version", o.version()))));
            case Operation.RollbackThere o ->
                plan(
                        o,
                        o.repository(),
                        Optional.of("3.15.3"),
                        Optional.of(o.channel()),
                        List.of(step(Action.FLIP, o.channel(), Phrase.of("step.flip", "version", "3.15.3"))));
            case Operation.ReleaseThere o ->
                plan(o, o.repository(), Optional.empty(), Optional.of(o.channel()), List.of());
            case Operation.Provision o -> plan(o, o.host().name(), Optional.empty(), Optional.empty(), provision());
        };
    }

    private static List<PlanStep> publish(String version) {
        return List.of(
                new PlanStep(
                        Action.SHARE, "3.15.4", 20_131, 39_800_000_000L, Phrase.of("step.share", "version", "3.15.4")),
                new PlanStep(Action.PUBLISH, version, 212, 1_303_000_000L, Phrase.of("sample.host.send")),
                new PlanStep(Action.VERIFY, version, 212, 1_303_000_000L, Phrase.of("sample.host.read")),
                new PlanStep(Action.SEAL, version, -1, 0, Phrase.of("step.seal")));
    }

    private static List<PlanStep> provision() {
        return List.of(
                step(Action.COPY, "/var/backups/tidemark", Phrase.of("sample.host.keep")),
                step(Action.WRITE_SETTINGS, "/etc/rsyncd.conf", Phrase.of("sample.host.write")),
                step(Action.WRITE_SETTINGS, "/etc/nginx/sites-available/tidemark", Phrase.of("sample.host.test")),
                step(
                        Action.WRITE_SETTINGS,
                        "/etc/systemd/system/tidemark-pull-antivirus-data.timer",
                        Phrase.of("sample.host.timer")),
                step(Action.RELEASE, "nginx, rsync", Phrase.of("sample.host.reload")),
                step(Action.VERIFY, "lyon-1.example.org", Phrase.of("sample.host.probe")));
    }

    private static PlanStep step(Action action, String subject, Phrase why) {
        return new PlanStep(action, subject, -1, 0, why);
    }

    private static Plan plan(
            Operation.OnHost operation,
            String repository,
            Optional<String> version,
            Optional<String> channel,
            List<PlanStep> steps) {
        Gate space = new Gate(
                "space",
                true,
                Phrase.of("gate.space.ok", "needed", 1_303_000_000L, "free", 2_100_000_000_000L),
                Optional.empty());
        return new Plan(
                operation,
                repository,
                "basis",
                Instant.parse("2022-08-16T18:12:00Z"),
                version,
                channel,
                Optional.of("3.15.4"),
                steps,
                List.of(space),
                List.of(),
                Map.of("send.bytes", 1_303_000_000L, "send.files", 212L),
                SampleCommands.of(operation),
                false);
    }
}
