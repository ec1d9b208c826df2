package io.tidemark.store;

import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;

/** Reads every byte of a sealed version and compares it with its manifest. */
final class VerifyVersion {

    private static final int SHARE = 64;

    private final Workbench bench;
    private final JobContext job;

    VerifyVersion(Workbench bench, JobContext job) {
        this.bench = bench;
        this.job = job;
    }

    /** Paths that differ; then the version is quarantined, else that it was verified is noted and lifts a quarantine. */
    List<String> run(String version) throws ProblemException, InterruptedException {
        VersionRecord record = bench.records.get(version);
        SealedTree tree = SealedTree.read(bench.home, record);
        job.progress().phase("verify", record.files(), record.bytes());
        Set<String> wrong = new TreeSet<>(shape(tree));
        wrong.addAll(content(tree, wrong));
        if (wrong.isEmpty()) {
            settle(tree);
        } else {
            new Quarantine(bench).shut(version, List.copyOf(wrong));
        }
        return List.copyOf(wrong);
    }

    /** What is missing, foreign, or of another type, mode, size or target; inodes and times do not count here. */
    private Set<String> shape(SealedTree tree) throws ProblemException, InterruptedException {
        SealedTree fresh = tree.withoutRows();
        LedgerFindings findings =
                new LedgerCheck(bench.home, fresh, inode -> LedgerTable.UNKNOWN, Optional.empty()).run(job);
        return new HashSet<>(findings.tampered());
    }

    private List<String> content(SealedTree tree, Set<String> known) throws ProblemException, InterruptedException {
        try (Dir top = tree.open(bench.home)) {
            List<Callable<List<String>>> tasks = new ArrayList<>();
            for (List<SealedFolder.Part> share : tree.split(SHARE)) {
                tasks.add(() -> content(tree, top, share, known));
            }
            return Parallel.all(job, tasks).stream().flatMap(List::stream).toList();
        } catch (ProblemException e) {
            if (known.contains(".") && Errno.is(e, "store.missing")) {
                return List.of();
            }
            throw e;
        }
    }

    private List<String> content(SealedTree tree, Dir top, List<SealedFolder.Part> share, Set<String> known)
            throws ProblemException, InterruptedException {
        List<String> wrong = new ArrayList<>();
        for (SealedFolder.Part part : share) {
            for (SealedItem item : part.items()) {
                String path = item.entry().path().text();
                if (item.isFile() && !known.contains(path) && !isRight(tree, top, item)) {
                    wrong.add(path);
                }
            }
        }
        return wrong;
    }

    private boolean isRight(SealedTree tree, Dir top, SealedItem item) throws ProblemException, InterruptedException {
        Optional<VerifyFile.Read> read = read(top, item);
        job.progress().file();
        if (read.isEmpty() || !read.get().sha256().equals(item.entry().sha256())) {
            return false;
        }
        tree.rows.set(item.row(), read.get().stat());
        bench.ledger.note(read.get().stat());
        return true;
    }

    private Optional<VerifyFile.Read> read(Dir top, SealedItem item) throws ProblemException, InterruptedException {
        try {
            return VerifyFile.through(bench.disk, top, item.entry().path().bytes(), job);
        } catch (ProblemException e) {
            // Bytes that the disk cannot give back any more are as wrong as others.
            boolean lost = Errno.is(e, "store.io") || Errno.is(e, "store.missing") || Errno.is(e, "store.link");
            if (lost) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void settle(SealedTree tree) throws ProblemException {
        tree.noteFolders(bench.home);
        tree.writeRows(bench.home);
        bench.ledger.settle();
        VersionRecord record = tree.record;
        Map<String, Long> figures = Map.of("files", record.files(), "bytes", record.bytes());
        new Quarantine(bench).verified(record.name(), bench.clock.instant(), figures);
    }
}
