package io.tidemark.engine.change;

import io.tidemark.engine.plan.Outcomes;
import io.tidemark.engine.plan.PlanBuilder;
import io.tidemark.engine.repository.FactReader;
import io.tidemark.engine.repository.Opened;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.job.JobContext;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Phrase;
import io.tidemark.model.Plan;
import io.tidemark.model.PlanStep.Action;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionFacts;
import io.tidemark.model.VersionState;
import io.tidemark.store.WriteSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code seal}: reads every byte of adopted versions and seals them where they stand. */
final class SealCase implements UseCase {

    private final Operation.Seal asked;
    private final Repositories repositories;

    SealCase(Operation.Seal asked, Repositories repositories) {
        this.asked = asked;
        this.repositories = repositories;
    }

    @Override
    public Prepared prepare(JobContext job) throws ProblemException {
        Opened repository = repositories.open(asked.dir());
        List<Version> chosen = chosen(repository);
        PlanBuilder plan =
                PlanBuilder.of(asked, repository, repositories.ground().clock().instant());
        for (Version version : chosen) {
            plan.step(
                    Action.SEAL,
                    version.name(),
                    version.files(),
                    Math.max(0, version.bytes()),
                    Phrase.of("step.seal.adopted"));
        }
        if (chosen.isEmpty()) {
            plan.nothingToDo(Phrase.of("step.nothing.adopted"));
        }
        return new Run(plan.build(), repository, chosen);
    }

    private List<Version> chosen(Opened repository) throws ProblemException {
        List<Version> chosen = new ArrayList<>();
        for (String name : asked.versions()) {
            Version version = repository.complete(name);
            if (version.state() == VersionState.QUARANTINED) {
                throw new ProblemException(Problem.of("plan.quarantined", Problem.Category.REFUSED, "object", name));
            }
            chosen.add(version);
        }
        List<Version> all = asked.versions().isEmpty() ? repository.store().versions() : chosen;
        return all.stream().filter(v -> v.state() == VersionState.ADOPTED).toList();
    }

    private record Run(Plan plan, Opened repository, List<Version> versions) implements Prepared {

        @Override
        public Outcome carryOut(WriteSession session, JobContext job) throws ProblemException, InterruptedException {
            if (plan.nothingToDo()) {
                return Outcomes.nothing(plan, Phrase.of("step.nothing.adopted"), Map.of());
            }
            for (Version version : versions) {
                job.log("seal.version", "version", version.name());
                job.progress().phase("inspect", -1, -1);
                VersionFacts facts = FactReader.inspect(repository, version, job);
                Path tree = repository.store().tree(version.name());
                Map<String, String> claimed = new HashMap<>();
                repository.kind().identities(tree, facts, claimed::put);
                job.progress().phase("verify", claimed.size(), -1);
                Map<String, String> identities = new ProvenIdentities(repository.kind(), tree, job).of(claimed);
                job.progress().phase("seal", version.files(), version.bytes());
                session.sealAdopted(version.name(), facts, identities, job);
            }
            return Outcomes.done(plan, Phrase.of("outcome.seal", "count", versions.size()));
        }
    }
}
