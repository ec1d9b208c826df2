package io.tidemark.store;

import io.tidemark.model.ProblemException;
import java.util.Optional;

/** Takes a tree apart, never following a link out of it. */
final class Removal {

    /** Deeper than any tree that we would have made. */
    private static final int DEEPEST = 2100;

    private static final int SEARCH_AND_WRITE = 0300;

    private final Disk disk;
    private final Remover remover;

    Removal(Disk disk, Remover remover) {
        this.disk = disk;
        this.remover = remover;
    }

    /** Removes what has that name, and everything below it. */
    void remove(Dir dir, byte[] name) throws ProblemException {
        remove(dir, new DirEntry(name, DirEntry.UNKNOWN), 0);
    }

    /** Removes everything in a directory, but not the directory. */
    void empty(Dir dir) throws ProblemException {
        for (DirEntry entry : disk.list(dir)) {
            remove(dir, entry, 0);
        }
    }

    private void remove(Dir dir, DirEntry entry, int depth) throws ProblemException {
        if (isDirectory(dir, entry) && depth < DEEPEST) {
            try (Dir below = open(dir, entry.name())) {
                for (DirEntry inner : disk.list(below)) {
                    remove(below, inner, depth + 1);
                }
            }
            disk.rmdir(dir, entry.name());
        } else {
            remover.unlink(dir, entry.name());
        }
    }

    private boolean isDirectory(Dir dir, DirEntry entry) throws ProblemException {
        if (entry.type() != DirEntry.UNKNOWN) {
            return entry.type() == DirEntry.DIRECTORY;
        }
        Optional<Stat> stat = disk.stat(dir, entry.name());
        return stat.isPresent() && stat.get().isDirectory();
    }

    /** A directory that its owner may not write to (adopted trees have such) is made writable first. */
    private Dir open(Dir dir, byte[] name) throws ProblemException {
        Dir opened = disk.open(dir, name);
        try {
            if ((opened.stat().permissions() & SEARCH_AND_WRITE) != SEARCH_AND_WRITE) {
                opened.chmod(0700);
            }
            return opened;
        } catch (ProblemException e) {
            opened.close();
            throw e;
        }
    }
}
