package io.tidemark.source;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.source.http.HttpFault;
import java.io.IOException;
import java.io.InterruptedIOException;

/** A body that failed while it was read; carries the problem to show. */
public final class SourceException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final boolean passing;

    SourceException(Problem problem, boolean passing, Throwable cause) {
        super(problem.code() + " " + problem.args(), cause);
        this.problem = problem;
        this.passing = passing;
    }

    /** What failed. */
    public Problem problem() {
        return problem;
    }

    /** Whether another attempt may do better. */
    public boolean passing() {
        return passing;
    }

    /**
     * The problem of an I/O error met while reading a body; what is no {@code SourceException} broke the connection.
     *
     * @throws InterruptedException if the reader was interrupted and nothing else is wrong
     */
    public static ProblemException problem(IOException error, String location) throws InterruptedException {
        if (error instanceof InterruptedIOException && Thread.interrupted()) {
            throw new InterruptedException();
        }
        Problem problem =
                switch (error) {
                    case SourceException known -> known.problem();
                    case HttpFault known -> known.problem();
                    default ->
                        Problem.of("upstream.unreachable", Problem.Category.UNREACHABLE, "object", location)
                                .with(error.toString());
                };
        return new ProblemException(problem, error);
    }
}
