package io.tidemark.job;

import java.util.List;
import java.util.concurrent.Callable;

/** A bounded pool for work that keeps a processor busy. */
public interface CpuPool {

    /** How many threads it has. */
    int width();

    /**
     * Runs all tasks, at most {@link #width()} at once, and returns their results in order. The first failure cancels
     * the rest and is thrown as it was; interrupting the caller cancels all.
     */
    <T> List<T> all(List<? extends Callable<? extends T>> tasks) throws Exception;
}
