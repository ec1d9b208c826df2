package io.tidemark.engine.change;

import io.tidemark.job.JobContext;
import io.tidemark.model.Outcome;
import io.tidemark.model.Plan;
import io.tidemark.model.ProblemException;
import io.tidemark.store.WriteSession;

/** An operation worked out: its plan, and how to carry out exactly that. */
interface Prepared {

    /** What it will do. */
    Plan plan();

    /** Does it, under the lock that the session holds. Called only when every gate is open. */
    Outcome carryOut(WriteSession session, JobContext job) throws ProblemException, InterruptedException;
}
