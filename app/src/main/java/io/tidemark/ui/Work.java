package io.tidemark.ui;

import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;

/** A call of the engine that may take its time; never run on the JavaFX thread. */
@FunctionalInterface
public interface Work<T> {

    /** Does the work; interrupted when nobody wants the answer any more. */
    T run(JobContext job) throws ProblemException, InterruptedException;
}
