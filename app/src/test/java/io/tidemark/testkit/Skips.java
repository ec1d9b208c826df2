package io.tidemark.testkit;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

/** The one way to leave a test out because of the machine. With {@code -Dtidemark.noskips=true} it fails instead. */
public final class Skips {

    private Skips() {}

    /** Leaves the running test out unless the machine can do what it needs; the reason says what to install or change. */
    public static void unless(boolean possible, String reason) {
        if (!possible && forbidden()) {
            throw new AssertionError("Skips are forbidden here, and this test " + reason);
        }
        Assumptions.assumeTrue(possible, reason);
    }

    static ConditionEvaluationResult because(String reason) {
        if (forbidden()) {
            throw new AssertionError("Skips are forbidden here, and this test " + reason);
        }
        return ConditionEvaluationResult.disabled(reason);
    }

    static boolean forbidden() {
        return Boolean.getBoolean("tidemark.noskips");
    }
}
