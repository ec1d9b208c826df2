package io.tidemark.engine.change;

import io.tidemark.engine.plan.Outcomes;
import io.tidemark.engine.repository.Opened;
import io.tidemark.engine.repository.UpstreamNote;
import io.tidemark.job.JobContext;
import io.tidemark.model.Notice;
import io.tidemark.model.Outcome;
import io.tidemark.model.Phrase;
import io.tidemark.model.Plan;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionFacts;
import io.tidemark.store.WriteSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries an update out: build, seal, promote where asked, prune by the repository's policy. */
final class UpdateRun implements Prepared {

    private final Plan plan;
    private final Making making;
    private final Makings makings;
    private final After after;

    /**
     * What happens once the version is sealed.
     *
     * @param moving the channel to move, if any
     * @param allowBootCritical whether boot-critical changes may be promoted without a person
     */
    record After(Optional<Moving> moving, boolean allowBootCritical) {}

    UpdateRun(Plan plan, Making making, Makings makings, After after) {
        this.plan = plan;
        this.making = making;
        this.makings = makings;
        this.after = after;
    }

    @Override
    public Plan plan() {
        return plan;
    }

    @Override
    public Outcome carryOut(WriteSession session, JobContext job) throws ProblemException, InterruptedException {
        if (making.unchanged()) {
            return unchanged(session, job);
        }
        Building.Built built = new Building(makings, session, job).fill(making);
        job.progress().phase("seal", -1, -1);
        VersionFacts facts = new BootDigests(built.staging().tree(), job).complete(built.facts());
        Version version = built.staging().seal(facts, job);
        remember(session, built.making(), version.name());
        Map<String, Long> figures = new HashMap<>(built.figures());
        List<Notice> notices = new ArrayList<>(built.notices());
        promote(session, facts, version.name(), job);
        prune(session, figures, notices, job);
        Phrase summary = after.moving()
                .map(m -> Phrase.of("outcome.update.promoted", "version", version.name(), "channel", m.name()))
                .orElse(Phrase.of("outcome.update", "version", version.name()));
        return Outcomes.about(version.name(), Outcomes.done(plan, summary, figures, notices));
    }

    private Outcome unchanged(WriteSession session, JobContext job) throws ProblemException, InterruptedException {
        Instant now = makings.now();
        UpstreamNote.of(session.store())
                .seen(now, making.survey().fingerprint(), "")
                .save(session);
        String version = making.base().name();
        if (plan.nothingToDo()) {
            return Outcomes.nothing(plan, Phrase.of("outcome.update.unchanged", "version", version), Map.of());
        }
        promote(session, making.base().facts(), version, job);
        String channel = after.moving().map(Moving::name).orElse("");
        return Outcomes.done(plan, Phrase.of("outcome.promote", "version", version, "channel", channel));
    }

    private void remember(WriteSession session, Making made, String version) throws ProblemException {
        UpstreamNote.of(session.store())
                .seen(makings.now(), made.survey().fingerprint(), "")
                .made(version)
                .save(session);
    }

    private void promote(WriteSession session, VersionFacts facts, String version, JobContext job)
            throws ProblemException, InterruptedException {
        if (after.moving().isEmpty()) {
            return;
        }
        Opened repository = making.repository();
        Moving moving = Moving.to(facts, after.moving().get().name(), repository, job);
        if (moving.needsConsent(after.allowBootCritical())) {
            throw new ProblemException(Problem.of(
                            "plan.boot-critical",
                            Problem.Category.REFUSED,
                            "object",
                            moving.name(),
                            "version",
                            version,
                            "changes",
                            moving.bootText(),
                            "repository",
                            repository.name())
                    .in(Problem.State.DONE_BUT));
        }
        job.progress().phase("promote", -1, -1);
        doneBut(() -> session.flip(
                new WriteSession.Flip(
                        moving.name(), version, false, false, moving.channel().isEmpty(), ""),
                job));
    }

    private void prune(WriteSession session, Map<String, Long> figures, List<Notice> notices, JobContext job)
            throws ProblemException, InterruptedException {
        Opened repository = making.repository();
        int keep = repository.config().policies().keep();
        KeepRule rule = new KeepRule(repository);
        List<String> unneeded = keep > 0 ? rule.unneeded(rule.beyond(keep)) : List.of();
        if (!unneeded.isEmpty()) {
            job.progress().phase("prune", unneeded.size(), -1);
            doneBut(() -> {
                long freed = session.prune(unneeded, job);
                figures.put("freed.bytes", freed);
                notices.add(Notice.info("update.pruned", "versions", String.join(", ", unneeded), "bytes", freed));
                return freed;
            });
        }
    }

    /** The version is sealed: what fails now does not take it back. */
    private static <T> void doneBut(Work<T> work) throws ProblemException, InterruptedException {
        try {
            work.run();
        } catch (ProblemException failed) {
            Problem problem = failed.problem();
            throw problem.state() == Problem.State.UNCHANGED
                    ? new ProblemException(problem.in(Problem.State.DONE_BUT), failed)
                    : failed;
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T run() throws ProblemException, InterruptedException;
    }
}
