package io.tidemark.store;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.tidemark.model.ProblemException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one place (with its {@link Dir} and {@link OpenFile}) through which every call passes that changes the disk of a
 * repository, so that faults can be injected and the kernel's answers are turned into problems once. Names are bytes.
 * What is opened is found without following symbolic links and never lies outside the directory it is opened from
 * ({@code openat2}); the other calls take one name in an open directory. Safe for all threads.
 */
final class Disk {

    private static final int AT_FDCWD = -100;
    private static final int AT_REMOVEDIR = 0x200;
    private static final int RENAME_NOREPLACE = 1;
    private static final int RENAME_EXCHANGE = 2;
    private static final long RESOLVE_NO_SYMLINKS = 4;
    private static final long RESOLVE_BENEATH = 8;
    private static final int OPEN_HOW = 24;

    private final Kernel kernel;

    /** A disk on which every call is made. */
    Disk() {
        this(DiskFaults.none());
    }

    /** A disk on which some calls may fail. */
    Disk(DiskFaults faults) {
        kernel = new Kernel(faults);
    }

    /** The bytes of a name of our own. */
    static byte[] raw(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    /** Opens a directory by its path; the last component must not be a symbolic link. */
    Dir open(Path path) throws ProblemException {
        Scratch s = kernel.scratch();
        byte[] name = raw(path.toString());
        int fd = kernel.again(() -> Libc.openat(s, AT_FDCWD, s.first(name), kernel.flags.directory(), 0));
        if (fd < 0) {
            throw Errno.problem(-fd, "open", path.toString());
        }
        return new Dir(kernel, fd, name);
    }

    /** Opens a directory below another. */
    Dir open(Dir base, byte[] path) throws ProblemException {
        return new Dir(kernel, beneath(base, path, kernel.flags.directory(), 0), base, path);
    }

    /** Opens a directory of our own below another. */
    Dir open(Dir base, String path) throws ProblemException {
        return open(base, raw(path));
    }

    /** Opens a file for reading; never waits for a pipe. */
    OpenFile read(Dir base, byte[] path) throws ProblemException {
        return new OpenFile(kernel, beneath(base, path, kernel.flags.read(), 0), base, path);
    }

    /** Opens an existing file of our own for writing. */
    OpenFile write(Dir base, byte[] path) throws ProblemException {
        return new OpenFile(kernel, beneath(base, path, kernel.flags.write(), 0), base, path);
    }

    /** Makes a file that must not exist yet, with exactly this mode. */
    OpenFile create(Dir base, byte[] path, int mode) throws ProblemException {
        kernel.inject(Call.CREATE, base, path);
        OpenFile file = new OpenFile(kernel, beneath(base, path, kernel.flags.create(), mode), base, path);
        return kernel.masks(mode) ? withMode(file, mode) : file;
    }

    /** Makes a directory with exactly this mode. */
    void mkdir(Dir dir, byte[] name, int mode) throws ProblemException {
        kernel.inject(Call.MKDIR, dir, name);
        Scratch s = kernel.scratch();
        kernel.check(Libc.mkdirat(s, dir.fd, s.first(name), mode), "mkdir", dir, name);
        if (kernel.masks(mode)) {
            try (Dir made = open(dir, name)) {
                made.chmod(mode);
            }
        }
    }

    /** Gives a file one more name; its content is shared from then on. */
    void link(Dir fromDir, byte[] from, Dir toDir, byte[] to) throws ProblemException {
        kernel.inject(Call.LINK, toDir, to);
        Scratch s = kernel.scratch();
        kernel.check(Libc.linkat(s, fromDir.fd, s.first(from), toDir.fd, s.second(to)), "link", toDir, to);
    }

    /** Makes a symbolic link. */
    void symlink(byte[] target, Dir dir, byte[] name) throws ProblemException {
        kernel.inject(Call.SYMLINK, dir, name);
        Scratch s = kernel.scratch();
        kernel.check(Libc.symlinkat(s, s.first(target), dir.fd, s.second(name)), "symlink", dir, name);
    }

    /** Renames, replacing a file or link of that name. */
    void rename(Dir fromDir, byte[] from, Dir toDir, byte[] to) throws ProblemException {
        rename(fromDir, from, toDir, to, 0);
    }

    /** Renames; {@code store.in-the-way} if the name is taken. */
    void renameNew(Dir fromDir, byte[] from, Dir toDir, byte[] to) throws ProblemException {
        rename(fromDir, from, toDir, to, RENAME_NOREPLACE);
    }

    /** Exchanges two names in one step. */
    void exchange(Dir oneDir, byte[] one, Dir otherDir, byte[] other) throws ProblemException {
        rename(oneDir, one, otherDir, other, RENAME_EXCHANGE);
    }

    /** Removes the name of a file or link. */
    void unlink(Dir dir, byte[] name) throws ProblemException {
        remove(dir, name, 0);
    }

    /** Removes an empty directory. */
    void rmdir(Dir dir, byte[] name) throws ProblemException {
        remove(dir, name, AT_REMOVEDIR);
    }

    /** What a name is, links not followed; empty if there is none. */
    Optional<Stat> stat(Dir dir, byte[] name) throws ProblemException {
        Scratch s = kernel.scratch();
        int answer = Stat.read(s, dir.fd, name);
        if (answer == -Errno.ENOENT) {
            return Optional.empty();
        }
        kernel.check(answer, "stat", dir, name);
        return Optional.of(Stat.of(s.record));
    }

    /** The target of a symbolic link; empty if there is none, or if the name is something else. */
    Optional<byte[]> readlink(Dir dir, byte[] name) throws ProblemException {
        Scratch s = kernel.scratch();
        int length = Libc.readlinkat(s, dir.fd, s.first(name), s.buffer());
        if (length == -Errno.ENOENT || length == -Errno.EINVAL) {
            return Optional.empty();
        }
        kernel.check(length, "readlink", dir, name);
        return Optional.of(s.buffer().asSlice(0, length).toArray(JAVA_BYTE));
    }

    /** All names in a directory but {@code .} and {@code ..}, in no order. */
    List<DirEntry> list(Dir dir) throws ProblemException {
        // A handle of its own: the position in a directory belongs to the handle, and others may be reading too.
        try (Dir own = open(dir, ".")) {
            Scratch s = kernel.scratch();
            List<DirEntry> entries = new ArrayList<>();
            int length = entries(own, s, entries);
            while (length > 0) {
                length = entries(own, s, entries);
            }
            return entries;
        }
    }

    /** The account this process acts as. */
    int account() {
        return Libc.geteuid(kernel.scratch());
    }

    private int entries(Dir dir, Scratch s, List<DirEntry> into) throws ProblemException {
        int length = kernel.check(Libc.getdents(s, dir.fd, s.buffer()), "list", dir, new byte[0]);
        DirEntry.collect(s.buffer(), length, into);
        return length;
    }

    private int beneath(Dir base, byte[] path, int openFlags, int mode) throws ProblemException {
        Scratch s = kernel.scratch();
        MemorySegment how = s.record.asSlice(0, OPEN_HOW);
        how.set(JAVA_LONG, 0, openFlags);
        how.set(JAVA_LONG, 8, mode);
        how.set(JAVA_LONG, 16, RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS);
        int fd = kernel.again(() -> Libc.openat2(s, base.fd, s.first(path), how, OPEN_HOW));
        // EXDEV is what openat2 says of a path that would leave the directory.
        return kernel.check(fd == -Errno.EXDEV ? -Errno.ELOOP : fd, "open", base, path);
    }

    private void rename(Dir fromDir, byte[] from, Dir toDir, byte[] to, int how) throws ProblemException {
        kernel.inject(Call.RENAME, toDir, to);
        Scratch s = kernel.scratch();
        int answer = Libc.renameat2(s, fromDir.fd, s.first(from), toDir.fd, s.second(to), how);
        kernel.check(answer, "rename", toDir, to);
    }

    private void remove(Dir dir, byte[] name, int how) throws ProblemException {
        kernel.inject(Call.UNLINK, dir, name);
        Scratch s = kernel.scratch();
        kernel.check(Libc.unlinkat(s, dir.fd, s.first(name), how), "unlink", dir, name);
    }

    private static OpenFile withMode(OpenFile file, int mode) throws ProblemException {
        try {
            file.chmod(mode);
            return file;
        } catch (ProblemException e) {
            file.close();
            throw e;
        }
    }
}
