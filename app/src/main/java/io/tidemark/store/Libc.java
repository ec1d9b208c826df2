package io.tidemark.store;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * The calls of the C library that Java's own file system does not offer: names as bytes, directories as handles, renames
 * that do not replace or that exchange. Each returns what the call returned, or the negative errno. Linux on amd64 and
 * aarch64.
 *
 * <p>All calls have one shape, because Java writes and links code for each shape of call, and a dozen of them would take
 * longer than many a command. Both machines pass the first six whole numbers and pointers in registers, each in a register
 * of its own whatever its width, and the callee looks at those it has (System V ABI for AMD64, section 3.2.3; AAPCS64,
 * section 6.8.2). No call here returns more than an {@code int} can say.
 */
final class Libc {

    static final MemoryLayout STATE = Linker.Option.captureStateLayout();

    private static final long SYS_OPENAT2 = 437;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle CALL = LINKER.downcallHandle(
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
            Linker.Option.captureCallState("errno"));

    private static final MemorySegment OPENAT = find("openat");
    private static final MemorySegment SYSCALL = find("syscall");
    private static final MemorySegment CLOSE = find("close");
    private static final MemorySegment MKDIRAT = find("mkdirat");
    private static final MemorySegment LINKAT = find("linkat");
    private static final MemorySegment SYMLINKAT = find("symlinkat");
    private static final MemorySegment READLINKAT = find("readlinkat");
    private static final MemorySegment RENAMEAT2 = find("renameat2");
    private static final MemorySegment UNLINKAT = find("unlinkat");
    private static final MemorySegment STATX = find("statx");
    private static final MemorySegment FSTATFS = find("fstatfs");
    private static final MemorySegment FSYNC = find("fsync");
    private static final MemorySegment SYNCFS = find("syncfs");
    private static final MemorySegment IOCTL = find("ioctl");
    private static final MemorySegment FCNTL = find("fcntl");
    private static final MemorySegment GETDENTS = find("getdents64");
    private static final MemorySegment PREAD = find("pread");
    private static final MemorySegment PWRITE = find("pwrite");
    private static final MemorySegment FTRUNCATE = find("ftruncate");
    private static final MemorySegment FCHMOD = find("fchmod");
    private static final MemorySegment FCHOWN = find("fchown");
    private static final MemorySegment FGETXATTR = find("fgetxattr");
    private static final MemorySegment FSETXATTR = find("fsetxattr");
    private static final MemorySegment FREMOVEXATTR = find("fremovexattr");
    private static final MemorySegment FUTIMENS = find("futimens");
    private static final MemorySegment GETEUID = find("geteuid");

    private Libc() {}

    static int geteuid(Scratch s) {
        return raw(GETEUID, s, 0, 0, 0, 0, 0);
    }

    static int openat(Scratch s, int dir, MemorySegment path, int flags, int mode) {
        return call(OPENAT, s, dir, path.address(), flags, mode, 0);
    }

    static int openat2(Scratch s, int dir, MemorySegment path, MemorySegment how, long size) {
        return call(SYSCALL, s, SYS_OPENAT2, dir, path.address(), how.address(), size);
    }

    static int close(Scratch s, int fd) {
        return call(CLOSE, s, fd, 0, 0);
    }

    static int mkdirat(Scratch s, int dir, MemorySegment path, int mode) {
        return call(MKDIRAT, s, dir, path.address(), mode);
    }

    static int linkat(Scratch s, int fromDir, MemorySegment from, int toDir, MemorySegment to) {
        return call(LINKAT, s, fromDir, from.address(), toDir, to.address(), 0);
    }

    static int symlinkat(Scratch s, MemorySegment target, int dir, MemorySegment path) {
        return call(SYMLINKAT, s, target.address(), dir, path.address());
    }

    static int readlinkat(Scratch s, int dir, MemorySegment path, MemorySegment buffer) {
        return call(READLINKAT, s, dir, path.address(), buffer.address(), buffer.byteSize(), 0);
    }

    static int renameat2(Scratch s, int fromDir, MemorySegment from, int toDir, MemorySegment to, int flags) {
        return call(RENAMEAT2, s, fromDir, from.address(), toDir, to.address(), flags);
    }

    static int unlinkat(Scratch s, int dir, MemorySegment path, int flags) {
        return call(UNLINKAT, s, dir, path.address(), flags);
    }

    static int statx(Scratch s, int dir, MemorySegment path, int flags, int mask) {
        return call(STATX, s, dir, path.address(), flags, mask, s.record.address());
    }

    static int fstatfs(Scratch s, int fd) {
        return call(FSTATFS, s, fd, s.record.address(), 0);
    }

    static int fsync(Scratch s, int fd) {
        return call(FSYNC, s, fd, 0, 0);
    }

    static int syncfs(Scratch s, int fd) {
        return call(SYNCFS, s, fd, 0, 0);
    }

    static int ioctl(Scratch s, int fd, long request, int argument) {
        return call(IOCTL, s, fd, request, argument);
    }

    static int ioctl(Scratch s, int fd, long request, MemorySegment argument) {
        return call(IOCTL, s, fd, request, argument.address());
    }

    static int fcntl(Scratch s, int fd, int command, MemorySegment argument) {
        return call(FCNTL, s, fd, command, argument.address());
    }

    static int getdents(Scratch s, int fd, MemorySegment buffer) {
        return call(GETDENTS, s, fd, buffer.address(), buffer.byteSize());
    }

    static int pread(Scratch s, int fd, MemorySegment buffer, long length, long at) {
        return call(PREAD, s, fd, buffer.address(), length, at, 0);
    }

    static int pwrite(Scratch s, int fd, MemorySegment buffer, long length, long at) {
        return call(PWRITE, s, fd, buffer.address(), length, at, 0);
    }

    static int ftruncate(Scratch s, int fd, long length) {
        return call(FTRUNCATE, s, fd, length, 0);
    }

    static int fchmod(Scratch s, int fd, int mode) {
        return call(FCHMOD, s, fd, mode, 0);
    }

    static int fchown(Scratch s, int fd, int uid, int gid) {
        return call(FCHOWN, s, fd, uid, gid);
    }

    static int fgetxattr(Scratch s, int fd, MemorySegment name, MemorySegment value, long size) {
        return call(FGETXATTR, s, fd, name.address(), value.address(), size, 0);
    }

    static int fsetxattr(Scratch s, int fd, MemorySegment name, MemorySegment value, long size) {
        return call(FSETXATTR, s, fd, name.address(), value.address(), size, 0);
    }

    static int fremovexattr(Scratch s, int fd, MemorySegment name) {
        return call(FREMOVEXATTR, s, fd, name.address(), 0);
    }

    static int futimens(Scratch s, int fd, MemorySegment times) {
        return call(FUTIMENS, s, fd, times.address(), 0);
    }

    private static int call(MemorySegment function, Scratch s, long a, long b, long c) {
        return call(function, s, a, b, c, 0, 0);
    }

    private static int call(MemorySegment function, Scratch s, long a, long b, long c, long d, long e) {
        int value = raw(function, s, a, b, c, d, e);
        return value >= 0 ? value : -s.state.get(JAVA_INT, 0);
    }

    /** The upper half of the answer is undefined where a call returns an {@code int}. */
    private static int raw(MemorySegment function, Scratch s, long a, long b, long c, long d, long e) {
        try {
            return (int) (long) CALL.invokeExact(function, s.state, a, b, c, d, e);
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    private static IllegalStateException broken(Throwable t) {
        if (t instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(t);
    }

    private static MemorySegment find(String name) {
        return LINKER.defaultLookup().findOrThrow(name);
    }
}
