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

    /**
     * Refuses where it would be made of other things than those of which it was planned.
     *
     * @param given what a person agreed to
     */
    default void requireSame(Plan given) throws ProblemException {
        // Most plans depend on nothing that the gates do not speak of.
    }

    /** Does it, under the lock that the session holds. Called only when every gate is open. */
    Outcome carryOut(WriteSession session, JobContext job) throws ProblemException, InterruptedException;
}
