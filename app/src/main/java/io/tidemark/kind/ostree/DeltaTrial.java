package io.tidemark.kind.ostree;

import io.tidemark.job.JobContext;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.program.Ostree;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tries a static delta as a client would use it: in a repository that has nothing but what the delta begins with, the program
 * {@code ostree} applies it and compares every object that it makes with its name; then every object of the new commit must
 * be there. Of the old commit only files are put down that the delta may read: those of the same name as new ones, by which
 * libostree chooses them (ostree-repo-static-delta-compilation-analysis.c), all of them if that was not enough. Large objects
 * that a client fetches by themselves must lie in the real repository. Used once.
 */
final class DeltaTrial {

    private final Ostree ostree;
    private final Objects objects;
    private final Path below;
    private final JobContext job;
    private CommitContents old = CommitContents.none();
    private CommitContents fresh = CommitContents.none();

    /** A trial in a directory of its own, which is gone afterwards. */
    DeltaTrial(Ostree ostree, Objects objects, Path below, JobContext job) {
        this.ostree = ostree;
        this.objects = objects;
        this.below = below;
        this.job = job;
    }

    /**
     * Lets nothing pass that does not make the commit.
     *
     * @param delta directory of the delta
     */
    void require(Optional<Checksum> from, Checksum to, Path delta) throws ProblemException, InterruptedException {
        old = from.isPresent() ? CommitContents.of(objects, from.get(), job) : CommitContents.none();
        fresh = CommitContents.of(objects, to, job);
        try {
            Set<Checksum> apart = copy(delta);
            Set<String> names = fresh.namesBeyond(old);
            try {
                apply(from, called -> called.stream().anyMatch(names::contains));
            } catch (ProblemException perhaps) {
                apply(from, _ -> true);
            }
            requireWhole(to, apart);
        } catch (Malformed damaged) {
            throw Problems.damaged(delta, damaged);
        } catch (IOException failed) {
            throw Problems.unreadable(below, failed);
        } finally {
            clear();
        }
    }

    private void clear() throws ProblemException {
        try {
            Trees.delete(below);
        } catch (IOException failed) {
            throw Problems.unreadable(below, failed);
        }
    }

    private Path client() {
        return below.resolve("client");
    }

    /** The delta without what a client fetches by itself, for the program fetches nothing here. */
    private Set<Checksum> copy(Path delta) throws IOException, ProblemException, Malformed {
        Path copy = Files.createDirectories(below.resolve("delta"));
        DeltaHead head = DeltaHead.read(delta.resolve(StaticDeltas.HEAD));
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(delta)) {
            for (Path part : parts) {
                if (!part.endsWith(StaticDeltas.HEAD)) {
                    Files.createSymbolicLink(copy.resolve(part.getFileName()), part.toAbsolutePath());
                }
            }
        }
        Files.write(copy.resolve(StaticDeltas.HEAD), head.alone());
        return head.apart();
    }

    private void apply(Optional<Checksum> from, Predicate<Set<String>> read)
            throws ProblemException, IOException, InterruptedException, Malformed {
        Trees.delete(client());
        for (String each : new String[] {"objects", "refs/heads", "refs/remotes", "refs/mirrors", "tmp", "state"}) {
            Files.createDirectories(client().resolve(each));
        }
        boolean marked = BareFiles.canMark(client());
        Files.writeString(client().resolve("config"), """
            [core]
            repo_version=1
            mode=%s
            fsync=false
            min-free-space-percent=0
            """.formatted(marked ? "bare-user" : "bare-user-only"));
        if (from.isPresent()) {
            Path commit = client().resolve(ObjectType.COMMIT.path(from.get()));
            Files.createDirectories(commit.getParent());
            Files.createSymbolicLink(
                    commit, objects.path(from.get(), ObjectType.COMMIT).toAbsolutePath());
        }
        put(read, new BareFiles(objects, marked));
        ostree.upkeep(client()).apply(below.resolve("delta"), job);
    }

    private void put(Predicate<Set<String>> read, BareFiles bare) throws IOException, InterruptedException, Malformed {
        for (Map.Entry<Checksum, Set<String>> file : old.files().entrySet()) {
            if (read.test(file.getValue())) {
                job.checkpoint();
                bare.put(file.getKey(), client());
            }
        }
    }

    private void requireWhole(Checksum to, Set<Checksum> apart) throws ProblemException {
        for (Checksum file : fresh.files().keySet()) {
            boolean there = apart.contains(file)
                    ? objects.has(file, ObjectType.PACKED)
                    : old.files().containsKey(file) || has(file, ObjectType.PLAIN);
            require(there, to, file);
        }
        for (Map.Entry<Checksum, ObjectType> each : fresh.others().entrySet()) {
            require(old.others().containsKey(each.getKey()) || has(each.getKey(), each.getValue()), to, each.getKey());
        }
    }

    private boolean has(Checksum id, ObjectType type) {
        return Files.exists(client().resolve(type.path(id)), LinkOption.NOFOLLOW_LINKS);
    }

    private static void require(boolean there, Checksum to, Checksum missing) throws ProblemException {
        if (!there) {
            throw new ProblemException(Problem.of(
                    "ostree.delta-wrong", Problem.Category.REFUSED, "object", to.brief(), "missing", missing.brief()));
        }
    }
}
