package io.tidemark.engine.image;

import io.tidemark.delta.DeltaPair;
import io.tidemark.engine.Images;
import io.tidemark.engine.commit.CommitNow;
import io.tidemark.engine.commit.CommitWork;
import io.tidemark.job.JobContext;
import io.tidemark.kind.CommitDelta;
import io.tidemark.kind.CommitDeltas;
import io.tidemark.kind.ImageSums;
import io.tidemark.model.Notice;
import io.tidemark.model.ProblemException;
import io.tidemark.store.WriteSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Makes deltas between commits, tells clients of them, and removes those that nobody asks for. Used once. */
final class CommitDeltaWork {

    private final CommitIntention intention;
    private final CommitNow now;
    private final WriteSession session;
    private final JobContext job;
    private final Map<String, DeltaFacts> facts;
    private final List<CommitDelta> useless = new ArrayList<>();
    private final List<DeltaPair> failed = new ArrayList<>();
    private final Set<String> at = new HashSet<>();
    private Optional<ProblemException> failure = Optional.empty();
    private int made;
    private long bytes;

    CommitDeltaWork(CommitIntention intention, WriteSession session, JobContext job) throws ProblemException {
        this.intention = intention;
        this.now = intention.shelf().commits().now();
        this.session = session;
        this.job = job;
        this.facts = new HashMap<>(new ImageLibrary(now.repository().store()).deltas());
    }

    /** Does it, under the lock that the session holds. */
    ImageWork.CommitsDone run(RunningWorkers running) throws ProblemException, InterruptedException {
        CommitWork work = new CommitWork(now, session, job);
        work.recover();
        try (CommitDeltas.Making making = now.tree().deltas().making(now.deltaPlace(session.products()))) {
            List<DeltaPair> missing = new ArrayList<>(intention.pairs());
            DeltaSettings settings = intention.shelf().settings();
            new DeltaCrew(running, settings, job)
                    .make(
                            now.repository().store().root(),
                            missing,
                            intention.found(),
                            (pair, worker) -> tryTo(pair, making, worker));
        }
        if (failure.isPresent() && made == 0 && useless.isEmpty()) {
            throw failure.get();
        }
        long freed = tell(work);
        keep();
        return new ImageWork.CommitsDone(made, intention.found().size(), bytes, freed, notices());
    }

    /** One that cannot be made leaves the others as they are. */
    private void tryTo(DeltaPair pair, CommitDeltas.Making making, JobContext worker)
            throws ProblemException, InterruptedException {
        CommitItem to = intention.shelf().item(pair.to());
        Optional<String> from = pair.from().equals(Images.NOTHING)
                ? Optional.empty()
                : Optional.of(intention.shelf().item(pair.from()).commit());
        long start = System.nanoTime();
        try {
            CommitDelta delta = making.make(to.at(), from, to.commit(), worker);
            made(pair, delta, (System.nanoTime() - start) / 1_000_000);
        } catch (ProblemException problem) {
            failed(pair, problem);
        }
    }

    private synchronized void made(DeltaPair pair, CommitDelta delta, long took)
            throws ProblemException, InterruptedException {
        long most = intention.shelf().without(pair);
        boolean kept =
                delta.fetched() <= most / 100.0 * intention.shelf().settings().sharePercent()
                        || pair.from().equals(Images.NOTHING);
        ImageSums sums = new ImageSums(delta.fetched(), 0, "", "");
        facts.put(
                CommitShelf.key(pair),
                new DeltaFacts(
                        pair.from(),
                        pair.to(),
                        delta.from().orElse(""),
                        delta.to(),
                        sums,
                        kept,
                        OptionalLong.of(took)));
        if (kept) {
            made++;
            bytes += delta.bytes();
            at.add(delta.at());
        } else {
            useless.add(delta);
        }
        job.log("log.delta.made", "from", intention.called(pair.from()), "to", intention.called(pair.to()));
    }

    private synchronized void failed(DeltaPair pair, ProblemException problem) {
        failed.add(pair);
        failure = failure.or(() -> Optional.of(problem));
    }

    /** Those that go are not told of any more before they go; what was never told of may go at once. */
    private long tell(CommitWork work) throws ProblemException, InterruptedException {
        CommitDeltas deltas = now.tree().deltas();
        deltas.remove(now.repository().store().root(), useless);
        at.addAll(intention.stale());
        intention.removals().forEach(delta -> at.add(delta.at()));
        if (!at.isEmpty()) {
            job.progress().phase("publish", at.size(), -1);
            work.publish(work.tellDeltas(at, intention.removals()));
        }
        return deltas.remove(now.repository().store().root(), intention.removals());
    }

    private void keep() throws ProblemException {
        intention.removals().forEach(delta -> facts.remove(CommitShelf.key(CommitShelf.pair(delta))));
        Set<String> known = intention.shelf().commits().items().keySet();
        facts.values().removeIf(each -> !known.contains(each.to()));
        ImageLibrary.deltas(session, facts);
        if (intention.wish().changed()) {
            ImageLibrary.left(session, intention.wish().left());
            ImageLibrary.extras(session, intention.wish().extras());
        }
    }

    private List<Notice> notices() {
        List<Notice> notices = new ArrayList<>();
        for (DeltaPair pair : failed) {
            notices.add(Notice.warning(
                    "notice.commit.delta-failed",
                    "from",
                    intention.called(pair.from()),
                    "object",
                    intention.called(pair.to())));
        }
        if (!useless.isEmpty()) {
            notices.add(Notice.info("notice.commit.delta-useless", "count", useless.size()));
        }
        return notices;
    }
}
