package io.tidemark.engine.repository;

import io.tidemark.model.ProblemException;
import java.util.Set;

/** Tells the failures that mean that upstream may have moved on while we read it: look again before giving up. */
public final class Moved {

    static final String LENGTH = "plan.length";
    private static final Set<String> CODES =
            Set.of("upstream.missing", "upstream.content", "upstream.moved", "upstream.size", LENGTH);

    private Moved() {}

    /** Whether upstream may have moved on. */
    public static boolean is(ProblemException failed) {
        return CODES.contains(failed.problem().code());
    }
}
