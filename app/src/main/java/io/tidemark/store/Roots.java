package io.tidemark.store;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** What may be the directory of a repository. */
final class Roots {

    private static final int GROUP_WRITABLE = 0020;
    private static final int WORLD_WRITABLE = 0002;
    private static final int ROOT = 0;

    private static final int PUBLIC = 0755;

    private final Disk disk;

    Roots(Disk disk) {
        this.disk = disk;
    }

    /** Makes the directory, and those above it, unless it is there; whether it was made. */
    boolean make(Path path) throws ProblemException {
        if (path.getParent() == null || Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        make(path.getParent());
        try (Dir parent = disk.open(path.getParent())) {
            disk.mkdir(parent, name(path), PUBLIC);
            requireDurable(parent, path);
        }
        return true;
    }

    private void requireDurable(Dir parent, Path made) throws ProblemException {
        try {
            parent.fsync();
        } catch (ProblemException e) {
            unmake(made, e);
            throw e;
        }
    }

    /** Takes a directory away again that {@link #make} made. */
    void unmake(Path path, ProblemException cause) {
        try (Dir parent = disk.open(path.getParent())) {
            disk.rmdir(parent, name(path));
        } catch (ProblemException e) {
            cause.addSuppressed(e);
        }
    }

    /** Opens a directory that may become a repository. */
    Dir openLocal(Path path) throws ProblemException {
        Dir root = open(disk, path);
        try {
            requireLocal(root);
            return root;
        } catch (ProblemException e) {
            root.close();
            throw e;
        }
    }

    /** Opens a repository's directory; it must be a directory itself, no link to one. */
    static Dir open(Disk disk, Path path) throws ProblemException {
        try {
            return disk.open(path);
        } catch (ProblemException e) {
            throw switch (e.problem().code()) {
                case "store.missing" -> refuse("store.none", Problem.Category.USAGE, path, e);
                case "store.link" -> refuse("store.root-link", Problem.Category.REFUSED, path, e);
                default -> e;
            };
        }
    }

    /** Refuses file systems on which locks and renames do not hold what they promise. */
    static void requireLocal(Dir root) throws ProblemException {
        if (root.fileSystem().remote()) {
            throw new ProblemException(Problem.of("store.remote", Problem.Category.REFUSED, "object", root.path()));
        }
    }

    /** The permission bits of {@code .tidemark/}, refused if strangers could have planted something in it. */
    static int trusted(Disk disk, Dir own) throws ProblemException {
        Stat stat = own.stat();
        boolean shared = (stat.permissions() & GROUP_WRITABLE) != 0;
        boolean foreign = stat.uid() != ROOT && stat.uid() != disk.account() && !shared;
        if (foreign || (stat.permissions() & WORLD_WRITABLE) != 0) {
            throw new ProblemException(
                    Problem.of("store.unsafe", Problem.Category.REFUSED, "object", own.path(), "uid", stat.uid()));
        }
        return stat.permissions() & 0777;
    }

    private static byte[] name(Path path) {
        return Disk.raw(path.getFileName().toString());
    }

    private static ProblemException refuse(String code, Problem.Category category, Path path, Exception cause) {
        return new ProblemException(Problem.of(code, category, "object", path.toString()), cause);
    }
}
