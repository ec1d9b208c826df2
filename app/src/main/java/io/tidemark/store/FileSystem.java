package io.tidemark.store;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;

/**
 * A mounted file system as {@code statfs} shows it.
 *
 * @param type magic number, see statfs(2)
 * @param free bytes that an ordinary user may still write
 * @param inodes inodes in all, 0 where they are made on demand
 * @param freeInodes inodes that are left
 */
record FileSystem(long type, long free, long inodes, long freeInodes) {

    private static final long NFS = 0x6969;
    private static final long SMB = 0x517b;
    private static final long CIFS = 0xff534d42L;
    private static final long SMB2 = 0xfe534d42L;
    private static final long PLAN9 = 0x01021997;

    /** Layout of {@code struct statfs} on 64-bit machines. */
    static FileSystem of(MemorySegment r) {
        return new FileSystem(
                r.get(JAVA_LONG, 0),
                r.get(JAVA_LONG, 32) * r.get(JAVA_LONG, 8),
                r.get(JAVA_LONG, 40),
                r.get(JAVA_LONG, 48));
    }

    /** Whether another machine keeps it: locks and renames do not hold there what they promise here. */
    boolean remote() {
        return type == NFS || type == SMB || type == CIFS || type == SMB2 || type == PLAN9;
    }

    /** Whether it is inodes, not bytes, that are used up. */
    boolean outOfInodes() {
        return inodes > 0 && freeInodes == 0;
    }
}
