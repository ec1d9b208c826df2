package io.tidemark.engine.local;

import io.tidemark.engine.Operations;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.job.JobContext;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Plan;
import io.tidemark.model.ProblemException;

/** Operations that run on the caller's thread and are kept as jobs, so that other consoles see them. */
final class RecordedOperations implements Operations {

    private final Operations operations;
    private final Repositories repositories;
    private final Archives archives;

    RecordedOperations(Operations operations, Repositories repositories, Archives archives) {
        this.operations = operations;
        this.repositories = repositories;
        this.archives = archives;
    }

    @Override
    public Plan plan(Operation operation, JobContext job) throws ProblemException, InterruptedException {
        return operations.plan(operation, job);
    }

    @Override
    public Outcome run(Plan plan, JobContext job) throws ProblemException, InterruptedException {
        if (plan.nothingToDo()) {
            return operations.run(plan, job);
        }
        RecordedJob recorded = new RecordedJob(plan, repositories.ground(), archives, job);
        archives.placed(recorded.id(), repositories.place(plan.operation().dir()));
        recorded.begin();
        try {
            Outcome outcome = operations.run(plan, recorded);
            recorded.done(outcome);
            return outcome;
        } catch (ProblemException failed) {
            recorded.failed(failed.problem());
            throw failed;
        } catch (InterruptedException cancelled) {
            recorded.cancelled();
            throw cancelled;
        }
    }
}
