package io.tidemark.host.check;

import io.tidemark.model.Severity;

/** How much it matters that something is not as it should be. */
final class Levels {

    private Levels() {}

    /** It could be better. */
    static Severity advice(boolean fine) {
        return fine ? Severity.GOOD : Severity.INFO;
    }

    /** Somebody should look. */
    static Severity warning(boolean fine) {
        return fine ? Severity.GOOD : Severity.WARNING;
    }

    /** Clients are or will be hurt. */
    static Severity danger(boolean fine) {
        return fine ? Severity.GOOD : Severity.DANGER;
    }
}
