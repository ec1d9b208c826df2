package io.tidemark.engine;

import io.tidemark.job.JobContext;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Plan;
import io.tidemark.model.ProblemException;

/** Plans operations and carries them out. */
public interface Operations {

    /**
     * Says what an operation would do. Writes nothing. Closed gates are part of the answer; only what makes a plan
     * impossible (unknown version, unreachable or lying upstream, untrusted key) is thrown.
     */
    Plan plan(Operation operation, JobContext job) throws ProblemException, InterruptedException;

    /**
     * Carries a plan out under the repository's lock, verifies, journals, and only then answers. When the state the
     * plan was made from has changed, it is planned again, and refused ({@code plan.changed}) if a gate closed.
     *
     * @throws ProblemException {@code plan.gate} naming the first closed gate, {@code store.busy}, …
     * @throws InterruptedException if it was cancelled; the disk is as it was, staged parts kept
     */
    Outcome run(Plan plan, JobContext job) throws ProblemException, InterruptedException;
}
