package io.tidemark.engine.change;

import io.tidemark.engine.plan.Gates;
import io.tidemark.engine.plan.Outcomes;
import io.tidemark.engine.plan.PlanBuilder;
import io.tidemark.engine.repository.Opened;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.job.JobContext;
import io.tidemark.model.Channel;
import io.tidemark.model.ChannelHistory;
import io.tidemark.model.Notice;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Phrase;
import io.tidemark.model.Plan;
import io.tidemark.model.PlanStep.Action;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import io.tidemark.store.WriteSession;
import java.util.Map;
import java.util.Optional;

/** {@code rollback}: moves a channel back to its last good version, or a named one, and holds it there. */
final class RollbackCase implements UseCase {

    private final Operation.Rollback asked;
    private final Repositories repositories;

    RollbackCase(Operation.Rollback asked, Repositories repositories) {
        this.asked = asked;
        this.repositories = repositories;
    }

    @Override
    public Prepared prepare(JobContext job) throws ProblemException, InterruptedException {
        Opened repository = repositories.open(asked.dir());
        Channel channel = repository.channel(asked.channel());
        Version target = target(repository, channel);
        return new Run(plan(repository, channel, target), target.name());
    }

    private Version target(Opened repository, Channel channel) throws ProblemException {
        if (asked.to().isPresent()) {
            return repository.complete(asked.to().get());
        }
        return ChannelHistory.of(repository.store().journal(), channel.name())
                .lastGood(repository.store().versions(), channel.target())
                .orElseThrow(() -> new ProblemException(Problem.of(
                        "plan.no-last-good",
                        Problem.Category.REFUSED,
                        "object",
                        channel.name(),
                        "version",
                        channel.target().orElse(""))));
    }

    private Plan plan(Opened repository, Channel channel, Version target) throws ProblemException {
        PlanBuilder plan = PlanBuilder.of(
                        asked, repository, repositories.ground().clock().instant())
                .version(target.name())
                .channel(channel.name(), channel.target());
        JournalRemark.on(plan, repository);
        boolean there = channel.target().equals(Optional.of(target.name()));
        boolean held = channel.hold().isPresent();
        if (there && (held || !asked.hold())) {
            return plan.nothingToDo(Phrase.of("step.nothing.there", "version", target.name()))
                    .build();
        }
        if (target.state() == VersionState.QUARANTINED) {
            Phrase found = Phrase.of("gate.quarantine", "object", target.name());
            plan.gate(Gates.closed(
                    Gates.QUARANTINE, found, Phrase.of("gate.quarantine.override", "object", target.name())));
        }
        if (target.state() == VersionState.ADOPTED) {
            plan.notice(Notice.info("rollback.unsealed", "version", target.name()));
        }
        plan.step(Action.FLIP, channel.name(), Phrase.of("step.flip.back", "version", target.name()));
        if (asked.hold()) {
            plan.step(Action.HOLD, channel.name(), Phrase.of("step.hold", "version", target.name()));
        }
        return plan.build();
    }

    private record Run(Plan plan, String version) implements Prepared {

        @Override
        public Outcome carryOut(WriteSession session, JobContext job) throws ProblemException, InterruptedException {
            Operation.Rollback asked = (Operation.Rollback) plan.operation();
            if (plan.nothingToDo()) {
                Phrase there = Phrase.of("outcome.promote.there", "version", version, "channel", asked.channel());
                return Outcomes.nothing(plan, there, Map.of());
            }
            job.progress().phase("rollback", -1, -1);
            session.flip(
                    new WriteSession.Flip(asked.channel(), version, true, asked.hold(), false, asked.reason()), job);
            String key = asked.hold() ? "outcome.rollback.held" : "outcome.rollback";
            return Outcomes.done(plan, Phrase.of(key, "version", version, "channel", asked.channel()));
        }
    }
}
