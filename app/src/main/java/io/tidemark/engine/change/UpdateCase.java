package io.tidemark.engine.change;

import io.tidemark.engine.plan.Gates;
import io.tidemark.engine.plan.PlanBuilder;
import io.tidemark.engine.repository.Keys;
import io.tidemark.engine.repository.Opened;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.engine.repository.Terms;
import io.tidemark.job.JobContext;
import io.tidemark.model.Notice;
import io.tidemark.model.Operation;
import io.tidemark.model.Phrase;
import io.tidemark.model.Plan;
import io.tidemark.model.PlanStep.Action;
import io.tidemark.model.ProblemException;
import io.tidemark.model.VersionFacts;
import java.util.Optional;
import java.util.Set;

/** {@code update}: one new version from upstream, sealed, and promoted where asked. */
final class UpdateCase implements UseCase {

    private final Operation.Update asked;
    private final boolean agreed;
    private final Repositories repositories;
    private final Makings makings;
    private final WriterGate writers;

    UpdateCase(Operation.Update asked, boolean agreed, Repositories repositories, Makings makings, WriterGate writers) {
        this.asked = asked;
        this.agreed = agreed;
        this.repositories = repositories;
        this.makings = makings;
        this.writers = writers;
    }

    @Override
    public Prepared prepare(JobContext job) throws ProblemException, InterruptedException {
        Opened repository = repositories.open(asked.dir());
        Set<String> guards = SettingRules.guards(asked.overrides(), repository.kind());
        Terms terms = new Terms(Keys.fingerprints(asked.trust()), guards, asked.grace());
        Making making = makings.of(repository, asked.version(), terms, agreed, job);
        Optional<Moving> moving = moving(making, job);
        Plan plan = plan(making, moving);
        return new UpdateRun(plan, making, makings, new UpdateRun.After(moving, asked.allowBootCritical()));
    }

    private Optional<Moving> moving(Making making, JobContext job) throws ProblemException, InterruptedException {
        if (asked.promote().isEmpty()) {
            return Optional.empty();
        }
        String channel = io.tidemark.model.Names.requireChannel(asked.promote().get());
        VersionFacts facts =
                making.unchanged() ? making.base().facts() : making.survey().facts();
        return Optional.of(Moving.to(facts, channel, making.repository(), job));
    }

    private Plan plan(Making making, Optional<Moving> moving) throws ProblemException, InterruptedException {
        Opened repository = making.repository();
        PlanBuilder plan = PlanBuilder.of(
                        asked, repository, repositories.ground().clock().instant())
                .dependsOn(making.survey().fingerprint());
        plan.figure("requests", making.requests());
        if (moving.isPresent()) {
            moving.get().channel().map(Gates::hold).ifPresent(plan::gate);
            plan.channel(moving.get().name(), moving.get().target());
        }
        if (making.unchanged()) {
            unchanged(plan, making, moving);
        } else {
            MakingPlan.describe(plan, making);
            plan.gate(writers.of(repository, Set.copyOf(asked.overrides())));
            plan.step(Action.SEAL, making.version(), Phrase.of("step.seal"));
            flip(plan, making.version(), moving);
            new KeepRule(repository).steps(plan, making.version());
        }
        return plan.build();
    }

    private void unchanged(PlanBuilder plan, Making making, Optional<Moving> moving) throws ProblemException {
        String version = making.base().name();
        plan.version(version);
        if (moving.isEmpty() || moving.get().pointsAt(version)) {
            plan.nothingToDo(Phrase.of("step.nothing.unchanged", "version", version));
        } else if (moving.get().wasLeft(version, making.repository())) {
            plan.notice(Notice.warning(
                    "update.left", "version", version, "channel", moving.get().name()));
            plan.nothingToDo(Phrase.of("step.nothing.unchanged", "version", version));
        } else {
            flip(plan, version, moving);
        }
    }

    private void flip(PlanBuilder plan, String version, Optional<Moving> moving) {
        if (moving.isPresent() && moving.get().needsConsent(asked.allowBootCritical())) {
            plan.notice(Notice.warning(
                    "update.boot-critical",
                    "channel",
                    moving.get().name(),
                    "version",
                    version,
                    "changes",
                    moving.get().bootText()));
        } else if (moving.isPresent()) {
            plan.step(Action.FLIP, moving.get().name(), Phrase.of("step.flip", "version", version));
        }
    }
}
