package io.tidemark.store;

import io.tidemark.job.JobContext;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.VersionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        tampered.addAll(settle(bench, tree, findings.doubtful(), job));
        if (tampered.isEmpty()) {
            tampered.addAll(settle(bench, tree, findings.unsettled(), job));
        }
        tampered.sort(null);
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
        if (files.isEmpty()) {
            return List.of();
        }
        List<String> wrong = new LedgerReading(bench.home, tree, job).wrong(files, right -> {
            bench.ledger.note(right.stat());
            tree.rows.set(right.item().row(), right.stat());
        });
        tree.writeRows(bench.home);
        return wrong;
    }
}
