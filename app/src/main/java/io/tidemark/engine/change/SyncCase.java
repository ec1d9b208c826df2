package io.tidemark.engine.change;

import io.tidemark.engine.plan.Outcomes;
import io.tidemark.engine.plan.PlanBuilder;
import io.tidemark.engine.repository.Keys;
import io.tidemark.engine.repository.Opened;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.engine.repository.Terms;
import io.tidemark.engine.repository.UpstreamNote;
import io.tidemark.job.JobContext;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Phrase;
import io.tidemark.model.Plan;
import io.tidemark.model.ProblemException;
import io.tidemark.store.WriteSession;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code sync}: creates or continues a staged version and never seals it. */
final class SyncCase implements UseCase {

    private final Operation.Sync asked;
    private final boolean agreed;
    private final Repositories repositories;
    private final Makings makings;
    private final WriterGate writers;

    SyncCase(Operation.Sync asked, boolean agreed, Repositories repositories, Makings makings, WriterGate writers) {
        this.asked = asked;
        this.agreed = agreed;
        this.repositories = repositories;
        this.makings = makings;
        this.writers = writers;
    }

    @Override
    public Prepared prepare(JobContext job) throws ProblemException, InterruptedException {
        Opened repository = repositories.open(asked.dir());
        Set<String> overrides = SettingRules.guards(asked.overrides(), repository.kind());
        Terms terms = new Terms(Keys.fingerprints(asked.trust()), overrides, Optional.empty());
        Making making = makings.of(repository, asked.version(), terms, agreed, job);
        PlanBuilder plan = PlanBuilder.of(asked, repository, makings.now())
                .dependsOn(making.survey().fingerprint())
                .figure("requests", making.requests());
        if (making.unchanged() && asked.version().isEmpty()) {
            plan.version(making.base().name());
            plan.nothingToDo(
                    Phrase.of("step.nothing.unchanged", "version", making.base().name()));
        } else {
            MakingPlan.describe(plan, making);
            plan.gate(writers.of(repository, overrides));
        }
        return new Run(plan.build(), making, makings);
    }

    private record Run(Plan plan, Making making, Makings makings) implements Prepared {

        @Override
        public Outcome carryOut(WriteSession session, JobContext job) throws ProblemException, InterruptedException {
            String print = making.survey().fingerprint();
            if (plan.nothingToDo()) {
                UpstreamNote.of(session.store()).seen(makings.now(), print, "").save(session);
                Phrase summary = Phrase.of(
                        "outcome.update.unchanged", "version", making.base().name());
                return Outcomes.nothing(plan, summary, Map.of());
            }
            Building.Built built = new Building(makings, session, job).fill(making);
            String version = built.making().version();
            UpstreamNote.of(session.store())
                    .seen(makings.now(), built.making().survey().fingerprint(), version)
                    .save(session);
            Phrase summary = Phrase.of("outcome.sync", "version", version);
            return Outcomes.about(version, Outcomes.done(plan, summary, built.figures(), built.notices()));
        }
    }
}
