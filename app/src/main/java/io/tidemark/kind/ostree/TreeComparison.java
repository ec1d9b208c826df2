package io.tidemark.kind.ostree;

import io.tidemark.job.JobContext;
import io.tidemark.model.EntryPath;
import io.tidemark.model.FileChange;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares two directories by the names of their objects; what has equal names is equal and is not entered. Used once.
 */
final class TreeComparison {

    static final int DEEPEST = 512;
    private static final int MOST = 2_000_000;

    private final Objects older;
    private final Objects newer;
    private final JobContext job;
    private final List<FileChange> changes = new ArrayList<>();
    private int visited;

    /** A comparison of commits that may lie in two repositories. */
    TreeComparison(Objects older, Objects newer, JobContext job) {
        this.older = older;
        this.newer = newer;
        this.job = job;
    }

    /** Changed files, links and directories, each directory before what is in it. */
    List<FileChange> of(Commit before, Commit after) throws ProblemException, InterruptedException {
        compare(
                "",
                new DirTree.Entry("", before.content().tree(), before.content().meta()),
                new DirTree.Entry("", after.content().tree(), after.content().meta()));
        return changes;
    }

    private void compare(String path, DirTree.Entry before, DirTree.Entry after)
            throws ProblemException, InterruptedException {
        if (before.object().equals(after.object())) {
            return;
        }
        DirTree old = enter(older, path, before);
        DirTree now = enter(newer, path, after);
        for (Pairs.Pair pair : Pairs.of(old.files(), now.files())) {
            file(path, pair);
        }
        for (Pairs.Pair pair : Pairs.of(old.directories(), now.directories())) {
            directory(path, pair);
        }
    }

    private DirTree enter(Objects objects, String path, DirTree.Entry directory)
            throws ProblemException, InterruptedException {
        job.checkpoint();
        if (++visited > MOST || path.chars().filter(c -> c == '/').count() > DEEPEST) {
            throw Problems.bounds(objects.repository(), String.valueOf(MOST));
        }
        return objects.tree(directory.object());
    }

    private void file(String path, Pairs.Pair pair) throws ProblemException {
        Optional<FileHead> old = head(older, pair.before());
        Optional<FileHead> now = head(newer, pair.after());
        add(pair, path, now.or(() -> old).orElseThrow().type(), old.map(FileHead::size), now.map(FileHead::size));
    }

    private static Optional<FileHead> head(Objects objects, Optional<DirTree.Entry> entry) throws ProblemException {
        return entry.isEmpty()
                ? Optional.empty()
                : Optional.of(objects.head(entry.get().object()));
    }

    private void directory(String path, Pairs.Pair pair) throws ProblemException, InterruptedException {
        if (pair.before().isPresent() && pair.after().isPresent()) {
            DirTree.Entry old = pair.before().get();
            if (!old.meta().equals(pair.after().get().meta())) {
                add(pair, path, ManifestEntry.Type.DIRECTORY, Optional.empty(), Optional.empty());
            }
            compare(path + old.name() + "/", old, pair.after().get());
            return;
        }
        add(pair, path, ManifestEntry.Type.DIRECTORY, Optional.empty(), Optional.empty());
        whole(path, pair);
    }

    /** Everything in a directory that stands on one side only. */
    private void whole(String path, Pairs.Pair pair) throws ProblemException, InterruptedException {
        DirTree.Entry directory = pair.any();
        String below = path + directory.name() + "/";
        DirTree content = enter(pair.after().isPresent() ? newer : older, below, directory);
        for (DirTree.Entry each : content.files()) {
            file(below, pair.alike(each));
        }
        for (DirTree.Entry each : content.directories()) {
            directory(below, pair.alike(each));
        }
    }

    private void add(
            Pairs.Pair pair, String path, ManifestEntry.Type type, Optional<Long> oldSize, Optional<Long> newSize)
            throws ProblemException {
        if (changes.size() >= MOST) {
            throw Problems.bounds(newer.repository(), String.valueOf(MOST));
        }
        String name = EntryPath.of(path + pair.any().name()).text();
        changes.add(new FileChange(pair.kind(), name, "", oldSize.orElse(0L), newSize.orElse(0L), type));
    }
}
