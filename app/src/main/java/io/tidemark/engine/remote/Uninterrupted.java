package io.tidemark.engine.remote;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;

/** Calls of other machines behind methods that know no interruption, because they take no time on this one. */
final class Uninterrupted {

    private Uninterrupted() {}

    /** A call that may be interrupted. */
    @FunctionalInterface
    interface Call<T> {
        T call() throws ProblemException, InterruptedException;
    }

    /** Makes the call; an interruption is kept for whoever looks next, and the end of the call is unknown. */
    static <T> T call(Call<T> call) throws ProblemException {
        try {
            return call.call();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProblemException(
                    Problem.of("far.left", Problem.Category.CANCELLED, "object", "ssh")
                            .in(Problem.State.UNKNOWN),
                    interrupted);
        }
    }
}
