package io.tidemark.store;

import io.tidemark.job.JobContext;
import io.tidemark.model.JournalEntry.Event;
import io.tidemark.model.ProblemException;
import io.tidemark.model.VersionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Makes equal files of sealed versions share storage: first their bytes are compared, then the same file takes the place
 * of each copy, by one rename. Bytes and modes stay as they were; times too, except where files can only be linked and a
 * copy takes the time of the oldest one.
 */
final class SharingCopies {

    private final Workbench bench;
    private final JobContext job;

    SharingCopies(Workbench bench, JobContext job) {
        this.bench = bench;
        this.job = job;
    }

    /** How many bytes it would save; writes nothing. */
    static long count(Home home, JobContext job) throws ProblemException, InterruptedException {
        List<SealedTree> trees = new ArrayList<>();
        for (VersionRecord record : new Records(home).all()) {
            if (record.state() == VersionState.SEALED
                    && LedgerCheck.tampered(home, record, job).isEmpty()) {
                trees.add(SealedTree.read(home, record));
            }
        }
        return new SharingGroups(home, trees, job)
                .find().stream().mapToLong(SharingGroups.Group::saves).sum();
    }

    /** Does it; bytes saved. Versions that turn out to be tampered with are quarantined and left alone. */
    long run() throws ProblemException, InterruptedException {
        List<SealedTree> trees = untouched();
        List<SharingGroups.Group> groups = new SharingGroups(bench.home, trees, job).find();
        job.progress()
                .phase(
                        "share",
                        groups.size(),
                        groups.stream().mapToLong(SharingGroups.Group::saves).sum());
        if (groups.isEmpty()) {
            return 0;
        }
        List<SharingGroups.Group> equal = equal(groups);
        bench.ledger.touching(LedgerMark.replacingAll());
        try (SharingReplacement replacement = new SharingReplacement(bench)) {
            replacement.announce(equal);
            for (SharingGroups.Group group : equal) {
                job.checkpoint();
                replacement.replace(group);
                job.progress().file();
            }
            return replacement.saved();
        }
    }

    private List<SealedTree> untouched() throws ProblemException, InterruptedException {
        List<SealedTree> trees = new ArrayList<>();
        for (VersionRecord record : bench.records.all()) {
            if (record.state() == VersionState.SEALED) {
                try {
                    trees.add(LedgerGuard.require(bench, record, job));
                } catch (ProblemException e) {
                    if (!Errno.is(e, "store.tampered")) {
                        throw e;
                    }
                }
            }
        }
        return trees;
    }

    /** The groups whose files really have the same bytes, compared on all processors. */
    private List<SharingGroups.Group> equal(List<SharingGroups.Group> groups)
            throws ProblemException, InterruptedException {
        List<Callable<Optional<SharingGroups.Group>>> tasks = new ArrayList<>();
        for (SharingGroups.Group group : groups) {
            tasks.add(() -> new SharingComparison(bench.home, job).equal(group));
        }
        return Parallel.all(job, tasks).stream().flatMap(Optional::stream).toList();
    }

    /** The journal's line about it. */
    static Deed deed(long files, long bytes) {
        return Deed.of(Event.SHARED, "", "", Map.of("files", files, "bytes", bytes));
    }
}
