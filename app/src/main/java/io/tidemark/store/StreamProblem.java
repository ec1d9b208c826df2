package io.tidemark.store;

import io.tidemark.model.ProblemException;
import java.io.IOException;

/** A storage problem on its way through a stream, whose methods may only throw {@link IOException}. */
public final class StreamProblem extends IOException {

    private static final long serialVersionUID = 1L;

    private final ProblemException problem;

    StreamProblem(ProblemException problem) {
        super(problem.getMessage(), problem);
        this.problem = problem;
    }

    /** The problem that it carries. */
    public ProblemException problem() {
        return problem;
    }
}
