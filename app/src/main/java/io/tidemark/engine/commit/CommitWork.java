package io.tidemark.engine.commit;

import io.tidemark.job.JobContext;
import io.tidemark.kind.CommitDamage;
import io.tidemark.kind.CommitDelta;
import io.tidemark.kind.CommitFetch;
import io.tidemark.kind.CommitMove;
import io.tidemark.kind.CommitPlace;
import io.tidemark.kind.CommitReady;
import io.tidemark.model.Channel;
import io.tidemark.model.Notice;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.store.Publication;
import io.tidemark.store.Publication.Placement;
import io.tidemark.store.WriteSession;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Carries out what concerns commits, under the lock that a session holds. Used once. */
public final class CommitWork {

    private final CommitNow now;
    private final WriteSession session;
    private final JobContext job;
    private final CommitPlace place;

    /** Work on a repository as it is under that lock. */
    public CommitWork(CommitNow now, WriteSession session, JobContext job) throws ProblemException {
        this.now = now;
        this.session = session;
        this.job = job;
        this.place = now.place(session.products());
    }

    /** Publishes a version: everything that clients follow changes as a whole. */
    public List<Notice> publish(CommitMove move, Publication.Turn turn) throws ProblemException, InterruptedException {
        recover();
        CommitReady ready = now.tree().move(place, move, job);
        job.progress().phase("publish", ready.documents().size(), -1);
        publish(ready, now.series(turn.channel(), turn.version()), List.of(turn));
        return ready.notices();
    }

    /**
     * Brings what upstream has, or takes in what others brought. What a killed run left goes only
     * when upstream's commits are there: half of a pull need not be fetched again.
     */
    public Brought update(Optional<CommitFetch> fetch, List<String> links)
            throws ProblemException, InterruptedException {
        boolean later = fetch.isPresent() && now.tree().interrupted(place);
        if (!later) {
            recover();
        }
        CommitReady ready = fetch.isPresent()
                ? now.tree().fetch(place, fetch.get(), job)
                : now.tree().tell(place, links, now.options(), job);
        requireFree(ready);
        publish(ready);
        List<String> fresh = TakingIn.run(now.repository(), session, job);
        if (later) {
            new CommitWork(CommitNow.of(now.repository()), session, job).clean(List.of(), List.of());
        }
        return new Brought(fresh, ready.notices());
    }

    /**
     * What an update brought.
     *
     * @param versions names of the new ones
     * @param notices remarks for people
     */
    public record Brought(List<String> versions, List<Notice> notices) {}

    /** Upstream may bring refs that nobody asked for; none of those that are held moves. */
    private void requireFree(CommitReady ready) throws ProblemException {
        List<String> moving = Stream.concat(
                        ready.documents().stream().map(CommitReady.Document::path), ready.removals().stream())
                .toList();
        for (Channel channel : now.repository().store().channels()) {
            if (channel.hold().isPresent() && moving.contains(channel.link())) {
                throw new ProblemException(
                        Problem.of("commit.held", Problem.Category.REFUSED, "object", channel.name()));
            }
        }
    }

    /** Removes what no ref and no version needs any more; bytes that are free now. */
    public long clean(List<String> versions, List<String> commits) throws ProblemException, InterruptedException {
        return now.tree().clean(place, now.without(versions), commits, job);
    }

    /** What is wrong with objects and summaries; first of all what a killed run left is removed. */
    public CommitDamage check() throws ProblemException, InterruptedException {
        recover();
        return now.tree().check(place, job);
    }

    /** What tells clients of some repositories which deltas lie there, all but those that are about to go. */
    public CommitReady tellDeltas(Set<String> at, List<CommitDelta> gone)
            throws ProblemException, InterruptedException {
        return now.tree().deltas().tell(place, at, gone, now.options(), job);
    }

    /** Deltas that begin with some commits or lead to them go, after clients were told; bytes that are free now. */
    public long dropDeltas(List<String> commits) throws ProblemException, InterruptedException {
        List<CommitDelta> gone = new ArrayList<>();
        for (CommitDelta delta : now.tree().deltas().lying(place.root()).deltas()) {
            if (CommitNow.concerns(delta, commits) && tells(delta.at())) {
                gone.add(delta);
            }
        }
        if (!gone.isEmpty()) {
            publish(tellDeltas(gone.stream().map(CommitDelta::at).collect(Collectors.toSet()), gone));
        }
        return now.tree().deltas().remove(place.root(), gone);
    }

    /** Clients are told of no delta that went with a commit to which it led. */
    public void tellDeltas() throws ProblemException, InterruptedException {
        Set<String> stale = new HashSet<>();
        for (String at : now.tree().deltas().lying(place.root()).stale()) {
            if (tells(at)) {
                stale.add(at);
            }
        }
        if (!stale.isEmpty()) {
            publish(tellDeltas(stale, List.of()));
        }
    }

    private boolean tells(String at) throws ProblemException {
        return now.tree().deltas().tells(place.root(), at, now.options());
    }

    /** Publishes what was made ready; no channel moves. */
    public void publish(CommitReady ready) throws ProblemException, InterruptedException {
        if (!ready.documents().isEmpty() || !ready.removals().isEmpty()) {
            publish(ready, now.repository().store().series(), List.of());
        }
    }

    /** Removes first of all what a killed run left. */
    public void recover() throws ProblemException, InterruptedException {
        // beginning to make deltas removes what was left of making some
        now.tree().deltas().making(now.deltaPlace(session.products())).close();
        if (now.tree().interrupted(place)) {
            clean(List.of(), List.of());
        }
    }

    private void publish(CommitReady ready, Map<String, List<String>> series, List<Publication.Turn> turns)
            throws ProblemException, InterruptedException {
        List<Placement> files = new ArrayList<>();
        for (CommitReady.Document document : ready.documents()) {
            String product = "document-" + files.size();
            session.product(product, document.content());
            files.add(new Placement(product, document.path()));
        }
        session.publish(new Publication(files, ready.removals(), series, turns), job);
    }
}
