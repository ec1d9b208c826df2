package io.tidemark.store;

import io.tidemark.model.ProblemException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps book of the inodes of sealed files for one writing session, so that what others change is told apart from what we
 * link and unlink ourselves. Whoever makes or removes links of sealed files announces it first ({@link #touching}) and
 * tells the new change times; {@link #settle} makes them durable. After a crash in between, what may have been touched is
 * looked at again, and where only the change time differs nothing is known until the bytes are read. Safe for all
 * threads, but for one session under the lock.
 */
final class Ledger implements Remover, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private final Home home;
    private final LedgerTable table;
    private LedgerMark mark;
    private volatile boolean changed;
    private volatile boolean doubtful;

    private Ledger(Home home, LedgerTable table, LedgerMark mark) {
        this.home = home;
        this.table = table;
        this.mark = mark;
    }

    /** Opens it for the holder of the lock, and finds out what is still known if a crash interrupted the last one. */
    static Ledger open(Home home) throws ProblemException {
        Optional<LedgerMark> left = LedgerMark.read(home);
        Ledger ledger = new Ledger(home, LedgerTable.read(home), left.orElse(null));
        if (left.isPresent()) {
            new LedgerRecovery(home, ledger.table, left.get()).run();
            ledger.changed = true;
            ledger.settle();
        }
        return ledger;
    }

    /** Whether a crash left anything to find out. */
    static boolean interrupted(Home home) throws ProblemException {
        return LedgerMark.read(home).isPresent();
    }

    /** Announces, durably, what may be touched from now on. */
    synchronized void touching(LedgerMark more) throws ProblemException {
        if (mark == null || !mark.covers(more)) {
            LedgerMark both = mark == null ? more : mark.and(more);
            both.write(home);
            mark = both;
        }
    }

    /** When an inode changed last, or {@link LedgerTable#UNKNOWN}. */
    long time(long inode) {
        return table.time(inode);
    }

    /** Notes when an inode changed last. */
    void note(Stat stat) {
        table.put(stat.inode(), stat.ctime());
        changed = true;
    }

    /** Notes that nothing is known of an inode any more. */
    void forget(long inode) {
        table.put(inode, LedgerTable.UNKNOWN);
        changed = true;
    }

    /**
     * Notes the change time after one of our own links or unlinks, unless the inode had been changed by others before:
     * that must stay visible.
     */
    void follow(Stat before, Stat after) {
        if (table.time(before.inode()) == before.ctime()) {
            note(after);
        }
    }

    /** Removes one name of a file; what other names of it are left are known to be touched by us. */
    @Override
    public void unlink(Dir dir, byte[] name) throws ProblemException {
        Optional<Stat> found = home.disk.stat(dir, name);
        if (found.isEmpty() || !found.get().isFile()) {
            home.disk.unlink(dir, name);
        } else if (found.get().links() == 1) {
            home.disk.unlink(dir, name);
            table.remove(found.get().inode());
            changed = true;
        } else {
            unlinkShared(dir, name, found.get());
        }
    }

    private void unlinkShared(Dir dir, byte[] name, Stat before) throws ProblemException {
        touching(LedgerMark.ALL);
        boolean followed = false;
        try (OpenFile file = home.disk.read(dir, name)) {
            home.disk.unlink(dir, name);
            follow(before, file.stat());
            followed = true;
        } catch (ProblemException e) {
            if (!Errno.is(e, "store.permission")) {
                throw e;
            }
            home.disk.unlink(dir, name);
            forget(before.inode());
            followed = true;
        } finally {
            doubtUnless(followed);
        }
    }

    /**
     * Called after a touch: if it was not followed to its end, the announcement stays, and the next session finds out what
     * is known.
     */
    void doubtUnless(boolean followed) {
        doubtful |= !followed;
    }

    /** Makes what was noted durable; nothing is being touched any more. */
    synchronized void settle() throws ProblemException {
        if (changed) {
            write();
        }
        if (mark != null && !doubtful) {
            home.remove(home.own, LedgerMark.FILE);
            mark = null;
        }
    }

    private void write() throws ProblemException {
        boolean written = false;
        changed = false;
        try {
            table.write(home);
            written = true;
        } finally {
            changed |= !written;
        }
    }

    /** Settles. Where that fails, the announcement stays, and the next session finds out what is known. */
    @Override
    public void close() {
        try {
            settle();
        } catch (ProblemException e) {
            LOG.debug("{}: the ledger of inodes will be made again", home.path, e);
        }
    }
}
