package io.tidemark.store;

import io.tidemark.job.JobContext;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.VersionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Stands before everything that uses a sealed version again: it must be as it was sealed. Where the ledger knows too
 * little the bytes are read; what differs is quarantined.
 */
final class LedgerGuard {

    private static final int NAMED = 3;

    private LedgerGuard() {}

    /**
     * Lets a sealed version through.
     *
     * @throws ProblemException {@code store.tampered} after it was quarantined, {@code store.quarantined} if it already
     *     was, {@code store.not-sealed}
     */
    static SealedTree require(Workbench bench, VersionRecord record, JobContext job)
            throws ProblemException, InterruptedException {
        if (record.state() == VersionState.QUARANTINED) {
            throw new ProblemException(
                    Problem.of("store.quarantined", Problem.Category.REFUSED, "object", record.name()));
        }
        SealedTree tree = SealedTree.read(bench.home, record);
        LedgerCheck check = new LedgerCheck(bench.home, tree, bench.ledger::time, Optional.empty());
        LedgerFindings findings = check.run(job);
        List<String> tampered = new ArrayList<>(findings.tampered());
        if (tampered.isEmpty() && !findings.unsettled().isEmpty()) {
            tampered.addAll(settle(bench, tree, findings.unsettled(), job));
        }
        if (!tampered.isEmpty()) {
            new Quarantine(bench).shut(record.name(), tampered);
            throw tampered(record.name(), tampered);
        }
        return tree;
    }

    /** The problem of a version that was changed behind our back. */
    static ProblemException tampered(String version, List<String> paths) {
        Problem problem = Problem.of(
                "store.tampered",
                Problem.Category.REFUSED,
                "object",
                version,
                "paths",
                String.join(", ", paths.subList(0, Math.min(NAMED, paths.size()))),
                "count",
                paths.size());
        return new ProblemException(problem.in(Problem.State.QUARANTINED));
    }

    private static List<String> settle(
            Workbench bench, SealedTree tree, List<LedgerFindings.Unsettled> files, JobContext job)
            throws ProblemException, InterruptedException {
        try (Dir top = tree.open(bench.home)) {
            List<Callable<Optional<String>>> tasks = new ArrayList<>();
            for (LedgerFindings.Unsettled file : files) {
                tasks.add(() -> settle(bench, tree, top, file, job));
            }
            List<String> wrong = Parallel.all(job, tasks).stream()
                    .flatMap(Optional::stream)
                    .sorted()
                    .toList();
            tree.writeRows(bench.home);
            return wrong;
        }
    }

    /** Reads one file; its path if it differs. */
    private static Optional<String> settle(
            Workbench bench, SealedTree tree, Dir top, LedgerFindings.Unsettled file, JobContext job)
            throws ProblemException, InterruptedException {
        SealedItem item = file.item();
        try (Dir dir = bench.disk.open(top, file.folder().path)) {
            Optional<VerifyFile.Read> read = VerifyFile.through(bench.disk, dir, item.name(), job);
            if (read.isEmpty() || !read.get().sha256().equals(item.entry().sha256())) {
                return Optional.of(item.entry().path().text());
            }
            bench.ledger.note(read.get().stat());
            tree.rows.set(item.row(), read.get().stat());
            return Optional.empty();
        }
    }
}
