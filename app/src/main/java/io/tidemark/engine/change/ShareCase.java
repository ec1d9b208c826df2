package io.tidemark.engine.change;

import io.tidemark.engine.plan.Outcomes;
import io.tidemark.engine.plan.PlanBuilder;
import io.tidemark.engine.repository.Opened;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.job.JobContext;
import io.tidemark.model.Notice;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Phrase;
import io.tidemark.model.Plan;
import io.tidemark.model.PlanStep.Action;
import io.tidemark.model.ProblemException;
import io.tidemark.store.RepositoryStore.Sharing;
import io.tidemark.store.WriteSession;
import java.util.List;
import java.util.Map;

/** {@code share}: lets equal files of sealed versions share storage, after their bytes were compared. */
final class ShareCase implements UseCase {

    private final Operation.ShareCopies asked;
    private final Repositories repositories;
    private final WriterGate writers;

    ShareCase(Operation.ShareCopies asked, Repositories repositories, WriterGate writers) {
        this.asked = asked;
        this.repositories = repositories;
        this.writers = writers;
    }

    @Override
    public Prepared prepare(JobContext job) throws ProblemException, InterruptedException {
        Opened repository = repositories.open(asked.dir());
        PlanBuilder plan =
                PlanBuilder.of(asked, repository, repositories.ground().clock().instant());
        if (repository.store().sharing() == Sharing.COPY) {
            return new Run(
                    plan.nothingToDo(Phrase.of("step.nothing.no-sharing")).build());
        }
        long saved = repository.store().shareable(job);
        if (saved == 0) {
            plan.nothingToDo(Phrase.of("step.nothing.shared"));
        } else {
            plan.gate(writers.strict(repository))
                    .step(Action.SHARE, repository.name(), -1, -saved, Phrase.of("step.share.copies"));
            if (repository.store().sharing() == Sharing.HARD_LINK) {
                plan.notice(Notice.info("share.times"));
            }
        }
        return new Run(plan.figure("freed.bytes", saved).build());
    }

    private record Run(Plan plan) implements Prepared {

        @Override
        public Outcome carryOut(WriteSession session, JobContext job) throws ProblemException, InterruptedException {
            if (plan.nothingToDo()) {
                return Outcomes.nothing(plan, plan.steps().getFirst().reason(), Map.of());
            }
            job.progress().phase("share", -1, -1);
            long saved = session.shareCopies(false, job);
            return Outcomes.done(
                    plan, Phrase.of("outcome.share", "bytes", saved), Map.of("freed.bytes", saved), List.of());
        }
    }
}
