package io.tidemark.store;

import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A small file outside of repositories that others read too, replaced whole: new content under a name beside it, durable,
 * with owner, group and rights of the old one, renamed over it, the rename durable. Whoever reads it sees the old content
 * or the new, and nobody does who could not before.
 */
public final class DurableFile {

    private static final String ASIDE = ".tidemark-new";
    private static final int OURS = 0600;

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

    /** What is to be durable before a file is replaced. */
    @FunctionalInterface
    interface Before {
        void run() throws ProblemException;
    }

    /**
     * Puts this content into the file; durable on return.
     *
     * @param mode permission bits for a file that is not there yet; those of an existing one stay
     * @throws ProblemException {@code store.owner} if this account may not give the new file to whom the old one belongs,
     *     {@code store.…}; the file is as it was, or new if only its durability failed
     */
    public void replace(byte[] content, int mode) throws ProblemException {
        replace(content, mode, () -> {});
    }

    /** The same; {@code before} runs when nothing stands in the way any more, just before the file is replaced. */
    void replace(byte[] content, int mode, Before before) throws ProblemException {
        Path real = real();
        byte[] name = Disk.raw(real.getFileName().toString());
        byte[] aside = Disk.raw(real.getFileName() + ASIDE);
        try (Dir dir = disk.open(real.getParent())) {
            Optional<Belonging> old =
                    disk.stat(dir, name).isPresent() ? Optional.of(Belonging.of(disk, dir, name)) : Optional.empty();
            if (disk.stat(dir, aside).isPresent()) {
                disk.unlink(dir, aside);
            }
            try {
                write(dir, aside, content, old, mode);
                before.run();
                disk.rename(dir, aside, dir, name);
            } catch (ProblemException e) {
                remove(dir, aside, e);
                throw e;
            }
            dir.fsync();
        }
    }

    private void write(Dir dir, byte[] aside, byte[] content, Optional<Belonging> old, int mode)
            throws ProblemException {
        try (OpenFile fresh = disk.create(dir, aside, old.isPresent() ? OURS : mode)) {
            if (old.isPresent()) {
                old.get().give(fresh);
            }
            fresh.write(content, 0, content.length, 0);
            fresh.fsync();
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
