package io.tidemark.store;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.time.Instant;

/**
 * What the file system knows of one entry.
 *
 * @param mode type and permission bits as {@code stat} gives them
 * @param uid owner
 * @param gid group
 * @param device number of the file system, the major one in the upper half
 * @param links how many names it has
 * @param mtime last change of content, nanoseconds since 1970
 * @param ctime last change of content or attributes, nanoseconds since 1970
 */
record Stat(int mode, int uid, int gid, long device, long inode, long links, long size, long mtime, long ctime) {

    private static final int AT_EMPTY_PATH = 0x1000;
    private static final int AT_SYMLINK_NOFOLLOW = 0x100;
    private static final int BASIC = 0x7ff;
    private static final long SECOND = 1_000_000_000L;

    /** Asks for a name in a directory, or for the handle itself where the name is empty; answers 0 or the errno. */
    static int read(Scratch s, int fd, byte[] name) {
        int how = name.length == 0 ? AT_EMPTY_PATH : AT_SYMLINK_NOFOLLOW;
        return Libc.statx(s, fd, s.first(name), how, BASIC);
    }

    /** Sets access and modification time of an open file. */
    static int setTimes(Scratch s, int fd, long nanos) {
        for (int at = 0; at < 32; at += 16) {
            s.record.set(JAVA_LONG, at, Math.floorDiv(nanos, SECOND));
            s.record.set(JAVA_LONG, at + 8, Math.floorMod(nanos, SECOND));
        }
        return Libc.futimens(s, fd, s.record);
    }

    /** Layout of {@code struct statx} (linux/stat.h), the same on every processor. */
    static Stat of(MemorySegment r) {
        return new Stat(
                Short.toUnsignedInt(r.get(JAVA_SHORT, 28)),
                r.get(JAVA_INT, 20),
                r.get(JAVA_INT, 24),
                r.get(JAVA_INT, 136) * (1L << 32) + Integer.toUnsignedLong(r.get(JAVA_INT, 140)),
                r.get(JAVA_LONG, 32),
                Integer.toUnsignedLong(r.get(JAVA_INT, 16)),
                r.get(JAVA_LONG, 40),
                time(r, 112),
                time(r, 96));
    }

    /** An instant as times are given to the kernel. */
    static long nanos(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), SECOND), time.getNano());
    }

    boolean isFile() {
        return (mode & 0170000) == 0100000;
    }

    boolean isDirectory() {
        return (mode & 0170000) == 0040000;
    }

    boolean isLink() {
        return (mode & 0170000) == 0120000;
    }

    /** The twelve permission bits. */
    int permissions() {
        return mode & 07777;
    }

    private static long time(MemorySegment r, long at) {
        return r.get(JAVA_LONG, at) * SECOND + r.get(JAVA_INT, at + 8);
    }
}
