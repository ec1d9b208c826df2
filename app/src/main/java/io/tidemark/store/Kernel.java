package io.tidemark.store;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.function.IntSupplier;

/**
 * What all calls of one {@link Disk} share: the fault hook, native memory, and the one place where the kernel's answers
 * become problems. Safe for all threads.
 */
final class Kernel {

    /** What a small change takes at most on common file systems; larger ones are asked for by those who make them. */
    private static final int BLOCK = 4096;

    final OpenFlags flags = OpenFlags.ofMachine();

    private final DiskFaults faults;
    private final ThreadLocal<Scratch> scratch = ThreadLocal.withInitial(Scratch::new);
    private final int umask = Umask.current();

    Kernel(DiskFaults faults) {
        this.faults = faults;
    }

    /** This thread's native memory. */
    Scratch scratch() {
        return scratch.get();
    }

    /** Whether the process takes away bits of this mode. */
    boolean masks(int mode) {
        return (umask & mode) != 0;
    }

    /** Asks the fault hook before a change to something in a directory. */
    void inject(Call call, Dir dir, byte[] name) throws ProblemException {
        int errno = faults.before(call);
        if (errno != 0) {
            throw problem(errno, call.name(), dir.fd, dir.path(name));
        }
    }

    /** Asks the fault hook before a change to an open file. */
    void inject(Call call, OpenFile file) throws ProblemException {
        int errno = faults.before(call);
        if (errno != 0) {
            throw problem(errno, call.name(), file.fd, file.path());
        }
    }

    /** The errno that the fault hook wants instead of a change, or 0, where the caller knows what to make of it. */
    int injected(Call call) {
        return faults.before(call);
    }

    /** The answer of a call on a name, if it is one. */
    int check(int answer, String call, Dir dir, byte[] name) throws ProblemException {
        if (answer < 0) {
            throw problem(-answer, call, dir.fd, dir.path(name));
        }
        return answer;
    }

    /** The answer of a call on an open file, if it is one. */
    int check(int answer, String call, OpenFile file) throws ProblemException {
        if (answer < 0) {
            throw problem(-answer, call, file.fd, file.path());
        }
        return answer;
    }

    /** Makes a call until no signal interrupts it. */
    int again(IntSupplier call) {
        int answer = call.getAsInt();
        while (answer == -Errno.EINTR) {
            answer = call.getAsInt();
        }
        return answer;
    }

    void close(int fd) {
        Libc.close(scratch(), fd);
    }

    /** Room on the file system that an open file or directory lies on. */
    FileSystem fileSystem(int fd, String path) throws ProblemException {
        Scratch s = scratch();
        int answer = Libc.fstatfs(s, fd);
        if (answer < 0) {
            throw Errno.problem(-answer, "statfs", path);
        }
        return FileSystem.of(s.record);
    }

    private ProblemException problem(int errno, String call, int fd, String path) {
        return errno == Errno.ENOSPC ? full(call, fd, path) : Errno.problem(errno, call, path);
    }

    private ProblemException full(String call, int fd, String path) {
        Scratch s = scratch();
        FileSystem fs = Libc.fstatfs(s, fd) < 0 ? new FileSystem(0, 0, 0, 0) : FileSystem.of(s.record);
        String code = fs.outOfInodes() ? "store.inodes" : "store.full";
        Problem problem = Problem.of(
                code, Problem.Category.STORAGE, "object", path, "path", path, "free", fs.free(), "needed", BLOCK);
        return new ProblemException(problem.with(call + " " + path + ": errno " + Errno.ENOSPC));
    }
}
