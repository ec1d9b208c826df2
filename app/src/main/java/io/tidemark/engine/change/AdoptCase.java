package io.tidemark.engine.change;

import io.tidemark.engine.commit.CommitNow;
import io.tidemark.engine.plan.Outcomes;
import io.tidemark.engine.plan.PlanBuilder;
import io.tidemark.engine.repository.Keys;
import io.tidemark.engine.repository.Neighbours;
import io.tidemark.engine.repository.Opened;
import io.tidemark.engine.repository.Recognisers;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.job.JobContext;
import io.tidemark.kind.PublishedImage;
import io.tidemark.kind.PublishedSeries;
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
import io.tidemark.model.RepositoryConfig;
import io.tidemark.store.Publication;
import io.tidemark.store.RepositoryStore;
import io.tidemark.store.Stores;
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
        Exchanging found = found(dir);
        AdoptedSettings settings = settings(dir, found.found());
        RepositoryConfig config = settings.config("", asked);
        SettingRules.requireUsable(
                repositories.kind(config.kind()),
                repositories.ground().sources(),
                config.upstream(),
                config.transfer());
        PlanBuilder plan = new PlanBuilder(
                        asked, settings.name(), repositories.ground().clock().instant())
                .dependsOn(Integer.toHexString(found.found().hashCode()));
        plan.step(
                Action.WRITE_SETTINGS,
                dir.resolve(".tidemark").toString(),
                Phrase.of(
                        "step.adopt",
                        "kind",
                        found.found().kind(),
                        "versions",
                        found.versions(),
                        "channels",
                        found.channels()));
        exchanges(plan, found);
        for (PinnedKey key : settings.keys()) {
            plan.step(Action.TRUST_KEY, key.name(), Phrase.of("step.trust", "fingerprint", key.fingerprint()));
        }
        writers(plan, dir);
        found.left().forEach(path -> plan.notice(Notice.info("adopt.exchangeable", "object", path)));
        return plan.notices(found.found().notices())
                .figure("total.files", -1)
                .notice(Notice.info("adopt.unsealed", "count", found.versions()))
                .build();
    }

    @Override
    public Outcome carryOut(Plan plan, JobContext job) throws ProblemException, InterruptedException {
        Path dir = place();
        Exchanging found = found(dir);
        String actor = repositories.ground().actor();
        if (asked.disableWriters()) {
            for (ForeignWriter writer : neighbours.of(dir)) {
                if (writer.canDisable()) {
                    neighbours.disable(writer);
                }
            }
        }
        RepositoryConfig config = settings(dir, found.found()).config(register.newId(), asked);
        Stores stores = repositories.ground().stores();
        RepositoryStore store = Files.isDirectory(dir)
                ? stores.adopt(dir, config, found.rest(), actor)
                : stores.create(dir, config, actor);
        exchange(store, found, actor, job);
        series(store, repositories.kind(config.kind()), actor, job);
        List<Notice> notices = new ArrayList<>(plan.notices());
        notices.addAll(register.add(dir));
        Phrase summary = Phrase.of("outcome.adopt", "versions", found.versions(), "dir", dir);
        return Outcomes.done(plan, summary, Map.of(), notices);
    }

    private Path place() throws ProblemException {
        Path dir = repositories.place(asked.dir());
        if (repositories.ground().stores().isRepository(dir)) {
            throw new ProblemException(Problem.of("plan.exists", Problem.Category.USAGE, "object", dir));
        }
        if (!Files.isDirectory(dir) && !comesFromBeside(dir)) {
            throw new ProblemException(Problem.of("plan.no-directory", Problem.Category.USAGE, "object", dir));
        }
        return dir;
    }

    /** The directory of versions is made when the plain directory beside it becomes the first of them. */
    private boolean comesFromBeside(Path dir) {
        return !Files.exists(dir)
                && !asked.exchange().isEmpty()
                && Register.publicChannel(dir).isPresent();
    }

    private Exchanging found(Path dir) throws ProblemException, InterruptedException {
        Recognition found = recognisers
                .recognise(dir, asked.kind())
                .orElseThrow(() -> new ProblemException(Problem.of(
                        "plan.not-recognised", Problem.Category.USAGE, "object", dir, "kind", asked.kind())));
        return Exchanging.of(found, asked.exchange());
    }

    private AdoptedSettings settings(Path dir, Recognition found) throws ProblemException {
        RepositoryKind kind = repositories.kind(found.kind());
        String name = asked.name().isEmpty() ? Register.nameOf(dir) : asked.name();
        List<PinnedKey> keys = new ArrayList<>();
        if (asked.keysDir().isPresent()) {
            keys.addAll(Keys.read(asked.keysDir().get()));
        }
        keys.addAll(Keys.toMeet(asked.trust()));
        return new AdoptedSettings(name, kind, found.upstream(), Keys.and(List.of(), keys));
    }

    private void exchanges(PlanBuilder plan, Exchanging found) throws ProblemException {
        for (Map.Entry<String, String> each : found.exchange().entrySet()) {
            Names.requireVersion(each.getValue());
            plan.step(Action.EXCHANGE, each.getKey(), Phrase.of("step.exchange", "version", each.getValue()));
        }
        found.followers()
                .forEach((channel, version) ->
                        plan.step(Action.FLIP, channel, Phrase.of("step.flip", "version", version)));
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

    /** Which images each series has, as its published documents say. */
    private static void series(RepositoryStore store, RepositoryKind kind, String actor, JobContext job)
            throws ProblemException, InterruptedException {
        if (kind.commits().isPresent()) {
            commits(store, kind, actor, job);
        }
        if (kind.images().isEmpty()) {
            return;
        }
        Map<String, List<String>> series = new TreeMap<>();
        for (PublishedSeries each : kind.images().get().published(store.root())) {
            List<String> members = new ArrayList<>();
            for (PublishedImage image : each.images()) {
                if (store.version(image.name().id()).isPresent()) {
                    members.add(image.name().id());
                }
            }
            series.put(each.name(), members);
        }
        if (!series.isEmpty()) {
            try (WriteSession session = store.write("adopt", actor, job)) {
                session.publish(new Publication(List.of(), List.of(), series, List.of()), job);
            }
        }
    }

    /** Which versions the refs stand for. */
    private static void commits(RepositoryStore store, RepositoryKind kind, String actor, JobContext job)
            throws ProblemException, InterruptedException {
        Map<String, List<String>> series =
                CommitNow.of(new Opened(store, store.config(), kind)).heads();
        if (!series.isEmpty()) {
            try (WriteSession session = store.write("adopt", actor, job)) {
                session.publish(new Publication(List.of(), List.of(), series, List.of()), job);
            }
        }
    }

    private void exchange(RepositoryStore store, Exchanging found, String actor, JobContext job)
            throws ProblemException, InterruptedException {
        if (found.exchange().isEmpty()) {
            return;
        }
        try (WriteSession session = store.write("adopt", actor, job)) {
            for (Map.Entry<String, String> each : found.exchange().entrySet()) {
                session.exchange(each.getKey(), each.getValue());
            }
            for (Map.Entry<String, String> each : found.followers().entrySet()) {
                session.flip(new WriteSession.Flip(each.getKey(), each.getValue(), false, false, false, ""), job);
            }
        } catch (ProblemException failed) {
            throw new ProblemException(failed.problem().in(Problem.State.DONE_BUT), failed);
        }
    }
}
