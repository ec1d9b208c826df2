package io.tidemark.workspace;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is replaced whole: written under another name, made durable, renamed; whoever replaces it takes turns by a lock
 * beside it.
 */
record WholeFile(Path path) {

    /** Makes the new content while nobody else replaces the file. */
    @FunctionalInterface
    interface Content {
        byte[] make() throws ProblemException;
    }

    /**
     * Replaces it; durable on return.
     *
     * @throws ProblemException {@code workspace.busy}
     */
    void replace(Content content) throws ProblemException, IOException {
        Files.createDirectories(path.getParent());
        try (FileChannel channel =
                        FileChannel.open(beside(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = lock(channel)) {
            byte[] fresh = content.make();
            if (lock.isValid()) {
                write(fresh);
            }
        }
    }

    private FileLock lock(FileChannel channel) throws IOException, ProblemException {
        try {
            return channel.lock();
        } catch (OverlappingFileLockException another) {
            throw new ProblemException(Problem.of("workspace.busy", Problem.Category.BUSY, "object", path), another);
        }
    }

    private void write(byte[] bytes) throws IOException {
        Path fresh = beside(".tmp");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer all = ByteBuffer.wrap(bytes);
            while (all.hasRemaining()) {
                channel.write(all);
            }
            channel.force(true);
        }
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private Path beside(String ending) {
        return path.resolveSibling(path.getFileName() + ending);
    }
}
