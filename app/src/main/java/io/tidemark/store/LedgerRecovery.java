package io.tidemark.store;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.VersionState;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out after a crash what is still known of the inodes that were being touched: where only the change time differs,
 * nothing is known any more, and the bytes will be read before the file is used again. Differences of another kind stay
 * to be found as what they are.
 */
final class LedgerRecovery {

    private final Home home;
    private final LedgerTable table;
    private final LedgerMark mark;
    private final Set<Long> seen = new HashSet<>();

    LedgerRecovery(Home home, LedgerTable table, LedgerMark mark) {
        this.home = home;
        this.table = table;
        this.mark = mark;
    }

    /** Does it; doing it again finds the same. */
    void run() throws ProblemException {
        List<VersionRecord> records = new Records(home).all();
        boolean complete = records.stream().map(VersionRecord::name).toList().containsAll(mark.versions());
        LedgerMark wider = complete ? mark : mark.and(LedgerMark.ALL);
        for (VersionRecord record : records) {
            boolean sealed = record.state() == VersionState.SEALED || record.state() == VersionState.QUARANTINED;
            if (sealed && wider.concerns(record.name())) {
                look(record);
            }
        }
    }

    private void look(VersionRecord record) throws ProblemException {
        SealedTree tree;
        try {
            tree = SealedTree.read(home, record);
        } catch (ProblemException damaged) {
            if (damaged.problem().category() == Problem.Category.STORAGE) {
                throw damaged;
            }
            return;
        }
        try (Dir top = tree.open(home)) {
            boolean forgot = false;
            for (SealedFolder folder : tree.folders) {
                forgot |= look(top, folder, tree.rows);
            }
            if (forgot) {
                tree.writeRows(home);
            }
        } catch (ProblemException e) {
            requireGone(e);
        }
    }

    private boolean look(Dir top, SealedFolder folder, LedgerRows rows) throws ProblemException {
        boolean forgot = false;
        try (Dir dir = home.disk.open(top, folder.path)) {
            for (SealedItem item : folder.items) {
                if (item.isFile() && !isSeen(rows.inode(item.row()))) {
                    forgot |= look(home.disk.stat(dir, item.name()), item, rows);
                }
            }
            if (mark.replacing()) {
                restore(dir, rows.mtime(folder.row), rows.inode(folder.row));
            }
        } catch (ProblemException e) {
            requireGone(e);
        }
        return forgot;
    }

    /** Versions have most inodes in common; what was found out of one need not be found out again. */
    private boolean isSeen(long inode) {
        return !mark.replacing() && seen.contains(inode);
    }

    private boolean look(Optional<Stat> found, SealedItem item, LedgerRows rows) {
        if (found.isEmpty() || !item.looksLike(found.get()) || found.get().mtime() != rows.mtime(item.row())) {
            return false;
        }
        Stat stat = found.get();
        if (stat.inode() != rows.inode(item.row())) {
            boolean ours = mark.replacing() && rows.inode(item.row()) != 0;
            if (ours) {
                rows.forget(item.row());
            }
            return ours;
        }
        seen.add(stat.inode());
        if (table.time(stat.inode()) != stat.ctime()) {
            table.put(stat.inode(), LedgerTable.UNKNOWN);
        }
        return false;
    }

    /** Putting an equal file in a file's place changes the time of its directory, which clients see. */
    private static void restore(Dir dir, long mtime, long inode) throws ProblemException {
        Stat stat = dir.stat();
        if (stat.inode() == inode && stat.mtime() != mtime) {
            dir.utime(mtime);
        }
    }

    private static void requireGone(ProblemException e) throws ProblemException {
        if (!Errno.is(e, "store.missing") && !Errno.is(e, "store.link")) {
            throw e;
        }
    }
}
