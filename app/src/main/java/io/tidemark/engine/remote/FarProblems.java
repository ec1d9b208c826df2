package io.tidemark.engine.remote;

import io.tidemark.model.Problem;
import io.tidemark.model.Problem.Category;
import io.tidemark.model.ProblemException;

/** What can be wrong with a line to another machine. */
final class FarProblems {

    private FarProblems() {}

    /** Nothing attends: the program is not there, or something else answers. */
    static ProblemException nobody(RemoteServer server, String said) {
        return new ProblemException(
                Problem.of("far.nobody", Category.REFUSED, "object", server).with(said));
    }

    static ProblemException broken(RemoteServer server, String why, Exception cause) {
        return new ProblemException(
                Problem.of("far.broken", Category.REFUSED, "object", server).with(why), cause);
    }

    static ProblemException silent(RemoteServer server, String said, Exception cause) {
        return new ProblemException(
                Problem.of("far.silent", Category.UNREACHABLE, "object", server)
                        .with(said.isEmpty() ? String.valueOf(cause.getMessage()) : said),
                cause);
    }

    static ProblemException version(RemoteServer server, Hello here, Hello there) {
        return new ProblemException(Problem.of(
                "far.version",
                Category.REFUSED,
                "object",
                server,
                "here",
                here.program(),
                "there",
                there.program(),
                "protocol",
                here.protocol(),
                "other",
                there.protocol()));
    }

    static ProblemException large(String call) {
        return new ProblemException(Problem.of("far.large", Category.REFUSED, "object", call, "most", Frame.LARGEST));
    }

    /** The line was cut and did not come back in time. */
    static ProblemException cut(RemoteServer server, LineLost lost) {
        return new ProblemException(
                Problem.of("far.cut", Category.UNREACHABLE, "object", server)
                        .in(Problem.State.UNKNOWN)
                        .with(String.valueOf(lost.getMessage())),
                lost);
    }
}
