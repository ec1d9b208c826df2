package io.tidemark.engine.change;

import io.tidemark.engine.image.DeltaSettings;
import io.tidemark.engine.plan.Gates;
import io.tidemark.kind.RepositoryKind;
import io.tidemark.model.Policies;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.TransferSettings;
import io.tidemark.model.Upstream;
import io.tidemark.source.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Bounds of the numbers that people set. */
final class SettingRules {

    private static final int MOST_CONNECTIONS = 64;
    private static final int MOST_ATTEMPTS = 100;
    private static final int LONGEST_SILENCE = 3_600;
    private static final int LARGEST = 1_000_000;

    /** What a person may pass over by its name. */
    private static final List<String> GUARDS = List.of("older", "shrank", "key-changed", "stale", Gates.WRITERS);

    private SettingRules() {}

    /** The names of guards to pass over; a name that means nothing is refused before anybody relies on it. */
    static Set<String> guards(List<String> overrides, RepositoryKind kind) throws ProblemException {
        List<String> known = new ArrayList<>(GUARDS);
        kind.guards().stream().sorted().forEach(known::add);
        for (String name : overrides) {
            if (!known.contains(name)) {
                throw new ProblemException(Problem.of(
                        "plan.guard", Problem.Category.USAGE, "object", name, "known", String.join(", ", known)));
            }
        }
        return Set.copyOf(overrides);
    }

    /** Refuses settings that no repository may have. */
    static void require(TransferSettings transfer, Policies policies) throws ProblemException {
        within("connections", transfer.connections(), 1, MOST_CONNECTIONS);
        within("limit-rate", transfer.bytesPerSecond(), 0, Long.MAX_VALUE);
        within("attempts", transfer.attempts(), 1, MOST_ATTEMPTS);
        within("timeout", transfer.timeoutSeconds(), 1, LONGEST_SILENCE);
        within("keep", policies.keep(), 0, LARGEST);
        within("max-shrink", policies.maxShrinkPercent(), 0, 100);
        within("max-index-age", policies.maxIndexAgeDays(), 0, LARGEST);
    }

    /**
     * Refuses an address or authority that nothing can ever be fetched with, and numbers that no delta can ever be planned
     * with; contacts nobody.
     */
    static void requireUsable(RepositoryKind kind, Sources sources, Upstream upstream, TransferSettings transfer)
            throws ProblemException {
        DeltaSettings.require(kind, upstream);
        if (!upstream.url().isEmpty()) {
            kind.source(upstream.url(), transfer, sources).close();
        }
    }

    private static void within(String name, long value, long least, long most) throws ProblemException {
        if (value < least || value > most) {
            throw new ProblemException(Problem.of(
                    "plan.setting",
                    Problem.Category.USAGE,
                    "object",
                    "--" + name,
                    "value",
                    value,
                    "least",
                    least,
                    "most",
                    most));
        }
    }
}
