package io.tidemark.host.publish;

import io.tidemark.job.JobContext;
import io.tidemark.job.Unwatched;
import io.tidemark.model.EntryPath;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Takes digests on the host of what has arrived while more is on its way. What it finds right need not be read again; what
 * it does not, or cannot say, is read when everything is there.
 */
final class EarlyReading implements AutoCloseable {

    private final Sums sums;
    private final JobContext unseen;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("early-reading").factory());
    private final List<Future<Set<EntryPath>>> parts = new ArrayList<>();

    EarlyReading(Sums sums, JobContext job) {
        this.sums = sums;
        this.unseen = new Unwatched(job.cpu());
    }

    /** Files that lie in the staged tree, whole. */
    void arrived(List<ManifestEntry> files) {
        parts.add(reader.submit(() -> right(files)));
    }

    /** Those that were found right; waits for all that were begun. */
    Set<EntryPath> right() throws InterruptedException {
        Set<EntryPath> right = new HashSet<>();
        for (Future<Set<EntryPath>> part : parts) {
            try {
                right.addAll(part.get());
            } catch (ExecutionException unknown) {
                assert unknown.getCause() instanceof ProblemException : unknown;
            }
        }
        return right;
    }

    private Set<EntryPath> right(List<ManifestEntry> files) throws ProblemException, InterruptedException {
        Set<EntryPath> right = new HashSet<>();
        files.forEach(file -> right.add(file.path()));
        sums.wrong(files, unseen).forEach(file -> right.remove(file.path()));
        return right;
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
