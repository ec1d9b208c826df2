package io.tidemark.model;

/** Carries a {@link Problem} up to where it is shown and logged, once. */
public final class ProblemException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** Wraps a problem that has no technical cause. */
    public ProblemException(Problem problem) {
        this(problem, null);
    }

    /** Wraps a problem and the exception that revealed it. */
    public ProblemException(Problem problem, Throwable cause) {
        super(problem.code() + " " + problem.args(), cause);
        this.problem = problem;
    }

    /** What failed. */
    public Problem problem() {
        return problem;
    }
}
