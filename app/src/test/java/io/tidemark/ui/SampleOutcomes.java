package io.tidemark.ui;

import io.tidemark.model.Operation;
import io.tidemark.model.Phrase;
import io.tidemark.model.Plan;
import java.util.HashMap;
import java.util.Map;

/** What is said when a sample plan was carried out, in the words of the engine. */
final class SampleOutcomes {

    private SampleOutcomes() {}

    static Phrase summary(Plan plan) {
        return switch (plan.operation()) {
            case Operation.Update update ->
                update.promote()
                        .map(channel -> of("update.promoted", "version", version(plan), "channel", channel))
                        .orElse(of("update", "version", version(plan)));
            case Operation.Sync _ -> of("sync", "version", version(plan));
            case Operation.Promote promote -> of("promote", "version", promote.version(), "channel", promote.channel());
            case Operation.Rollback rollback ->
                of("rollback.held", "version", version(plan), "channel", rollback.channel());
            case Operation.Snapshot snapshot -> of("snapshot", "version", snapshot.to(), "from", snapshot.from());
            case Operation.Verify verify ->
                of("verify", "count", verify.version().isPresent() ? 1 : 8);
            case Operation.Prune _ -> of("prune", "count", plan.steps().size(), "bytes", 2_100_000_000L);
            case Operation.Release release -> of("release", "channel", release.channel());
            case Operation.Pin pin -> of("pin", "version", pin.version());
            case Operation.Unpin unpin -> of("unpin", "version", unpin.version());
            case Operation.Init init -> of("init", "dir", init.dir());
            case Operation.Adopt adopt -> of("adopt", "dir", adopt.dir(), "versions", 2);
            case Operation.Seal _ -> of("seal", "count", plan.steps().size());
            case Operation.ShareCopies _ -> of("share", "bytes", 2_100_000_000L);
            case Operation.GiveBack back -> of("give-back", "link", back.channel(), "version", version(plan));
            case Operation.Configure _ -> of("configure");
            case Operation.OnHost there ->
                Phrase.of("sample.host.done", "host", there.host().name());
            case Operation.MakeDeltas _ -> of("images", "images", 1, "deltas", 2, "bytes", 3);
        };
    }

    static Map<String, Long> figures(Plan plan) {
        Map<String, Long> figures = new HashMap<>(plan.figures());
        figures.put("millis", 41_000L);
        if (plan.operation() instanceof Operation.Update) {
            figures.put("requests", 216L);
        }
        return figures;
    }

    private static Phrase of(String what, Object... namesAndValues) {
        return Phrase.of("outcome." + what, namesAndValues);
    }

    private static String version(Plan plan) {
        return plan.version().orElse("");
    }
}
