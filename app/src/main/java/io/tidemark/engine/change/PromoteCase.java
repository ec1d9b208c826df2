package io.tidemark.engine.change;

import io.tidemark.engine.plan.Gates;
import io.tidemark.engine.plan.Outcomes;
import io.tidemark.engine.plan.PlanBuilder;
import io.tidemark.engine.plan.Wholeness;
import io.tidemark.engine.repository.FactReader;
import io.tidemark.engine.repository.Opened;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.job.JobContext;
import io.tidemark.model.Channel;
import io.tidemark.model.Names;
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

/** {@code promote}: moves a channel forward to a version. */
final class PromoteCase implements UseCase {

    private final Operation.Promote asked;
    private final Repositories repositories;

    PromoteCase(Operation.Promote asked, Repositories repositories) {
        this.asked = asked;
        this.repositories = repositories;
    }

    @Override
    public Prepared prepare(JobContext job) throws ProblemException, InterruptedException {
        Opened repository = repositories.open(asked.dir());
        Version version = repository.complete(asked.version());
        Moving moving = Moving.to(
                FactReader.of(repository, version, job), Names.requireChannel(asked.channel()), repository, job);
        if (moving.channel().isEmpty() && !asked.create()) {
            throw new ProblemException(Problem.of(
                    "plan.no-channel",
                    Problem.Category.USAGE,
                    "object",
                    asked.channel(),
                    "repository",
                    repository.name()));
        }
        return new Run(plan(repository, version, moving, job), moving);
    }

    private Plan plan(Opened repository, Version version, Moving moving, JobContext job)
            throws ProblemException, InterruptedException {
        PlanBuilder plan = PlanBuilder.of(
                        asked, repository, repositories.ground().clock().instant())
                .version(version.name())
                .channel(moving.name(), moving.target());
        if (moving.pointsAt(version.name())) {
            return plan.nothingToDo(Phrase.of("step.nothing.there", "version", version.name()))
                    .build();
        }
        moving.channel().map(Gates::hold).ifPresent(plan::gate);
        plan.gate(Wholeness.gate(repository, version, job));
        if (!moving.boot().isEmpty()) {
            plan.gate(moving.gate(asked.allowBootCritical()));
        }
        if (version.state() == VersionState.ADOPTED) {
            plan.notice(Notice.warning("promote.unsealed", "version", version.name()));
        }
        if (moving.wasLeft(version.name(), repository)) {
            plan.notice(Notice.warning("promote.left", "version", version.name(), "channel", moving.name()));
        }
        Phrase why = moving.channel().map(Channel::target).isPresent()
                ? Phrase.of("step.flip", "version", version.name())
                : Phrase.of("step.flip.new", "version", version.name());
        return plan.step(Action.FLIP, moving.name(), why).build();
    }

    private record Run(Plan plan, Moving moving) implements Prepared {

        @Override
        public Outcome carryOut(WriteSession session, JobContext job) throws ProblemException, InterruptedException {
            Operation.Promote asked = (Operation.Promote) plan.operation();
            String version = asked.version();
            if (plan.nothingToDo()) {
                return Outcomes.nothing(
                        plan,
                        Phrase.of("outcome.promote.there", "version", version, "channel", moving.name()),
                        java.util.Map.of());
            }
            job.progress().phase("promote", -1, -1);
            boolean create = moving.channel().isEmpty();
            session.flip(new WriteSession.Flip(moving.name(), version, false, false, create, asked.reason()), job);
            return Outcomes.done(plan, Phrase.of("outcome.promote", "version", version, "channel", moving.name()));
        }
    }
}
