package io.tidemark.engine.host;

import io.tidemark.host.publish.CopyState;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;

/** The channels that a copy has. */
final class Channels {

    private Channels() {}

    /** Refused where nobody published, or where no channel of that name was ever moved. */
    static void requireThere(CopyState state, String place, String channel) throws ProblemException {
        if (state.facts().isEmpty()) {
            throw new ProblemException(Problem.of("host.no-copy", Problem.Category.USAGE, "object", place));
        }
        if (!state.links().containsKey(channel)) {
            throw new ProblemException(
                    Problem.of("host.no-channel", Problem.Category.USAGE, "object", channel, "place", place));
        }
    }
}
