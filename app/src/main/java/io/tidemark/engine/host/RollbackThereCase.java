package io.tidemark.engine.host;

import io.tidemark.engine.repository.Repositories;
import io.tidemark.host.Doors;
import io.tidemark.job.JobContext;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Plan;

/** Carries {@link Operation.RollbackThere} out. */
record RollbackThereCase(Operation.RollbackThere asked, Repositories repositories, Doors doors) implements HostCase {

    @Override
    public Plan plan(JobContext job) {
        throw new IllegalStateException(asked.dir());
    }

    @Override
    public Outcome run(Plan given, JobContext job) {
        throw new IllegalStateException(asked.dir());
    }
}
