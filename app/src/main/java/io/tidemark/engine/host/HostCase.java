package io.tidemark.engine.host;

import io.tidemark.job.JobContext;
import io.tidemark.model.Outcome;
import io.tidemark.model.Plan;
import io.tidemark.model.ProblemException;

/** One operation on a host, asked for. */
interface HostCase {

    /** Looks at both sides and works out what to do. Writes nothing. */
    Plan plan(JobContext job) throws ProblemException, InterruptedException;

    /**
     * Plans again, refuses if a gate has closed since, and carries out.
     *
     * @param given the plan that a person saw
     */
    Outcome run(Plan given, JobContext job) throws ProblemException, InterruptedException;
}
