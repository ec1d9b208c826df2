package io.tidemark.engine.change;

import io.tidemark.engine.plan.Outcomes;
import io.tidemark.engine.plan.PlanBuilder;
import io.tidemark.engine.repository.Opened;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.job.JobContext;
import io.tidemark.model.Channel;
import io.tidemark.model.Notice;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Phrase;
import io.tidemark.model.Plan;
import io.tidemark.model.PlanStep.Action;
import io.tidemark.model.ProblemException;
import io.tidemark.store.WriteSession;

/** {@code adopt --give-back}: a channel's public path is a plain directory again. */
final class GiveBackCase implements UseCase {

    private final Operation.GiveBack asked;
    private final Repositories repositories;

    GiveBackCase(Operation.GiveBack asked, Repositories repositories) {
        this.asked = asked;
        this.repositories = repositories;
    }

    @Override
    public Prepared prepare(JobContext job) throws ProblemException, InterruptedException {
        Opened repository = repositories.open(asked.dir());
        Channel channel = repository.channel(asked.channel());
        repository.store().requireGivable(channel.name(), job);
        String version = channel.target().orElse("");
        PlanBuilder plan = PlanBuilder.of(
                        asked, repository, repositories.ground().clock().instant())
                .version(version)
                .channel(channel.name(), channel.target())
                .step(Action.GIVE_BACK, channel.link(), Phrase.of("step.give-back", "version", version))
                .notice(Notice.warning("give-back.unwatched", "link", channel.link()));
        return new Run(plan.build(), channel.link(), version);
    }

    private record Run(Plan plan, String link, String version) implements Prepared {

        @Override
        public Outcome carryOut(WriteSession session, JobContext job) throws ProblemException, InterruptedException {
            session.giveBack(((Operation.GiveBack) plan.operation()).channel(), job);
            return Outcomes.done(plan, Phrase.of("outcome.give-back", "link", link, "version", version));
        }
    }
}
