package io.tidemark.store;

import io.tidemark.model.EntryPath;
import io.tidemark.model.ProblemException;
import java.nio.charset.StandardCharsets;

/** An open directory: names below it mean this directory whatever happens to its path. Closed by whoever opened it. */
final class Dir implements AutoCloseable {

    private static final byte[] ITSELF = new byte[0];

    final int fd;
    private final Kernel kernel;
    private final Dir base;
    private final byte[] below;

    /** A directory found from where the process stands, by its path. */
    Dir(Kernel kernel, int fd, byte[] path) {
        this(kernel, fd, null, path);
    }

    /** A directory below another; its path is only put together when a message asks for it. */
    Dir(Kernel kernel, int fd, Dir base, byte[] below) {
        this.kernel = kernel;
        this.fd = fd;
        this.base = base;
        this.below = below;
    }

    /** Its path when it was opened, for messages. */
    String path() {
        return base == null ? new String(below, StandardCharsets.UTF_8) : base.path(below);
    }

    /** The path of a name in it, for messages: what is no ordinary text is escaped. */
    String path(byte[] name) {
        String shown = EntryPath.ofBytes(name).text();
        String path = path();
        return name.length == 0 ? path : path.endsWith("/") ? path + shown : path + "/" + shown;
    }

    /** What it is now. */
    Stat stat() throws ProblemException {
        Scratch s = kernel.scratch();
        kernel.check(Stat.read(s, fd, ITSELF), "stat", this, ITSELF);
        return Stat.of(s.record);
    }

    /** Room on its file system, and what kind of file system it is. */
    FileSystem fileSystem() throws ProblemException {
        return kernel.fileSystem(fd, path());
    }

    /** Makes the names in it durable. */
    void fsync() throws ProblemException {
        kernel.inject(Call.FSYNC, this, ITSELF);
        int answer = kernel.again(() -> Blocking.call(() -> Libc.fsync(kernel.scratch(), fd)));
        kernel.check(answer, "fsync", this, ITSELF);
    }

    /** Makes everything on its file system durable, once instead of file by file. */
    void syncfs() throws ProblemException {
        kernel.inject(Call.SYNCFS, this, ITSELF);
        int answer = kernel.again(() -> Blocking.call(() -> Libc.syncfs(kernel.scratch(), fd)));
        kernel.check(answer, "syncfs", this, ITSELF);
    }

    /** Sets the permission bits of a directory that we are making. */
    void chmod(int mode) throws ProblemException {
        kernel.inject(Call.CHMOD, this, ITSELF);
        kernel.check(Libc.fchmod(kernel.scratch(), fd, mode), "chmod", this, ITSELF);
    }

    /** Sets access and modification time of a directory that we are making, in nanoseconds since 1970. */
    void utime(long nanos) throws ProblemException {
        kernel.inject(Call.UTIME, this, ITSELF);
        kernel.check(Stat.setTimes(kernel.scratch(), fd, nanos), "utime", this, ITSELF);
    }

    @Override
    public void close() {
        kernel.close(fd);
    }
}
