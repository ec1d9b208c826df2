package io.tidemark.store;

import io.tidemark.job.JobContext;
import io.tidemark.model.FileChange;
import io.tidemark.model.FileChange.Kind;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The changed files between two manifests. Both are read once to find the differences and the moves among them, and to
 * check the root digests; nothing is told before. Few differences are kept, many are found again by reading once more.
 */
final class ManifestCompare {

    private static final int KEPT = 100_000;

    private final ManifestMerge merge;
    private final ManifestMoves moves = new ManifestMoves();
    private final List<Difference> kept = new ArrayList<>();
    private boolean tooMany;
    private int removed;
    private int added;

    private record Difference(ManifestEntry before, ManifestEntry after) {}

    ManifestCompare(ManifestSource before, ManifestSource after, JobContext job) {
        merge = new ManifestMerge(before, after, job);
    }

    /** Tells each change, in path order. */
    void run(Consumer<FileChange> sink) throws ProblemException, InterruptedException {
        merge.run(this::note);
        moves.match();
        if (tooMany) {
            merge.run((before, after) -> tell(before, after, sink));
        } else {
            kept.forEach(difference -> tell(difference.before, difference.after, sink));
        }
    }

    private void note(ManifestEntry before, ManifestEntry after) {
        if (after == null && ManifestMoves.eligible(before)) {
            moves.removed(before);
        } else if (before == null && ManifestMoves.eligible(after)) {
            moves.added(after);
        }
        keep(before, after);
    }

    private void keep(ManifestEntry before, ManifestEntry after) {
        tooMany |= kept.size() == KEPT;
        if (tooMany) {
            kept.clear();
        } else {
            kept.add(new Difference(before, after));
        }
    }

    private void tell(ManifestEntry before, ManifestEntry after, Consumer<FileChange> sink) {
        if (after == null) {
            removed(before, sink);
        } else if (before == null) {
            added(after, sink);
        } else {
            sink.accept(change(Kind.CHANGED, after, "", before.size(), after.size()));
        }
    }

    private void removed(ManifestEntry before, Consumer<FileChange> sink) {
        boolean moved = ManifestMoves.eligible(before) && moves.isMoved(removed++);
        if (!moved) {
            sink.accept(change(Kind.REMOVED, before, "", before.size(), 0));
        }
    }

    private void added(ManifestEntry after, Consumer<FileChange> sink) {
        String from = ManifestMoves.eligible(after) ? moves.from(added++) : "";
        if (from.isEmpty()) {
            sink.accept(change(Kind.ADDED, after, "", 0, after.size()));
        } else {
            sink.accept(change(Kind.MOVED, after, from, after.size(), after.size()));
        }
    }

    private static FileChange change(Kind kind, ManifestEntry entry, String from, long oldSize, long newSize) {
        return new FileChange(kind, entry.path().text(), from, oldSize, newSize, entry.type());
    }
}
