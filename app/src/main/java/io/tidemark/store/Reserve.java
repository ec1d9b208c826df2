package io.tidemark.store;

import io.tidemark.model.ProblemException;
import java.util.List;

/**
 * A few files that are given up one by one when the disk is full, so that rolling back, holding and journalling still work:
 * their bytes and their inodes. Filled again when there is room. Work that fills disks itself does not get them, or
 * nothing would be left for the rollback after it. Used by the holder of the lock.
 */
final class Reserve {

    private static final int FILES = 8;
    private static final int SIZE = 32 * 1024;

    private final Disk disk;
    private final Dir own;
    private volatile boolean kept;
    private boolean spent;

    Reserve(Disk disk, Dir own) {
        this.disk = disk;
        this.own = own;
    }

    /** From now on work fills the disk that must not have the reserve. */
    void keep() {
        kept = true;
    }

    /** From now on there is small work again, which may have it. */
    void offer() {
        kept = false;
    }

    /** Does the work; as long as there is no room for it, gives up a piece of the reserve and does it again. */
    <T> T spend(Work<T> work) throws ProblemException {
        while (true) {
            try {
                return work.run();
            } catch (ProblemException e) {
                if (!noRoom(e) || kept || !released(e)) {
                    throw e;
                }
            }
        }
    }

    /** Fills it up again if it was spent, before somebody else takes the room. */
    void refill() throws ProblemException {
        if (spent) {
            fill();
        }
    }

    /** Fills it up as far as the disk allows. */
    void fill() throws ProblemException {
        try (Dir dir = disk.open(own, Layout.RESERVE)) {
            for (int i = 0; i < FILES; i++) {
                byte[] name = Disk.raw(Integer.toString(i));
                if (disk.stat(dir, name).filter(s -> s.size() == SIZE).isEmpty()) {
                    make(dir, name);
                }
            }
        } catch (ProblemException e) {
            if (!noRoom(e)) {
                throw e;
            }
        }
    }

    /** Whether a problem means that there is no room for small things. */
    static boolean noRoom(ProblemException e) {
        return Errno.is(e, "store.full") || Errno.is(e, "store.inodes") || Errno.is(e, "store.quota");
    }

    /** What could not be given up does not replace what the work itself said about the state it left. */
    private boolean released(ProblemException cause) {
        try {
            return release();
        } catch (ProblemException e) {
            cause.addSuppressed(e);
            return false;
        }
    }

    private synchronized boolean release() throws ProblemException {
        try (Dir dir = disk.open(own, Layout.RESERVE)) {
            List<DirEntry> entries = disk.list(dir);
            if (entries.isEmpty()) {
                return false;
            }
            disk.unlink(dir, entries.getFirst().name());
            spent = true;
            return true;
        }
    }

    private void make(Dir dir, byte[] name) throws ProblemException {
        if (disk.stat(dir, name).isPresent()) {
            disk.unlink(dir, name);
        }
        try (OpenFile file = disk.create(dir, name, 0600)) {
            file.write(noise(name[0]), 0, SIZE, 0);
        }
    }

    /** Bytes that no file system can store in less room (Marsaglia's xorshift). */
    private static byte[] noise(long seed) {
        byte[] bytes = new byte[SIZE];
        long x = seed * 0x9e3779b97f4a7c15L + 1;
        for (int i = 0; i < SIZE; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
            bytes[i] = (byte) x;
        }
        return bytes;
    }

    /** Something that may find no room; leaves nothing behind when it fails. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws ProblemException;
    }
}
