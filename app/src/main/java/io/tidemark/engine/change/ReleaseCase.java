package io.tidemark.engine.change;

import io.tidemark.engine.plan.Outcomes;
import io.tidemark.engine.plan.PlanBuilder;
import io.tidemark.engine.repository.Opened;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.job.JobContext;
import io.tidemark.model.Channel;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Phrase;
import io.tidemark.model.Plan;
import io.tidemark.model.PlanStep.Action;
import io.tidemark.model.ProblemException;
import io.tidemark.store.WriteSession;
import java.util.Map;

/** {@code release}: lets a held channel move again. */
final class ReleaseCase implements UseCase {

    private final Operation.Release asked;
    private final Repositories repositories;

    ReleaseCase(Operation.Release asked, Repositories repositories) {
        this.asked = asked;
        this.repositories = repositories;
    }

    @Override
    public Prepared prepare(JobContext job) throws ProblemException {
        Opened repository = repositories.open(asked.dir());
        Channel channel = repository.channel(asked.channel());
        PlanBuilder plan = PlanBuilder.of(
                        asked, repository, repositories.ground().clock().instant())
                .channel(channel.name(), channel.target());
        if (channel.hold().isEmpty()) {
            plan.nothingToDo(Phrase.of("step.nothing.free", "channel", channel.name()));
        } else {
            plan.step(
                    Action.RELEASE,
                    channel.name(),
                    Phrase.of(
                            "step.release",
                            "actor",
                            channel.hold().get().actor(),
                            "since",
                            channel.hold().get().since()));
        }
        return new Run(plan.build());
    }

    private record Run(Plan plan) implements Prepared {

        @Override
        public Outcome carryOut(WriteSession session, JobContext job) throws ProblemException {
            Operation.Release asked = (Operation.Release) plan.operation();
            if (plan.nothingToDo()) {
                Phrase free = Phrase.of("step.nothing.free", "channel", asked.channel());
                return Outcomes.nothing(plan, free, Map.of());
            }
            session.release(asked.channel(), asked.reason());
            return Outcomes.done(plan, Phrase.of("outcome.release", "channel", asked.channel()));
        }
    }
}
