package io.tidemark.store;

import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Reads the bytes of files that look right but may not be; on all processors. */
final class LedgerReading {

    private final Home home;
    private final SealedTree tree;
    private final JobContext job;

    LedgerReading(Home home, SealedTree tree, JobContext job) {
        this.home = home;
        this.tree = tree;
        this.job = job;
    }

    /** A file whose bytes are those that were sealed, as it was while they were read. */
    record Right(SealedItem item, Stat stat) {}

    /** Paths whose bytes differ, sorted; the others are handed over, by several threads. */
    List<String> wrong(List<LedgerFindings.Unsettled> files, Consumer<Right> right)
            throws ProblemException, InterruptedException {
        if (files.isEmpty()) {
            return List.of();
        }
        try (Dir top = tree.open(home)) {
            List<Callable<Optional<String>>> tasks = new ArrayList<>();
            for (LedgerFindings.Unsettled file : files) {
                tasks.add(() -> wrong(top, file, right));
            }
            return Parallel.all(job, tasks).stream()
                    .flatMap(Optional::stream)
                    .sorted()
                    .toList();
        }
    }

    private Optional<String> wrong(Dir top, LedgerFindings.Unsettled file, Consumer<Right> right)
            throws ProblemException, InterruptedException {
        SealedItem item = file.item();
        try (Dir dir = home.disk.open(top, file.folder().path)) {
            Optional<VerifyFile.Read> read = VerifyFile.through(home.disk, dir, item.name(), job);
            if (read.isEmpty() || !read.get().sha256().equals(item.entry().sha256())) {
                return Optional.of(item.entry().path().text());
            }
            right.accept(new Right(item, read.get().stat()));
            return Optional.empty();
        }
    }
}
