package io.tidemark.kind.ostree;

import io.tidemark.job.JobContext;
import io.tidemark.kind.CommitMove;
import io.tidemark.kind.CommitPlace;
import io.tidemark.kind.CommitReady;
import io.tidemark.model.Notice;
import io.tidemark.model.ProblemException;
import io.tidemark.program.Ostree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes ready what publishes one version under one ref. Used once. */
final class Moving {

    private static final Logger LOG = LoggerFactory.getLogger(Moving.class);

    private final Ostree ostree;
    private final Bearings bearings;
    private final CommitMove move;
    private final JobContext job;

    Moving(Ostree ostree, Bearings bearings, CommitMove move, JobContext job) {
        this.ostree = ostree;
        this.bearings = bearings;
        this.move = move;
        this.job = job;
    }

    CommitReady run(CommitPlace place) throws ProblemException, InterruptedException {
        Scratch scratch = Scratch.of(bearings.member(), place.scratch());
        scratch.copies().expect(bearings.ref(), bearings.head().map(Commit::id));
        OstreeOptions options = OstreeOptions.of(move.options());
        CommitMove.Way way = bearings.way(move);
        bearings.requireOurs(way, options);
        Checksum commit =
                switch (way) {
                    case NOTHING, EARLIER -> bearings.earlier(move).orElseThrow();
                    case SAME -> {
                        bring(scratch);
                        yield bearings.version().id();
                    }
                    case NEW -> {
                        bring(scratch);
                        yield fresh(scratch, place.scratch());
                    }
                };
        new Endorsing(ostree, options.signing(), job).sign(scratch, commit);
        ostree.refs(scratch.path()).set(bearings.ref(), commit.hex(), job);
        List<Notice> notices = tryDeltas(scratch, commit, options);
        ostree.refs(scratch.path()).summarise(options.signing(), job);
        CommitReady ready = scratch.ready();
        return new CommitReady(ready.documents(), unsigned(ready, scratch, options), notices);
    }

    /** A signature that does not belong to the summary any more would lock clients out. */
    private List<String> unsigned(CommitReady ready, Scratch scratch, OstreeOptions options) {
        List<String> removals = new ArrayList<>(ready.removals());
        String signature = scratch.member().at("summary.sig");
        boolean made = ready.documents().stream().anyMatch(each -> each.path().equals(signature));
        boolean there = Files.exists(scratch.member().repository().path().resolve("summary.sig"));
        if (options.signing().isEmpty() && there && !made && !removals.contains(signature)) {
            removals.add(signature);
        }
        return removals;
    }

    /** The content of a commit that lies in another repository. */
    private void bring(Scratch scratch) throws ProblemException, InterruptedException {
        Path source = bearings.place().repository();
        if (!source.equals(scratch.member().repository().path())) {
            job.progress().phase("fetch", -1, -1);
            ostree.content(scratch.path())
                    .pullLocal(source, List.of(bearings.version().id().hex()), 0, job);
        }
    }

    private Checksum fresh(Scratch scratch, Path below) throws ProblemException, InterruptedException {
        Commit source = bearings.version();
        Commit.Content content = new Commit.Content(
                bearings.head().map(Commit::id),
                subject(source),
                source.content().body(),
                time(),
                source.content().tree(),
                source.content().meta());
        byte[] object;
        try {
            Optional<String> collection =
                    scratch.member().repository().settings().collection();
            object = CommitWriter.write(content, source, bearings.ref(), collection);
        } catch (Malformed damaged) {
            throw Problems.damaged(source.id(), damaged);
        }
        Checksum id = Checksum.ofContent(object);
        handOver(scratch, below.resolve("commit"), id, object);
        return id;
    }

    private String subject(Commit source) {
        String version = move.version().name();
        return move.back()
                ? "Roll back to " + version
                : source.content().subject().isEmpty()
                        ? "Release " + version
                        : source.content().subject();
    }

    /** Clients go to no commit that is older than theirs. */
    private Instant time() {
        Instant now = Instant.ofEpochSecond(move.now().getEpochSecond());
        return bearings.head()
                .map(head -> head.content().time().plusSeconds(1))
                .filter(next -> next.isAfter(now))
                .orElse(now);
    }

    /** The program takes the object in and makes it durable, as it does with any other. */
    private void handOver(Scratch scratch, Path hand, Checksum id, byte[] object)
            throws ProblemException, InterruptedException {
        try {
            Trees.delete(hand);
            Files.createDirectories(hand);
            ostree.content(hand).init(job);
            Path file = hand.resolve(ObjectType.COMMIT.path(id));
            Files.createDirectories(file.getParent());
            Files.write(file, object);
        } catch (IOException failed) {
            throw Problems.unreadable(hand, failed);
        }
        ostree.content(scratch.path()).pullLocal(hand, List.of(id.hex()), 0, job);
    }

    /** Going back does not wait for what only saves clients some bytes. */
    private List<Notice> tryDeltas(Scratch scratch, Checksum commit, OstreeOptions options)
            throws ProblemException, InterruptedException {
        try {
            return deltas(scratch, commit, options);
        } catch (ProblemException failed) {
            if (!move.back()) {
                throw failed;
            }
            LOG.debug("no static delta to {}", commit, failed);
            return List.of(Notice.warning("notice.ostree.no-delta", "object", commit.brief()));
        }
    }

    /** Static deltas do not travel: from what most clients have, and from nothing where that is wanted. */
    private List<Notice> deltas(Scratch scratch, Checksum commit, OstreeOptions options)
            throws ProblemException, InterruptedException {
        List<Notice> notices = new ArrayList<>();
        Optional<Checksum> head = bearings.head().map(Commit::id).filter(id -> !id.equals(commit));
        try (DeltaBench bench =
                new DeltaBench(ostree, scratch.member(), scratch.path().resolveSibling(".bench"))) {
            if (head.isPresent()) {
                make(bench, scratch, head, commit);
                notices.add(
                        Notice.info("notice.ostree.delta", "from", head.get().brief(), "object", commit.brief()));
            }
            if (options.scratchDeltas()) {
                make(bench, scratch, Optional.empty(), commit);
            }
        }
        return notices;
    }

    /** Unless it is there: one that goes back to where clients were once may be. */
    private void make(DeltaBench bench, Scratch scratch, Optional<Checksum> from, Checksum to)
            throws ProblemException, InterruptedException {
        Path real = scratch.member().repository().path();
        if (!Files.exists(real.resolve(StaticDeltas.Delta.path(from, to)).resolve(StaticDeltas.HEAD))) {
            bench.make(scratch.member().path(), from.map(Checksum::hex), to.hex(), job);
        }
    }
}
