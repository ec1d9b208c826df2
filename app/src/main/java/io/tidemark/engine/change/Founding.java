package io.tidemark.engine.change;

import io.tidemark.job.JobContext;
import io.tidemark.model.Outcome;
import io.tidemark.model.Plan;
import io.tidemark.model.ProblemException;

/** An operation on a directory that is no repository yet. */
interface Founding {

    /** What it would do; writes nothing. */
    Plan plan(JobContext job) throws ProblemException, InterruptedException;

    /** Does it. */
    Outcome carryOut(Plan plan, JobContext job) throws ProblemException, InterruptedException;
}
