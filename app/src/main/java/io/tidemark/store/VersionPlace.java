package io.tidemark.store;

import io.tidemark.model.ProblemException;
import java.util.Optional;

/**
 * Where a version that is not staged lies: in a directory of its own, or, in the layout of image repositories, as one file
 * among others.
 *
 * @param path relative to the repository
 */
record VersionPlace(String path) {

    /** Opens the directory in which its entries are found: its own, or the one that holds its file. */
    Dir top(Disk disk, Dir root) throws ProblemException {
        return file(disk, root).isPresent() ? parent(disk, root) : disk.open(root, path);
    }

    /** What the file system says of its file; empty if it is a directory, or not there. */
    Optional<Stat> file(Disk disk, Dir root) throws ProblemException {
        try (Dir parent = parent(disk, root)) {
            return disk.stat(parent, name()).filter(Stat::isFile);
        } catch (ProblemException e) {
            if (isMissing(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Whether anything is there that could be the version. */
    boolean exists(Disk disk, Dir root) throws ProblemException {
        try (Dir top = top(disk, root)) {
            return top.fd >= 0;
        } catch (ProblemException e) {
            if (isMissing(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Opens the directory that holds it. */
    Dir parent(Disk disk, Dir root) throws ProblemException {
        String directory = StagedArea.directory(path);
        return disk.open(root, directory.isEmpty() ? "." : directory);
    }

    /** Its own name. */
    byte[] name() {
        return Disk.raw(StagedArea.name(path));
    }

    private static boolean isMissing(ProblemException e) {
        return Errno.is(e, "store.missing") || Errno.is(e, "store.link");
    }
}
