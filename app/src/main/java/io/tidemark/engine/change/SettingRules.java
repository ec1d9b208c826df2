package io.tidemark.engine.change;

import io.tidemark.model.Policies;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.TransferSettings;

/** Bounds of the numbers that people set. */
final class SettingRules {

    private static final int MOST_CONNECTIONS = 64;
    private static final int MOST_ATTEMPTS = 100;
    private static final int LONGEST_SILENCE = 3_600;
    private static final int LARGEST = 1_000_000;

    private SettingRules() {}

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
