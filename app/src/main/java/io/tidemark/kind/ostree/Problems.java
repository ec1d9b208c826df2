package io.tidemark.kind.ostree;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.file.Path;

/** Problems that several classes here tell of. */
final class Problems {

    private Problems() {}

    /** Something on this machine that cannot be read. */
    static ProblemException unreadable(Path file, IOException cause) {
        return new ProblemException(
                Problem.of("ostree.read", Problem.Category.STORAGE, "object", file)
                        .with(cause.toString()),
                cause);
    }

    /** Something that is not what its name says, or breaks its format. */
    static ProblemException damaged(Object file, Malformed why) {
        return new ProblemException(
                Problem.of("ostree.damaged", Problem.Category.REFUSED, "object", file, "place", why.getMessage()), why);
    }

    /** Something larger than anything honest. */
    static ProblemException bounds(Object file, String bound) {
        return new ProblemException(
                Problem.of("ostree.bounds", Problem.Category.REFUSED, "object", file, "bound", bound));
    }

    /** An object that is not there. */
    static ProblemException missing(Path repository, Checksum object) {
        return new ProblemException(Problem.of(
                "ostree.missing", Problem.Category.REFUSED, "object", object.brief(), "repository", repository));
    }
}
