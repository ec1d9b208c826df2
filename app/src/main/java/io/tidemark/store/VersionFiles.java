package io.tidemark.store;

import io.tidemark.model.EntryPath;
import io.tidemark.model.ProblemException;
import java.io.InputStream;
import java.nio.file.Path;

/** The files below one directory, open for reading by the bytes of their names. Closed by whoever opened it. */
public final class VersionFiles implements AutoCloseable {

    private static final long SECOND = 1_000_000_000L;

    private final Disk disk;
    private final Dir tree;

    private VersionFiles(Disk disk, Dir tree) {
        this.disk = disk;
        this.tree = tree;
    }

    static VersionFiles open(Disk disk, Path tree) throws ProblemException {
        return new VersionFiles(disk, disk.open(tree));
    }

    /** The content of a file, links not followed; the caller closes it. */
    public InputStream read(EntryPath path) throws ProblemException {
        return new FileInput(disk.read(tree, path.bytes()));
    }

    /** When the content of a file was last changed, seconds since 1970. */
    public long modified(EntryPath path) throws ProblemException {
        try (OpenFile file = disk.read(tree, path.bytes())) {
            return Math.floorDiv(file.stat().mtime(), SECOND);
        }
    }

    @Override
    public void close() {
        tree.close();
    }
}
