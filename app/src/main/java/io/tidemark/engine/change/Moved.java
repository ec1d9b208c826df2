package io.tidemark.engine.change;

import io.tidemark.model.ProblemException;
import java.util.Set;

/** Tells the failures that mean that upstream may have moved on while we read it: look again before giving up. */
final class Moved {

    static final String LENGTH = "plan.length";
    private static final Set<String> CODES =
            Set.of("upstream.missing", "upstream.content", "upstream.moved", "upstream.size", LENGTH);

    private Moved() {}

    static boolean is(ProblemException failed) {
        return CODES.contains(failed.problem().code());
    }
}
