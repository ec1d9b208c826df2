package io.tidemark.store;

import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A small file outside of repositories that others read too, replaced whole: new content under a name beside it, durable,
 * with the mode of the old one, renamed over it, the rename durable. Whoever reads it sees the old content or the new.
 */
public final class DurableFile {

    private static final String ASIDE = ".tidemark-new";

    private final Disk disk;
    private final Path file;

    /** The file at a path; where that is a symbolic link, the file that it leads to. Its directory must be there. */
    public DurableFile(Path file) {
        this(new Disk(), file);
    }

    /** The same on a disk on which calls may fail. */
    DurableFile(Disk disk, Path file) {
        this.disk = disk;
        this.file = file.toAbsolutePath();
    }

    /**
     * Puts this content into the file; durable on return.
     *
     * @param mode permission bits for a file that is not there yet; those of an existing one stay
     * @throws ProblemException {@code store.…}; the file is as it was, or new if only its durability failed
     */
    public void replace(byte[] content, int mode) throws ProblemException {
        Path real = real();
        byte[] name = Disk.raw(real.getFileName().toString());
        byte[] aside = Disk.raw(real.getFileName() + ASIDE);
        try (Dir dir = disk.open(real.getParent())) {
            Optional<Stat> old = disk.stat(dir, name);
            if (disk.stat(dir, aside).isPresent()) {
                disk.unlink(dir, aside);
            }
            try {
                write(dir, aside, content, old.map(Stat::permissions).orElse(mode) & 0777);
                disk.rename(dir, aside, dir, name);
            } catch (ProblemException e) {
                remove(dir, aside, e);
                throw e;
            }
            dir.fsync();
        }
    }

    private void write(Dir dir, byte[] aside, byte[] content, int mode) throws ProblemException {
        try (OpenFile file = disk.create(dir, aside, mode)) {
            file.write(content, 0, content.length, 0);
            file.fsync();
        }
    }

    private void remove(Dir dir, byte[] aside, ProblemException cause) {
        try {
            if (disk.stat(dir, aside).isPresent()) {
                disk.unlink(dir, aside);
            }
        } catch (ProblemException e) {
            cause.addSuppressed(e);
        }
    }

    private Path real() {
        try {
            Path directory = file.getParent().toRealPath();
            return Files.exists(file) ? file.toRealPath() : directory.resolve(file.getFileName());
        } catch (IOException missing) {
            return file;
        }
    }
}
