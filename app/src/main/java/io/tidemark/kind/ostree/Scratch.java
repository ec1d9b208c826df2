package io.tidemark.kind.ostree;

import io.tidemark.kind.CommitReady;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A repository for making things ready: its objects, deltas and lock are those of a real one, for nobody follows them by
 * themselves; its refs, summary and settings are copies. The program writes here as ever, and clients of the real one see
 * nothing of it until those are put into their places.
 */
final class Scratch {

    private static final List<String> SHARED = List.of("objects", "deltas", "delta-indexes", "state");
    private static final List<String> LIVE = List.of("refs/heads", "refs/remotes");
    private static final String REFS = "refs";
    private static final String MIRRORS = "refs/mirrors";
    private static final String TMP = "tmp";
    private static final String LOCK = ".lock";

    private final Member member;
    private final Path path;
    private final Copies copies;

    private Scratch(Member member, Path path, Copies copies) {
        this.member = member;
        this.path = path;
        this.copies = copies;
    }

    /** A fresh one below a directory of its own, over whatever an earlier run left; only half of a pull is of use still. */
    static Scratch of(Member member, Path below) throws ProblemException {
        Path path = path(member, below);
        try {
            Path real = begin(member, path);
            Trees.copy(real.resolve(REFS), path.resolve(REFS));
            return new Scratch(member, path, Copies.of(member, path));
        } catch (IOException failed) {
            throw Problems.unreadable(path, failed);
        }
    }

    /**
     * One for removing what nobody needs: the refs in it are the real ones, so that commits which others make meanwhile are
     * needed here too. Nobody may move refs by it; those that {@link #keep} are nobody else's.
     */
    static Scratch cleaning(Member member, Path below) throws ProblemException {
        Path path = path(member, below);
        try {
            Path real = begin(member, path);
            Files.createDirectories(path.resolve(MIRRORS));
            for (String each : LIVE) {
                share(real, path, each);
            }
            if (Files.isDirectory(real.resolve(MIRRORS), LinkOption.NOFOLLOW_LINKS)) {
                Trees.copy(real.resolve(MIRRORS), path.resolve(MIRRORS));
            }
            return new Scratch(member, path, Copies.of(member, path));
        } catch (IOException failed) {
            throw Problems.unreadable(path, failed);
        }
    }

    private static Path path(Member member, Path below) {
        return below.resolve(member.name().isEmpty() ? "single" : member.name());
    }

    private static Path begin(Member member, Path path) throws IOException {
        Path real = member.repository().path().toAbsolutePath();
        Files.createDirectories(path.resolve(TMP));
        for (Path each : entries(path)) {
            if (!each.endsWith(TMP)) {
                Trees.delete(each);
            }
        }
        for (String each : SHARED) {
            share(real, path, each);
        }
        Files.createSymbolicLink(path.resolve(LOCK), real.resolve(LOCK));
        for (String each : Copies.SINGLE) {
            if (Files.exists(real.resolve(each), LinkOption.NOFOLLOW_LINKS)) {
                Files.copy(real.resolve(each), path.resolve(each), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return real;
    }

    private static List<Path> entries(Path directory) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(directory)) {
            all.forEach(entries::add);
        }
        return entries;
    }

    private static void share(Path real, Path path, String each) throws IOException {
        Files.createDirectories(real.resolve(each));
        Files.createSymbolicLink(path.resolve(each), real.resolve(each));
    }

    Path path() {
        return path;
    }

    /** It is the objects of the real one that it has. */
    Objects objects() {
        return member.repository().objects();
    }

    Member member() {
        return member;
    }

    /** What clients followed when it was made. */
    Copies copies() {
        return copies;
    }

    /** A commit stays, with all that it needs and those before it, though no ref of the real one reaches it. */
    void keep(Checksum commit) throws ProblemException {
        try {
            Path kept = Files.createDirectories(path.resolve(MIRRORS).resolve("tidemark.keep"));
            Files.writeString(kept.resolve(commit.hex()), commit.hex() + "\n");
        } catch (IOException failed) {
            throw Problems.unreadable(path, failed);
        }
    }

    /** Lets the summary that is written here tell of no other deltas than these, by their paths: it needs their heads. */
    void showDeltas(Collection<String> deltas) throws ProblemException {
        Path real = member.repository().path().toAbsolutePath();
        try {
            Files.delete(path.resolve("deltas"));
            Files.createDirectories(path.resolve("deltas"));
            for (String each : deltas) {
                Path shown = Files.createDirectories(path.resolve(each)).resolve(StaticDeltas.HEAD);
                Files.createSymbolicLink(shown, real.resolve(each).resolve(StaticDeltas.HEAD));
            }
        } catch (IOException failed) {
            throw Problems.unreadable(path, failed);
        }
    }

    /** What is different here from what was copied, in the order in which clients may see it. */
    CommitReady ready() throws ProblemException {
        return copies.ready();
    }
}
