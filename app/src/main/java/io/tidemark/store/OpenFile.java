package io.tidemark.store;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import io.tidemark.model.ProblemException;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** An open file. Reading and writing name their position, so that threads need not agree on one. */
final class OpenFile implements AutoCloseable {

    private static final long FICLONE = 0x40049409L;
    private static final long FS_IOC_FIEMAP = 0xc020660bL;
    private static final int FIEMAP_FLAG_SYNC = 1;
    private static final int FIEMAP_SIZE = 32 + 56;
    private static final int F_OFD_SETLK = 37;
    private static final short F_WRLCK = 1;
    private static final int LOCK_SIZE = 32;
    private static final byte[] ACCESS_LIST = Disk.raw("system.posix_acl_access");
    private static final byte[] ITSELF = new byte[0];

    final int fd;
    private final Kernel kernel;
    private final Dir base;
    private final byte[] name;

    OpenFile(Kernel kernel, int fd, Dir base, byte[] name) {
        this.kernel = kernel;
        this.fd = fd;
        this.base = base;
        this.name = name;
    }

    /** Its path when it was opened, for messages. */
    String path() {
        return base.path(name);
    }

    /** What it is now. */
    Stat stat() throws ProblemException {
        Scratch s = kernel.scratch();
        kernel.check(Stat.read(s, fd, ITSELF), "stat", this);
        return Stat.of(s.record);
    }

    /** Reads up to {@code length} bytes from a position; -1 at the end. */
    int read(byte[] into, int offset, int length, long at) throws ProblemException {
        Scratch s = kernel.scratch();
        int wanted = Math.min(length, Scratch.BUFFER);
        int got = kernel.check(kernel.again(() -> Libc.pread(s, fd, s.buffer(), wanted, at)), "read", this);
        MemorySegment.copy(s.buffer(), JAVA_BYTE, 0, into, offset, got);
        return got == 0 && length > 0 ? -1 : got;
    }

    /** Writes all the bytes at a position. */
    void write(byte[] from, int offset, int length, long at) throws ProblemException {
        Scratch s = kernel.scratch();
        int done = 0;
        while (done < length) {
            kernel.inject(Call.WRITE, this);
            int size = Math.min(length - done, Scratch.BUFFER);
            long position = at + done;
            MemorySegment.copy(from, offset + done, s.buffer(), JAVA_BYTE, 0, size);
            done += kernel.check(kernel.again(() -> Libc.pwrite(s, fd, s.buffer(), size, position)), "write", this);
        }
    }

    /** Cuts a file of our own. */
    void truncate(long length) throws ProblemException {
        kernel.inject(Call.TRUNCATE, this);
        kernel.check(Libc.ftruncate(kernel.scratch(), fd, length), "truncate", this);
    }

    /** Sets the permission bits of a file that we are making. */
    void chmod(int mode) throws ProblemException {
        kernel.inject(Call.CHMOD, this);
        kernel.check(Libc.fchmod(kernel.scratch(), fd, mode), "chmod", this);
    }

    /** Gives a file that we are making to an owner and a group; false where this account may not. */
    boolean chown(int uid, int gid) throws ProblemException {
        int injected = kernel.injected(Call.CHOWN);
        int answer = injected != 0 ? -injected : Libc.fchown(kernel.scratch(), fd, uid, gid);
        // An account that has no number in this name space cannot be given anything either.
        if (answer == -Errno.EPERM || answer == -Errno.EINVAL) {
            return false;
        }
        kernel.check(answer, "chown", this);
        return true;
    }

    /** The access control list beyond the permission bits (acl(5)), as the kernel keeps it; empty if there is none. */
    Optional<byte[]> accessList() throws ProblemException {
        Scratch s = kernel.scratch();
        int length = Libc.fgetxattr(s, fd, s.first(ACCESS_LIST), s.buffer(), Scratch.BUFFER);
        if (length == -Errno.ENODATA || length == -Errno.EOPNOTSUPP) {
            return Optional.empty();
        }
        kernel.check(length, "getxattr", this);
        return Optional.of(s.buffer().asSlice(0, length).toArray(JAVA_BYTE));
    }

    /** Gives a file that we are making that list, or takes away the one that its directory gave it. */
    void accessList(Optional<byte[]> list) throws ProblemException {
        kernel.inject(Call.CHMOD, this);
        Scratch s = kernel.scratch();
        int answer = list.isPresent()
                ? Libc.fsetxattr(s, fd, s.first(ACCESS_LIST), bytes(s, list.get()), list.get().length)
                : Libc.fremovexattr(s, fd, s.first(ACCESS_LIST));
        boolean none = answer == -Errno.ENODATA || answer == -Errno.EOPNOTSUPP;
        if (list.isPresent() || !none) {
            kernel.check(answer, "setxattr", this);
        }
    }

    private static MemorySegment bytes(Scratch s, byte[] value) {
        MemorySegment.copy(value, 0, s.buffer(), JAVA_BYTE, 0, value.length);
        return s.buffer();
    }

    /** Sets access and modification time of a file that we are making, in nanoseconds since 1970. */
    void utime(long nanos) throws ProblemException {
        kernel.inject(Call.UTIME, this);
        kernel.check(Stat.setTimes(kernel.scratch(), fd, nanos), "utime", this);
    }

    /** Makes this file share all content with another; false where the file system cannot. */
    boolean cloneOf(OpenFile other) throws ProblemException {
        int injected = kernel.injected(Call.CLONE);
        int answer =
                injected != 0 ? -injected : Blocking.call(() -> Libc.ioctl(kernel.scratch(), fd, FICLONE, other.fd));
        if (Errno.cannotClone(-answer)) {
            return false;
        }
        kernel.check(answer, "clone", this);
        return true;
    }

    /** Where the first bytes lie on the device, or 0 where that is unknown (Documentation/filesystems/fiemap.rst). */
    long firstExtent() throws ProblemException {
        Scratch s = kernel.scratch();
        MemorySegment map = s.buffer().asSlice(0, FIEMAP_SIZE).fill((byte) 0);
        map.set(JAVA_LONG, 8, Long.MAX_VALUE);
        map.set(JAVA_INT, 16, FIEMAP_FLAG_SYNC);
        map.set(JAVA_INT, 24, 1);
        int answer = Libc.ioctl(s, fd, FS_IOC_FIEMAP, map);
        if (Errno.cannotClone(-answer)) {
            return 0;
        }
        kernel.check(answer, "fiemap", this);
        return map.get(JAVA_INT, 20) == 0 ? 0 : map.get(JAVA_LONG, 32 + 8);
    }

    /** Makes it durable. */
    void fsync() throws ProblemException {
        kernel.inject(Call.FSYNC, this);
        kernel.check(kernel.again(() -> Blocking.call(() -> Libc.fsync(kernel.scratch(), fd))), "fsync", this);
    }

    /**
     * Takes the exclusive lock if it is free. It belongs to this open file alone: it goes when this is closed or the
     * process ends, and another opening of the same file, even in this process, does not get it.
     */
    boolean lock() throws ProblemException {
        Scratch s = kernel.scratch();
        MemorySegment lock = s.record.asSlice(0, LOCK_SIZE).fill((byte) 0);
        lock.set(JAVA_SHORT, 0, F_WRLCK);
        int answer = Libc.fcntl(s, fd, F_OFD_SETLK, lock);
        if (answer == -Errno.EAGAIN || answer == -Errno.EACCES) {
            return false;
        }
        kernel.check(answer, "lock", this);
        return true;
    }

    @Override
    public void close() {
        kernel.close(fd);
    }
}
