package io.tidemark.store;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A repository's directory and its {@code .tidemark/}, open. Small files are read whole and replaced whole: new content
 * under another name, durable, renamed over the old, the rename durable.
 */
final class Home implements AutoCloseable {

    final Disk disk;
    final Path path;
    final Dir root;
    final Dir own;
    final Reserve reserve;
    private final int permissions;

    private Home(Disk disk, Path path, Dir root, Dir own, int permissions) {
        this.disk = disk;
        this.path = path;
        this.root = root;
        this.own = own;
        this.permissions = permissions;
        this.reserve = new Reserve(disk, own);
    }

    /**
     * Opens both directories.
     *
     * @throws ProblemException {@code store.none} if there is no repository, {@code store.unsafe} if others could
     *     write into {@code .tidemark/}
     */
    static Home open(Disk disk, Path path) throws ProblemException {
        Dir root = Roots.open(disk, path);
        try {
            return below(disk, path, root);
        } catch (ProblemException | RuntimeException | Error e) {
            root.close();
            throw e;
        }
    }

    /** The directory under another name while it is being made; closing it leaves the root open. */
    static Home building(Disk disk, Dir root, String name) throws ProblemException {
        Dir again = disk.open(root, ".");
        Dir own = disk.open(root, name);
        return new Home(disk, Path.of(root.path()), again, own, own.stat().permissions());
    }

    private static Home below(Disk disk, Path path, Dir root) throws ProblemException {
        if (disk.stat(root, Disk.raw(Layout.OWN)).isEmpty()) {
            throw new ProblemException(Problem.of("store.none", Problem.Category.USAGE, "object", path.toString()));
        }
        Dir own = disk.open(root, Layout.OWN);
        try {
            return new Home(disk, path, root, own, Roots.trusted(disk, own));
        } catch (ProblemException | RuntimeException | Error e) {
            own.close();
            throw e;
        }
    }

    /** Opens a directory of ours, for example {@code versions/3.15.5}. */
    Dir dir(String relative) throws ProblemException {
        return disk.open(own, relative);
    }

    /** Mode for directories of ours: {@code .tidemark/}'s own. */
    int directoryMode() {
        return permissions;
    }

    /** Mode for files of ours: the same without the right to run or search. */
    int fileMode() {
        return permissions & 0666;
    }

    /** Makes a directory in a directory of ours unless it is there. */
    void ensure(Dir dir, String name) throws ProblemException {
        byte[] raw = Disk.raw(name);
        if (disk.stat(dir, raw).isEmpty()) {
            reserve.spend(() -> {
                disk.mkdir(dir, raw, directoryMode());
                return null;
            });
        }
    }

    /** The content of a small file of ours; empty if there is none. */
    Optional<byte[]> read(Dir dir, String name, int limit) throws ProblemException {
        try (OpenFile file = disk.read(dir, Disk.raw(name))) {
            return Optional.of(whole(file, limit));
        } catch (ProblemException e) {
            if (Errno.is(e, "store.missing")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Replaces a small file of ours, or makes it; durable on return, and if it fails as it was before. */
    void replace(Dir dir, String name, byte[] content) throws ProblemException {
        replace(dir, name, content, fileMode());
    }

    /** The same with another mode than our files have. */
    void replace(Dir dir, String name, byte[] content, int mode) throws ProblemException {
        put(dir, name, content, mode, true);
    }

    /** Replaces a small file of ours that need not survive a crash, without waiting for the disk. */
    void swap(Dir dir, String name, byte[] content) throws ProblemException {
        put(dir, name, content, fileMode(), false);
    }

    /** Removes a small file of ours if it is there. */
    void remove(Dir dir, String name) throws ProblemException {
        byte[] raw = Disk.raw(name);
        if (disk.stat(dir, raw).isPresent()) {
            disk.unlink(dir, raw);
        }
    }

    @Override
    public void close() {
        own.close();
        root.close();
    }

    /** The new content is written aside, where recovery sweeps, and renamed into its place. */
    private void put(Dir dir, String name, byte[] content, int mode, boolean durable) throws ProblemException {
        try (Dir aside = dir(Layout.TEMPORARY)) {
            reserve.spend(() -> {
                write(aside, name, content, mode, durable);
                disk.rename(aside, Disk.raw(name), dir, Disk.raw(name));
                return null;
            });
        }
        if (durable) {
            dir.fsync();
        }
    }

    private void write(Dir aside, String name, byte[] content, int mode, boolean durable) throws ProblemException {
        remove(aside, name);
        try (OpenFile file = disk.create(aside, Disk.raw(name), mode)) {
            file.write(content, 0, content.length, 0);
            if (durable) {
                file.fsync();
            }
        }
    }

    private static byte[] whole(OpenFile file, int limit) throws ProblemException {
        long size = file.stat().size();
        if (size > limit) {
            throw Json.damaged(file.path(), new IllegalStateException(size + " bytes, more than " + limit));
        }
        byte[] content = new byte[(int) size];
        int done = 0;
        while (done < content.length) {
            int got = file.read(content, done, content.length - done, done);
            if (got < 0) {
                throw Json.damaged(file.path(), new IllegalStateException("shrank while it was read"));
            }
            done += got;
        }
        return content;
    }
}
