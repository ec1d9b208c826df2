package io.tidemark.store;

import io.tidemark.job.JobContext;
import io.tidemark.model.EntryPath;
import io.tidemark.model.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.LongUnaryOperator;

/** Compares a sealed version with what was recorded of it, without reading content; on all processors. */
final class LedgerCheck {

    private static final int SHARE = 1000;

    private final Home home;
    private final SealedTree tree;
    private final LongUnaryOperator times;
    private final Optional<LedgerMark> mark;

    /**
     * A check.
     *
     * @param times the recorded change time of an inode
     * @param mark what a writer is touching meanwhile
     */
    LedgerCheck(Home home, SealedTree tree, LongUnaryOperator times, Optional<LedgerMark> mark) {
        this.home = home;
        this.tree = tree;
        this.times = times;
        this.mark = mark.filter(m -> m.concerns(tree.record.name()));
    }

    /**
     * For readers: paths of a sealed version that were changed behind our back. What is found is looked at again, for a
     * writer may have been about to settle the ledger.
     */
    static List<String> tampered(Home home, VersionRecord record, JobContext job)
            throws ProblemException, InterruptedException {
        if (onDisk(home, record).run(job).clean()) {
            return List.of();
        }
        LedgerCheck again = onDisk(home, record);
        LedgerFindings found = again.run(job);
        List<String> tampered = new ArrayList<>(found.tampered());
        tampered.addAll(new LedgerReading(home, again.tree, job).wrong(found.doubtful(), right -> {}));
        return tampered.stream().sorted().toList();
    }

    private static LedgerCheck onDisk(Home home, VersionRecord record) throws ProblemException {
        Optional<LedgerMark> before = LedgerMark.read(home);
        LedgerTable table = LedgerTable.read(home);
        Optional<LedgerMark> after = LedgerMark.read(home);
        return new LedgerCheck(home, SealedTree.read(home, record), table::time, after.or(() -> before));
    }

    /** Does it. */
    LedgerFindings run(JobContext job) throws ProblemException, InterruptedException {
        try (Dir top = tree.open(home)) {
            List<Callable<LedgerFindings>> tasks = new ArrayList<>();
            for (List<SealedFolder.Part> share : tree.split(SHARE)) {
                tasks.add(() -> look(top, share, job));
            }
            return LedgerFindings.all(Parallel.all(job, tasks));
        } catch (ProblemException e) {
            if (isGone(e)) {
                return LedgerFindings.gone();
            }
            throw e;
        }
    }

    private LedgerFindings look(Dir top, List<SealedFolder.Part> share, JobContext job)
            throws ProblemException, InterruptedException {
        LedgerFindings findings = LedgerFindings.none();
        for (SealedFolder.Part part : share) {
            job.checkpoint();
            try (Dir dir = home.disk.open(top, part.folder().path)) {
                look(dir, part, findings);
            } catch (ProblemException e) {
                // That the directory is gone is found where its parent is looked at.
                if (!isGone(e)) {
                    throw e;
                }
            }
        }
        return findings;
    }

    private void look(Dir dir, SealedFolder.Part part, LedgerFindings findings) throws ProblemException {
        for (SealedItem item : part.items()) {
            switch (verdict(dir, item)) {
                case RIGHT -> {}
                case DOUBTFUL -> findings.doubtful().add(new LedgerFindings.Unsettled(part.folder(), item));
                case UNSETTLED -> findings.unsettled().add(new LedgerFindings.Unsettled(part.folder(), item));
                case TAMPERED -> findings.tampered().add(item.entry().path().text());
            }
        }
        if (part.isFirst() && !tree.isFile(home)) {
            strangers(dir, part.folder(), findings);
        }
    }

    private enum Verdict {
        RIGHT,
        DOUBTFUL,
        UNSETTLED,
        TAMPERED
    }

    private Verdict verdict(Dir dir, SealedItem item) throws ProblemException {
        Optional<Stat> stat = home.disk.stat(dir, item.name());
        if (stat.isEmpty() || !item.looksLike(stat.get())) {
            return Verdict.TAMPERED;
        }
        return switch (item.entry().type()) {
            case DIRECTORY -> Verdict.RIGHT;
            case SYMLINK -> target(dir, item);
            case FILE -> file(stat.get(), item.row());
        };
    }

    private Verdict target(Dir dir, SealedItem item) throws ProblemException {
        Optional<byte[]> target = home.disk.readlink(dir, item.name());
        boolean right = target.map(bytes -> EntryPath.ofBytes(bytes).text())
                .filter(item.entry().target()::equals)
                .isPresent();
        return right ? Verdict.RIGHT : Verdict.TAMPERED;
    }

    private Verdict file(Stat stat, int row) {
        long inode = tree.rows.inode(row);
        long mtime = tree.rows.mtime(row);
        if (inode == 0 && mtime == 0) {
            return Verdict.UNSETTLED;
        }
        if (stat.mtime() != mtime) {
            return Verdict.TAMPERED;
        }
        if (inode == 0) {
            return Verdict.UNSETTLED;
        }
        long time = times.applyAsLong(inode);
        if (stat.inode() != inode) {
            // Where nothing is known of the recorded inode, the whole repository may have been copied to another place.
            boolean explained = time == LedgerTable.UNKNOWN
                    || mark.filter(LedgerMark::replacing).isPresent();
            return explained ? Verdict.UNSETTLED : Verdict.TAMPERED;
        }
        if (time == stat.ctime()) {
            return Verdict.RIGHT;
        }
        // The time changes with the number of links, too: who removes one version's files touches those that share
        // them.
        return time == LedgerTable.UNKNOWN || mark.isPresent() ? Verdict.UNSETTLED : Verdict.DOUBTFUL;
    }

    private void strangers(Dir dir, SealedFolder folder, LedgerFindings findings) throws ProblemException {
        List<DirEntry> entries = home.disk.list(dir);
        if (entries.size() <= folder.items.size() && findings.tampered().isEmpty()) {
            return;
        }
        Set<String> known = new HashSet<>();
        folder.items.forEach(item -> known.add(key(item.name())));
        for (DirEntry entry : entries) {
            if (!known.contains(key(entry.name()))) {
                findings.tampered().add(path(folder, entry.name()));
            }
        }
    }

    private static String path(SealedFolder folder, byte[] name) {
        if (Arrays.equals(folder.path, SealedTree.TOP)) {
            return EntryPath.ofBytes(name).text();
        }
        byte[] path = Arrays.copyOf(folder.path, folder.path.length + 1 + name.length);
        path[folder.path.length] = '/';
        System.arraycopy(name, 0, path, folder.path.length + 1, name.length);
        return EntryPath.ofBytes(path).text();
    }

    private static String key(byte[] name) {
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    private static boolean isGone(ProblemException e) {
        return Errno.is(e, "store.missing") || Errno.is(e, "store.link");
    }
}
