package io.tidemark.kind.ostree;

import io.tidemark.job.JobContext;
import io.tidemark.kind.CommitDelta;
import io.tidemark.kind.CommitDeltas;
import io.tidemark.model.ProblemException;
import io.tidemark.program.Ostree;
import io.tidemark.program.OstreeUpkeep;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes static deltas in repositories that have the objects of real ones and deltas of their own. What was proved and made
 * durable there moves to the real one by one rename: nobody ever sees half a delta, or one that does not work, and what is
 * finished stays when the work is killed. Safe for all threads.
 */
final class DeltaBench implements CommitDeltas.Making {

    private static final String DELTAS = "deltas";

    private final Ostree ostree;
    private final Path root;
    private final Path below;
    private final Map<String, Member> members = new HashMap<>();
    private final AtomicInteger trials = new AtomicInteger();

    /**
     * A bench that is not furnished yet.
     *
     * @param root the repository, or the directory of several
     * @param below a directory of its own, which may hold what an earlier run left
     */
    DeltaBench(Ostree ostree, Path root, Path below) throws ProblemException {
        this.ostree = ostree;
        this.root = root;
        this.below = below;
        close();
    }

    /** One for a single repository. */
    DeltaBench(Ostree ostree, Member member, Path below) throws ProblemException {
        this(ostree, member.repository().path(), below);
        furnish(member);
        members.put(member.path(), member);
    }

    @Override
    public CommitDelta make(String at, Optional<String> from, String to, JobContext worker)
            throws ProblemException, InterruptedException {
        StaticDeltas.Delta delta = new StaticDeltas.Delta(from.map(Checksum::new), new Checksum(to), 0);
        Member member = furnished(at);
        Path here = place(member).resolve(delta.path());
        try {
            worker.progress().phase("static-delta", -1, -1);
            ostree.upkeep(place(member)).makeDelta(new OstreeUpkeep.Delta(from, to), worker);
            worker.progress().phase("prove", -1, -1);
            new DeltaTrial(ostree, member.repository().objects(), trial(), worker)
                    .require(delta.from(), delta.to(), here);
            move(here, member.repository().path().resolve(delta.path()));
            return StaticDeltas.weighed(member, delta, false);
        } catch (IOException failed) {
            throw Problems.unreadable(here, failed);
        } finally {
            forget(here);
        }
    }

    private Path trial() {
        return below.resolve("trial-" + trials.incrementAndGet());
    }

    private Path place(Member member) {
        return below.resolve(member.name().isEmpty() ? "single" : "of-" + member.name());
    }

    private synchronized Member furnished(String at) throws ProblemException {
        Member known = members.get(at);
        if (known == null) {
            known = Member.at(root, at);
            furnish(known);
            members.put(at, known);
        }
        return known;
    }

    /** The objects and settings of the real one, and nothing else that is its own. */
    private void furnish(Member member) throws ProblemException {
        Path place = place(member);
        Path real = member.repository().path().toAbsolutePath();
        try {
            for (String each : new String[] {DELTAS, "tmp", "refs/heads", "refs/remotes", "refs/mirrors"}) {
                Files.createDirectories(place.resolve(each));
            }
            for (String each : new String[] {"objects", "state"}) {
                Files.createDirectories(real.resolve(each));
                Files.createSymbolicLink(place.resolve(each), real.resolve(each));
            }
            Files.copy(real.resolve("config"), place.resolve("config"));
        } catch (IOException failed) {
            throw Problems.unreadable(place, failed);
        }
    }

    /** Durable first, then visible; what another program left there half made gives way, a whole one stays. */
    private static void move(Path here, Path there) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(here)) {
            for (Path file : files) {
                settle(file);
            }
        }
        settle(here);
        if (Files.isRegularFile(there.resolve(StaticDeltas.HEAD), LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Trees.delete(there);
        Files.createDirectories(there.getParent());
        Files.move(here, there, StandardCopyOption.ATOMIC_MOVE);
        settle(there.getParent());
        settle(there.getParent().getParent());
    }

    private static void settle(Path path) throws IOException {
        try (FileChannel opened = FileChannel.open(path, StandardOpenOption.READ)) {
            opened.force(true);
        }
    }

    private static void forget(Path here) throws ProblemException {
        try {
            Trees.delete(here);
        } catch (IOException failed) {
            throw Problems.unreadable(here, failed);
        }
    }

    @Override
    public void close() throws ProblemException {
        forget(below);
    }
}
