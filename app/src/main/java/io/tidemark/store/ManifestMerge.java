package io.tidemark.store;

import io.tidemark.job.JobContext;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.ProblemException;

/** Goes through two manifests side by side and tells where they differ, in path order; equal lines stay bytes. */
final class ManifestMerge {

    private static final int OFTEN = 4095;

    private final ManifestSource before;
    private final ManifestSource after;
    private final JobContext job;

    /** Told of each difference; one side is null where the path is missing. */
    @FunctionalInterface
    interface Sink {

        void differ(ManifestEntry before, ManifestEntry after) throws ProblemException;
    }

    ManifestMerge(ManifestSource before, ManifestSource after, JobContext job) {
        this.before = before;
        this.after = after;
        this.job = job;
    }

    /** Reads both once; what was told holds only if this returns, for the root digests are checked at the end. */
    void run(Sink sink) throws ProblemException, InterruptedException {
        try (ManifestAhead one = new ManifestAhead(before.open());
                ManifestAhead other = new ManifestAhead(after.open())) {
            merge(new ManifestCursor(before.version(), one), new ManifestCursor(after.version(), other), sink);
        }
    }

    private void merge(ManifestCursor one, ManifestCursor other, Sink sink)
            throws ProblemException, InterruptedException {
        int steps = 0;
        while (!one.atEnd() || !other.atEnd()) {
            step(one, other, sink);
            if ((++steps & OFTEN) == 0) {
                job.checkpoint();
            }
        }
    }

    private static void step(ManifestCursor one, ManifestCursor other, Sink sink)
            throws ProblemException, InterruptedException {
        if (!one.atEnd() && !other.atEnd() && ManifestCursor.skipEqual(one, other)) {
            return;
        }
        int order = order(one, other);
        sink.differ(order <= 0 ? one.entry() : null, order >= 0 ? other.entry() : null);
        if (order <= 0) {
            one.advance();
        }
        if (order >= 0) {
            other.advance();
        }
    }

    private static int order(ManifestCursor one, ManifestCursor other) throws ProblemException {
        if (one.atEnd()) {
            return 1;
        }
        return other.atEnd() ? -1 : ManifestCursor.comparePaths(one, other);
    }
}
