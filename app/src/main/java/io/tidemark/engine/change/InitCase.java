package io.tidemark.engine.change;

import io.tidemark.engine.plan.Outcomes;
import io.tidemark.engine.plan.PlanBuilder;
import io.tidemark.engine.repository.Keys;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.job.JobContext;
import io.tidemark.kind.CommitTree;
import io.tidemark.kind.RepositoryKind;
import io.tidemark.model.Channel;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Phrase;
import io.tidemark.model.PinnedKey;
import io.tidemark.model.Plan;
import io.tidemark.model.PlanStep.Action;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryConfig;
import io.tidemark.model.Upstream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code init}: makes a new, empty repository. */
final class InitCase implements Founding {

    private final Operation.Init asked;
    private final Repositories repositories;
    private final Register register;

    InitCase(Operation.Init asked, Repositories repositories, Register register) {
        this.asked = asked;
        this.repositories = repositories;
        this.register = register;
    }

    @Override
    public Plan plan(JobContext job) throws ProblemException {
        Path dir = repositories.place(asked.dir());
        RepositoryConfig config = config(dir);
        requireFree(dir);
        PlanBuilder plan = new PlanBuilder(
                asked, config.name(), repositories.ground().clock().instant());
        plan.dependsOn(dir.toString());
        plan.step(Action.WRITE_SETTINGS, dir.toString(), Phrase.of("step.init", "kind", config.kind()));
        for (PinnedKey key : config.keys()) {
            plan.step(Action.TRUST_KEY, key.name(), Phrase.of("step.trust", "fingerprint", key.fingerprint()));
        }
        if (!config.upstream().url().isEmpty()) {
            plan.notices(repositories.kind(asked.kind()).advice(config.upstream()));
        }
        return plan.build();
    }

    @Override
    public Outcome carryOut(Plan plan, JobContext job) throws ProblemException, InterruptedException {
        Path dir = repositories.place(asked.dir());
        repositories
                .ground()
                .stores()
                .create(dir, config(dir), repositories.ground().actor());
        Optional<CommitTree> commits = repositories.kind(asked.kind()).commits();
        if (commits.isPresent()) {
            commits.get().found(dir, job);
        }
        return Outcomes.done(plan, Phrase.of("outcome.init", "dir", dir), Map.of(), register.add(dir));
    }

    private RepositoryConfig config(Path dir) throws ProblemException {
        RepositoryKind kind = repositories.kind(asked.kind());
        Upstream upstream = asked.upstream().url().isEmpty() ? asked.upstream() : kind.complete(asked.upstream());
        SettingRules.require(asked.transfer(), asked.policies());
        SettingRules.requireUsable(kind, repositories.ground().sources(), upstream, asked.transfer());
        return new RepositoryConfig(
                RepositoryConfig.FORMAT,
                register.newId(),
                asked.name().isEmpty() ? Register.nameOf(dir) : asked.name(),
                asked.kind(),
                upstream,
                asked.transfer(),
                asked.policies(),
                channels(dir),
                keys(),
                Map.of());
    }

    /** A tree beside its public path publishes through a link there. */
    private static List<Channel> channels(Path dir) {
        return Register.publicChannel(dir).stream().toList();
    }

    private List<PinnedKey> keys() throws ProblemException {
        List<PinnedKey> keys = new ArrayList<>();
        if (asked.keysDir().isPresent()) {
            keys.addAll(Keys.read(asked.keysDir().get()));
        }
        keys.addAll(Keys.toMeet(asked.trust()));
        return Keys.and(List.of(), keys);
    }

    private void requireFree(Path dir) throws ProblemException {
        if (repositories.ground().stores().isRepository(dir)) {
            throw new ProblemException(Problem.of("plan.exists", Problem.Category.USAGE, "object", dir));
        }
        if (!Files.exists(dir)) {
            return;
        }
        try (Stream<Path> entries = Files.list(dir)) {
            if (entries.findAny().isPresent()) {
                throw new ProblemException(Problem.of("plan.not-empty", Problem.Category.USAGE, "object", dir));
            }
        } catch (IOException unreadable) {
            throw new ProblemException(
                    Problem.of("plan.unreadable", Problem.Category.STORAGE, "object", dir)
                            .with(unreadable.toString()),
                    unreadable);
        }
    }
}
