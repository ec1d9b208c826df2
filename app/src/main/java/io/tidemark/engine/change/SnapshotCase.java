package io.tidemark.engine.change;

import io.tidemark.engine.plan.Gates;
import io.tidemark.engine.plan.Outcomes;
import io.tidemark.engine.plan.PlanBuilder;
import io.tidemark.engine.plan.Wholeness;
import io.tidemark.engine.repository.Opened;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.job.JobContext;
import io.tidemark.model.Capability;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Phrase;
import io.tidemark.model.Plan;
import io.tidemark.model.PlanStep.Action;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import io.tidemark.store.RepositoryStore.Sharing;
import io.tidemark.store.WriteSession;
import java.util.Map;

/** {@code snapshot}: a new sealed version that shares the files of another. */
final class SnapshotCase implements UseCase {

    private final Operation.Snapshot asked;
    private final Repositories repositories;
    private final WriterGate writers;

    SnapshotCase(Operation.Snapshot asked, Repositories repositories, WriterGate writers) {
        this.asked = asked;
        this.repositories = repositories;
        this.writers = writers;
    }

    @Override
    public Prepared prepare(JobContext job) throws ProblemException, InterruptedException {
        Opened repository = repositories.open(asked.dir());
        if (!repository.can(Capability.SNAPSHOT)) {
            throw new ProblemException(
                    Problem.of("plan.cannot-snapshot", Problem.Category.USAGE, "object", repository.name()));
        }
        Version from = repository.complete(asked.from());
        Makings.requireFree(repository, asked.to());
        Sharing sharing = repository.store().sharing();
        boolean copies = sharing == Sharing.COPY || from.state() == VersionState.ADOPTED;
        long bytes = Math.max(0, from.bytes());
        PlanBuilder plan = PlanBuilder.of(
                        asked, repository, repositories.ground().clock().instant())
                .version(asked.to())
                .gate(Wholeness.gate(repository, from, job))
                .gate(writers.strict(repository))
                .gate(Gates.space(repository.store(), copies ? bytes : 0))
                .step(
                        copies ? Action.COPY : Action.SHARE,
                        from.name(),
                        from.files(),
                        bytes,
                        Phrase.of(why(from, copies), "version", from.name()))
                .step(Action.SEAL, asked.to(), Phrase.of("step.seal"))
                .figure(copies ? "copy.bytes" : "share.bytes", bytes)
                .figure("total.bytes", bytes)
                .figure("total.files", from.files())
                .figure("free.bytes", repository.store().space().bytes());
        return new Run(plan.build());
    }

    /** What is not sealed may be changed by others: it is read and not shared. */
    private static String why(Version from, boolean copies) {
        if (from.state() == VersionState.ADOPTED) {
            return "step.copy.unsealed";
        }
        return copies ? "step.copy" : "step.share";
    }

    private record Run(Plan plan) implements Prepared {

        @Override
        public Outcome carryOut(WriteSession session, JobContext job) throws ProblemException, InterruptedException {
            Operation.Snapshot asked = (Operation.Snapshot) plan.operation();
            job.progress().phase("share", plan.figures().getOrDefault("total.files", -1L), -1);
            session.snapshot(asked.from(), asked.to(), job);
            return Outcomes.done(
                    plan,
                    Phrase.of("outcome.snapshot", "version", asked.to(), "from", asked.from()),
                    Map.of(),
                    plan.notices());
        }
    }
}
