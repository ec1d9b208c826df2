package io.tidemark.engine.change;

import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;

/** One operation asked for. */
interface UseCase {

    /** Looks at the repository, and upstream where needed, and works out what to do. Writes nothing. */
    Prepared prepare(JobContext job) throws ProblemException, InterruptedException;
}
