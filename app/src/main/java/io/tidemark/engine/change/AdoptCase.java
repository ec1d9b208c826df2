package io.tidemark.engine.change;

import io.tidemark.engine.repository.Keys;
import io.tidemark.engine.repository.Neighbours;
import io.tidemark.engine.repository.Recognisers;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.job.JobContext;
import io.tidemark.kind.RepositoryKind;
import io.tidemark.model.ForeignWriter;
import io.tidemark.model.Names;
import io.tidemark.model.Notice;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Phrase;
import io.tidemark.model.PinnedKey;
import io.tidemark.model.Plan;
import io.tidemark.model.PlanStep.Action;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Recognition;
import io.tidemark.store.RepositoryStore;
import io.tidemark.store.WriteSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code adopt}: takes over an existing mirror without changing what clients see. */
final class AdoptCase implements Founding {

    private final Operation.Adopt asked;
    private final Repositories repositories;
    private final Recognisers recognisers;
    private final Neighbours neighbours;
    private final Register register;

    AdoptCase(
            Operation.Adopt asked,
            Repositories repositories,
            Recognisers recognisers,
            Neighbours neighbours,
            Register register) {
        this.asked = asked;
        this.repositories = repositories;
        this.recognisers = recognisers;
        this.neighbours = neighbours;
        this.register = register;
    }

    @Override
    public Plan plan(JobContext job) throws ProblemException, InterruptedException {
        Path dir = place();
        Recognition found = found(dir);
        AdoptedSettings settings = settings(dir, found);
        PlanBuilder plan = new PlanBuilder(
                        asked, settings.name(), repositories.ground().clock().instant())
                .dependsOn(Integer.toHexString(found.hashCode()));
        plan.step(
                Action.WRITE_SETTINGS,
                dir.resolve(".tidemark").toString(),
                Phrase.of(
                        "step.adopt",
                        "kind",
                        found.kind(),
                        "versions",
                        found.versions().size(),
                        "channels",
                        found.channels().size()));
        exchanges(plan, found);
        for (PinnedKey key : settings.keys()) {
            plan.step(Action.TRUST_KEY, key.name(), Phrase.of("step.trust", "fingerprint", key.fingerprint()));
        }
        writers(plan, dir);
        return plan.notices(found.notices())
                .figure("total.files", -1)
                .notice(Notice.info("adopt.unsealed", "count", found.versions().size()))
                .build();
    }

    @Override
    public Outcome carryOut(Plan plan, JobContext job) throws ProblemException, InterruptedException {
        Path dir = place();
        Recognition found = found(dir);
        String actor = repositories.ground().actor();
        if (asked.disableWriters()) {
            for (ForeignWriter writer : neighbours.of(dir)) {
                if (writer.canDisable()) {
                    neighbours.disable(writer);
                }
            }
        }
        RepositoryStore store = repositories
                .ground()
                .stores()
                .adopt(dir, settings(dir, found).config(register.newId(), asked), found, actor);
        exchange(store, actor, job);
        List<Notice> notices = new ArrayList<>(plan.notices());
        notices.addAll(register.add(dir));
        Phrase summary = Phrase.of("outcome.adopt", "versions", found.versions().size(), "dir", dir);
        return Outcomes.done(plan, summary, Map.of(), notices);
    }

    private Path place() throws ProblemException {
        Path dir = repositories.place(asked.dir());
        if (repositories.ground().stores().isRepository(dir)) {
            throw new ProblemException(Problem.of("plan.exists", Problem.Category.USAGE, "object", dir));
        }
        if (!Files.isDirectory(dir)) {
            throw new ProblemException(Problem.of("plan.no-directory", Problem.Category.USAGE, "object", dir));
        }
        return dir;
    }

    private Recognition found(Path dir) throws ProblemException, InterruptedException {
        return recognisers
                .recognise(dir, asked.kind())
                .orElseThrow(() -> new ProblemException(Problem.of(
                        "plan.not-recognised", Problem.Category.USAGE, "object", dir, "kind", asked.kind())));
    }

    private AdoptedSettings settings(Path dir, Recognition found) throws ProblemException {
        RepositoryKind kind = repositories.kind(found.kind());
        String name = asked.name().isEmpty() ? Register.nameOf(dir) : asked.name();
        List<PinnedKey> keys = new ArrayList<>();
        if (asked.keysDir().isPresent()) {
            keys.addAll(Keys.read(asked.keysDir().get()));
        }
        asked.trust().forEach(fingerprint -> keys.add(Keys.expected(fingerprint)));
        return new AdoptedSettings(name, kind, found.upstream(), Keys.and(List.of(), keys));
    }

    private void exchanges(PlanBuilder plan, Recognition found) throws ProblemException {
        for (Map.Entry<String, String> each : new TreeMap<>(asked.exchange()).entrySet()) {
            Names.requireVersion(each.getValue());
            if (!found.exchangeable().contains(each.getKey())) {
                throw new ProblemException(
                        Problem.of("plan.not-exchangeable", Problem.Category.USAGE, "object", each.getKey()));
            }
            plan.step(Action.EXCHANGE, each.getKey(), Phrase.of("step.exchange", "version", each.getValue()));
        }
    }

    private void writers(PlanBuilder plan, Path dir) throws ProblemException, InterruptedException {
        for (ForeignWriter writer : neighbours.of(dir)) {
            if (asked.disableWriters() && writer.canDisable()) {
                plan.step(Action.DISABLE_WRITER, writer.where(), Phrase.of("step.disable", "what", writer.what()));
            } else {
                plan.notice(Notice.warning("adopt.writer", "where", writer.where(), "what", writer.what()));
            }
        }
    }

    private void exchange(RepositoryStore store, String actor, JobContext job)
            throws ProblemException, InterruptedException {
        if (asked.exchange().isEmpty()) {
            return;
        }
        try (WriteSession session = store.write("adopt", actor, job)) {
            for (Map.Entry<String, String> each : new TreeMap<>(asked.exchange()).entrySet()) {
                session.exchange(each.getKey(), each.getValue());
            }
        } catch (ProblemException failed) {
            throw new ProblemException(failed.problem().in(Problem.State.DONE_BUT), failed);
        }
    }
}
