package io.tidemark.engine.change;

import io.tidemark.delta.DeltaPair;
import io.tidemark.engine.image.CommitIntention;
import io.tidemark.engine.image.ImageWork;
import io.tidemark.engine.plan.Outcomes;
import io.tidemark.engine.plan.PlanBuilder;
import io.tidemark.engine.repository.Opened;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.job.JobContext;
import io.tidemark.kind.CommitDelta;
import io.tidemark.model.Notice;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Phrase;
import io.tidemark.model.Plan;
import io.tidemark.model.PlanStep.Action;
import io.tidemark.model.ProblemException;
import io.tidemark.store.WriteSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Making deltas where versions are commits: clients are told of all of them at once. */
final class CommitDeltaCase implements UseCase {

    private static final Phrase NOTHING = Phrase.of("step.nothing.commit-deltas");

    private final Operation.MakeDeltas asked;
    private final Repositories repositories;
    private final ImageWork work;

    CommitDeltaCase(Operation.MakeDeltas asked, Repositories repositories, ImageWork work) {
        this.asked = asked;
        this.repositories = repositories;
        this.work = work;
    }

    @Override
    public Prepared prepare(JobContext job) throws ProblemException, InterruptedException {
        Opened repository = repositories.open(asked.dir());
        CommitIntention intention = work.commits(repository, asked, job);
        PlanBuilder plan = PlanBuilder.of(
                        asked, repository, repositories.ground().clock().instant())
                .notices(intention.notices());
        long most = 0;
        for (DeltaPair pair : intention.pairs()) {
            long bytes = intention.most(pair);
            plan.step(
                    Action.MAKE_DELTA,
                    intention.called(pair.to()),
                    1,
                    bytes,
                    Phrase.of("step.commit.delta", "from", intention.called(pair.from())));
            most += bytes;
        }
        if (!intention.nothing()) {
            plan.step(Action.PUBLISH, repository.name(), Phrase.of("step.commit.tell-deltas"));
        }
        long freed = 0;
        for (CommitDelta delta : intention.removals()) {
            plan.step(Action.DELETE, intention.called(delta), 1, -delta.bytes(), Phrase.of("step.commit.delta-gone"));
            freed += delta.bytes();
        }
        plan.figure("deltas", intention.pairs().size())
                .figure("deltas.present", intention.found().size())
                .figure("total.bytes", most)
                .figure("freed.bytes", freed);
        if (intention.nothing()) {
            plan.nothingToDo(NOTHING);
        }
        return new Run(plan.build(), intention, work);
    }

    private record Run(Plan plan, CommitIntention intention, ImageWork work) implements Prepared {

        @Override
        public Outcome carryOut(WriteSession session, JobContext job) throws ProblemException, InterruptedException {
            if (plan.nothingToDo()) {
                return Outcomes.nothing(plan, NOTHING, Map.of());
            }
            ImageWork.CommitsDone done = work.carryOut(intention, session, job);
            Map<String, Long> figures = Map.of(
                    "deltas.made",
                    (long) done.made(),
                    "deltas.found",
                    (long) done.found(),
                    "deltas.bytes",
                    done.bytes(),
                    "freed.bytes",
                    done.freed());
            List<Notice> notices = new ArrayList<>(plan.notices());
            notices.addAll(done.notices());
            Phrase summary = Phrase.of(
                    "outcome.commit-deltas",
                    "deltas",
                    done.made() + done.found(),
                    "bytes",
                    done.bytes(),
                    "gone",
                    intention.removals().size(),
                    "freed",
                    done.freed());
            return Outcomes.done(plan, summary, figures, notices);
        }
    }
}
