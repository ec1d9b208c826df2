package io.tidemark.store;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * The calls of the C library that Java's own file system does not offer: names as bytes, directories as handles, renames
 * that do not replace or that exchange. Each returns what the call returned, or the negative errno. Linux, 64 bit.
 */
final class Libc {

    static final MemoryLayout STATE = Linker.Option.captureStateLayout();

    private static final Linker LINKER = Linker.nativeLinker();
    private static final long SYS_OPENAT2 = 437;

    private static final MethodHandle OPENAT = find("openat", 3, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
    private static final MethodHandle OPENAT2 =
            find("syscall", 1, JAVA_LONG, JAVA_LONG, JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG);
    private static final MethodHandle CLOSE = find("close", JAVA_INT, JAVA_INT);
    private static final MethodHandle MKDIRAT = find("mkdirat", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle LINKAT = find("linkat", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle SYMLINKAT = find("symlinkat", JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);
    private static final MethodHandle READLINKAT = find("readlinkat", JAVA_LONG, JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG);
    private static final MethodHandle RENAMEAT2 =
            find("renameat2", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle UNLINKAT = find("unlinkat", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle STATX = find("statx", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS);
    private static final MethodHandle FSTATFS = find("fstatfs", JAVA_INT, JAVA_INT, ADDRESS);
    private static final MethodHandle FSYNC = find("fsync", JAVA_INT, JAVA_INT);
    private static final MethodHandle SYNCFS = find("syncfs", JAVA_INT, JAVA_INT);
    private static final MethodHandle IOCTL = find("ioctl", 2, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT);
    private static final MethodHandle IOCTL_ADDRESS = find("ioctl", 2, JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS);
    private static final MethodHandle FCNTL = find("fcntl", 2, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS);
    private static final MethodHandle GETDENTS = find("getdents64", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
    private static final MethodHandle READ = find("pread", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle WRITE = find("pwrite", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle FTRUNCATE = find("ftruncate", JAVA_INT, JAVA_INT, JAVA_LONG);
    private static final MethodHandle FCHMOD = find("fchmod", JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle FUTIMENS = find("futimens", JAVA_INT, JAVA_INT, ADDRESS);
    private static final MethodHandle GETEUID = find("geteuid", JAVA_INT);

    private Libc() {}

    static int geteuid(Scratch s) {
        try {
            return (int) GETEUID.invokeExact(s.state);
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    static int openat(Scratch s, int dir, MemorySegment path, int flags, int mode) {
        try {
            return result((int) OPENAT.invokeExact(s.state, dir, path, flags, mode), s);
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    static int openat2(Scratch s, int dir, MemorySegment path, MemorySegment how, long size) {
        try {
            return (int) result((long) OPENAT2.invokeExact(s.state, SYS_OPENAT2, dir, path, how, size), s);
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    static int close(Scratch s, int fd) {
        try {
            return result((int) CLOSE.invokeExact(s.state, fd), s);
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    static int mkdirat(Scratch s, int dir, MemorySegment path, int mode) {
        try {
            return result((int) MKDIRAT.invokeExact(s.state, dir, path, mode), s);
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    static int linkat(Scratch s, int fromDir, MemorySegment from, int toDir, MemorySegment to) {
        try {
            return result((int) LINKAT.invokeExact(s.state, fromDir, from, toDir, to, 0), s);
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    static int symlinkat(Scratch s, MemorySegment target, int dir, MemorySegment path) {
        try {
            return result((int) SYMLINKAT.invokeExact(s.state, target, dir, path), s);
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    static int readlinkat(Scratch s, int dir, MemorySegment path, MemorySegment buffer) {
        try {
            return (int) result((long) READLINKAT.invokeExact(s.state, dir, path, buffer, buffer.byteSize()), s);
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    static int renameat2(Scratch s, int fromDir, MemorySegment from, int toDir, MemorySegment to, int flags) {
        try {
            return result((int) RENAMEAT2.invokeExact(s.state, fromDir, from, toDir, to, flags), s);
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    static int unlinkat(Scratch s, int dir, MemorySegment path, int flags) {
        try {
            return result((int) UNLINKAT.invokeExact(s.state, dir, path, flags), s);
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    static int statx(Scratch s, int dir, MemorySegment path, int flags, int mask) {
        try {
            return result((int) STATX.invokeExact(s.state, dir, path, flags, mask, s.record), s);
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    static int fstatfs(Scratch s, int fd) {
        try {
            return result((int) FSTATFS.invokeExact(s.state, fd, s.record), s);
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    static int fsync(Scratch s, int fd) {
        try {
            return result((int) FSYNC.invokeExact(s.state, fd), s);
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    static int syncfs(Scratch s, int fd) {
        try {
            return result((int) SYNCFS.invokeExact(s.state, fd), s);
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    static int ioctl(Scratch s, int fd, long request, int argument) {
        try {
            return result((int) IOCTL.invokeExact(s.state, fd, request, argument), s);
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    static int ioctl(Scratch s, int fd, long request, MemorySegment argument) {
        try {
            return result((int) IOCTL_ADDRESS.invokeExact(s.state, fd, request, argument), s);
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    static int fcntl(Scratch s, int fd, int command, MemorySegment argument) {
        try {
            return result((int) FCNTL.invokeExact(s.state, fd, command, argument), s);
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    static int getdents(Scratch s, int fd, MemorySegment buffer) {
        try {
            return (int) result((long) GETDENTS.invokeExact(s.state, fd, buffer, buffer.byteSize()), s);
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    static int pread(Scratch s, int fd, MemorySegment buffer, long length, long at) {
        try {
            return (int) result((long) READ.invokeExact(s.state, fd, buffer, length, at), s);
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    static int pwrite(Scratch s, int fd, MemorySegment buffer, long length, long at) {
        try {
            return (int) result((long) WRITE.invokeExact(s.state, fd, buffer, length, at), s);
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    static int ftruncate(Scratch s, int fd, long length) {
        try {
            return result((int) FTRUNCATE.invokeExact(s.state, fd, length), s);
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    static int fchmod(Scratch s, int fd, int mode) {
        try {
            return result((int) FCHMOD.invokeExact(s.state, fd, mode), s);
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    static int futimens(Scratch s, int fd, MemorySegment times) {
        try {
            return result((int) FUTIMENS.invokeExact(s.state, fd, times), s);
        } catch (Throwable t) {
            throw broken(t);
        }
    }

    private static int result(int value, Scratch s) {
        return value >= 0 ? value : -s.state.get(JAVA_INT, 0);
    }

    private static long result(long value, Scratch s) {
        return value >= 0 ? value : -s.state.get(JAVA_INT, 0);
    }

    private static IllegalStateException broken(Throwable t) {
        if (t instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(t);
    }

    private static MethodHandle find(String name, MemoryLayout result, MemoryLayout... arguments) {
        return find(name, -1, result, arguments);
    }

    private static MethodHandle find(String name, int firstVariadic, MemoryLayout result, MemoryLayout... arguments) {
        FunctionDescriptor shape = FunctionDescriptor.of(result, arguments);
        MemorySegment symbol = LINKER.defaultLookup().findOrThrow(name);
        Linker.Option errno = Linker.Option.captureCallState("errno");
        return firstVariadic < 0
                ? LINKER.downcallHandle(symbol, shape, errno)
                : LINKER.downcallHandle(symbol, shape, errno, Linker.Option.firstVariadicArg(firstVariadic));
    }
}
