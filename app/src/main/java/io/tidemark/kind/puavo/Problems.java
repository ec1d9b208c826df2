package io.tidemark.kind.puavo;

import io.tidemark.model.EntryPath;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;

/** Problems that several classes here tell of. */
final class Problems {

    private Problems() {}

    /** Something on this machine that cannot be read. */
    static ProblemException unreadable(Object file, IOException cause) {
        return new ProblemException(
                Problem.of("puavo.read", Problem.Category.STORAGE, "object", file)
                        .with(cause.toString()),
                cause);
    }

    /** An option that nobody knows, or a value that it cannot have. */
    static ProblemException option(String code, String option, String value) {
        String shown = EntryPath.of(value).text();
        return new ProblemException(Problem.of(code, Problem.Category.USAGE, "object", "--" + option, "value", shown));
    }
}
