package io.tidemark.engine.change;

import io.tidemark.engine.plan.Gates;
import io.tidemark.engine.repository.Base;
import io.tidemark.engine.repository.Keys;
import io.tidemark.engine.repository.Moved;
import io.tidemark.engine.repository.Opened;
import io.tidemark.engine.repository.UpstreamNote;
import io.tidemark.job.JobContext;
import io.tidemark.kind.Survey;
import io.tidemark.model.Capability;
import io.tidemark.model.Gate;
import io.tidemark.model.Notice;
import io.tidemark.model.Phrase;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryConfig;
import io.tidemark.model.Severity;
import io.tidemark.model.VersionFacts;
import io.tidemark.source.Source;
import io.tidemark.store.Staging;
import io.tidemark.store.WriteSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds a staged version until it is what upstream promises. When upstream moves on meanwhile, it is asked again and what
 * is still wanted and verified stays; after three times it is refused, and kept for the next run.
 */
final class Building {

    private static final int TIMES = 3;
    private static final String MOVING = "plan.moving";

    private final Makings makings;
    private final WriteSession session;
    private final JobContext job;
    private List<Notice> remarks = List.of();

    Building(Makings makings, WriteSession session, JobContext job) {
        this.makings = makings;
        this.session = session;
        this.job = job;
    }

    /** Brings the staged version up to its upstream. */
    Built fill(Making planned) throws ProblemException, InterruptedException {
        try (Source source = makings.surveyor().source(planned.repository())) {
            Making now = planned;
            for (int time = 1; ; time++) {
                Staging staging = stage(now);
                Optional<ProblemException> moved = attempt(now, staging, source);
                if (moved.isEmpty()) {
                    return new Built(
                            staging, now, planned.requests() + source.requests(), source.bytesReceived(), remarks);
                } else if (time == TIMES) {
                    throw kept(judged(now, source, moved.get()));
                }
                job.log(
                        Severity.WARNING,
                        Phrase.of(
                                "update.moved",
                                "object",
                                moved.get().problem().args().getOrDefault("object", "")));
                now = next(now, source);
            }
        }
    }

    private Staging stage(Making now) throws ProblemException {
        pin(now);
        note(UpstreamNote.of(session.store()).building(now.version(), now.named()));
        return session.stage(now.version());
    }

    /** Keys are trusted durably before anything that they signed is kept. */
    private void pin(Making now) throws ProblemException {
        if (!now.survey().newKeys().isEmpty()) {
            RepositoryConfig old = session.store().config();
            session.configure(
                    Configs.withKeys(old, Keys.and(old.keys(), now.survey().newKeys())));
        }
    }

    /** What showed that upstream moved; empty when all is there and upstream is at rest. */
    private Optional<ProblemException> attempt(Making now, Staging staging, Source source)
            throws ProblemException, InterruptedException {
        Opened repository = now.repository();
        try {
            int connections = repository.config().transfer().connections();
            new Filling(repository.kind(), staging, now.base(), job).fill(now.survey(), source, connections);
            remarks = new OwnFetching(now, staging, job).run();
        } catch (ProblemException failed) {
            if (Moved.is(failed)) {
                return Optional.of(failed);
            }
            throw kept(failed);
        }
        return repository.can(Capability.SIGNED) ? Optional.empty() : stirred(now, source);
    }

    /** What nobody signed is what it was only if upstream still looks as it did before. */
    private Optional<ProblemException> stirred(Making now, Source source)
            throws ProblemException, InterruptedException {
        return moves(now, source) ? Optional.of(moving(now, null)) : Optional.empty();
    }

    private boolean moves(Making now, Source source) throws ProblemException, InterruptedException {
        Survey after = makings.again(now, source, job).survey();
        return !after.fingerprint().equals(now.survey().fingerprint());
    }

    private static ProblemException moving(Making now, ProblemException seen) {
        String url = now.repository().config().upstream().url();
        return new ProblemException(Problem.of(MOVING, Problem.Category.REFUSED, "object", url), seen);
    }

    /** To blame is only an upstream that still promises what it does not give; one that went on again is merely busy. */
    private ProblemException judged(Making now, Source source, ProblemException last) throws InterruptedException {
        if (last.problem().code().equals(MOVING)) {
            return last;
        }
        try {
            return moves(now, source) ? moving(now, last) : last;
        } catch (ProblemException silent) {
            last.addSuppressed(silent);
            return last;
        }
    }

    private Making next(Making now, Source source) throws ProblemException, InterruptedException {
        Making next = makings.again(now, source, job);
        Optional<Gate> closed =
                next.survey().gates().stream().filter(gate -> !gate.open()).findFirst();
        if (closed.isPresent()) {
            throw kept(new ProblemException(Gates.refusal(
                    "plan.changed", next.version(), next.repository().name(), closed.get())));
        }
        if (!next.version().equals(now.version())) {
            session.restage(now.version(), next.version());
        }
        return next;
    }

    private void note(UpstreamNote note) throws ProblemException {
        note.save(session);
    }

    private static ProblemException kept(ProblemException failed) {
        Problem problem = failed.problem();
        return problem.state() == Problem.State.UNCHANGED
                ? new ProblemException(problem.in(Problem.State.STAGING_KEPT), failed)
                : failed;
    }

    /**
     * A staged version that is complete.
     *
     * @param making what it was made of in the end
     * @param remarks what its kind remarked while it fetched
     */
    record Built(Staging staging, Making making, long requests, long bytesReceived, List<Notice> remarks) {

        /** What people should know of it. */
        List<Notice> notices() {
            List<Notice> notices = new ArrayList<>(making.survey().notices());
            notices.addAll(remarks);
            return notices;
        }

        /** What is recorded of the version. */
        VersionFacts facts() {
            VersionFacts facts = making.survey().facts();
            Map<String, String> attributes = new HashMap<>(facts.attributes());
            attributes.put(Base.FINGERPRINT, making.survey().fingerprint());
            return new VersionFacts(facts.packages(), facts.bootSet(), attributes);
        }

        Map<String, Long> figures() {
            return Map.of("requests", requests, "received.bytes", bytesReceived);
        }
    }
}
