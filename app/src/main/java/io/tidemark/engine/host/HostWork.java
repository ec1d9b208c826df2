package io.tidemark.engine.host;

import io.tidemark.engine.repository.Repositories;
import io.tidemark.host.Doors;
import io.tidemark.job.JobContext;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Plan;
import io.tidemark.model.ProblemException;

/** Plans and carries out what changes hosts. Safe for all threads. */
public final class HostWork {

    private final Repositories repositories;
    private final Doors doors;

    /** Work on hosts behind those doors, with what lies in those repositories. */
    public HostWork(Repositories repositories, Doors doors) {
        this.repositories = repositories;
        this.doors = doors;
    }

    /** Says what an operation would do. */
    public Plan plan(Operation.OnHost operation, JobContext job) throws ProblemException, InterruptedException {
        return of(operation).plan(job);
    }

    /** Carries a plan out. */
    public Outcome run(Operation.OnHost operation, Plan given, JobContext job)
            throws ProblemException, InterruptedException {
        return of(operation).run(given, job);
    }

    private HostCase of(Operation.OnHost operation) {
        return switch (operation) {
            case Operation.Publish o -> new PublishCase(o, repositories, doors);
            case Operation.SwitchThere o -> new SwitchCase(o, repositories, doors);
            case Operation.RollbackThere o -> new RollbackThereCase(o, repositories, doors);
            case Operation.ReleaseThere o -> new ReleaseThereCase(o, repositories, doors);
            case Operation.Provision o -> new ProvisionCase(o, repositories, doors);
        };
    }
}
