package io.tidemark.engine.delta;

import io.tidemark.engine.Deltas;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that a person asked for outside of any repository: written under another name beside its own, made durable, and
 * renamed when it is whole. Closing it without that leaves nothing behind. Not for several threads.
 */
public final class FreshFile implements AutoCloseable {

    private final Path path;
    private final boolean replace;
    private final Path part;
    private final FileChannel channel;

    private FreshFile(Path path, boolean replace, Path part, FileChannel channel) {
        this.path = path;
        this.replace = replace;
        this.part = part;
        this.channel = channel;
    }

    /** Begins a file; refuses a name that is taken, unless it may be replaced. */
    public static FreshFile begin(Deltas.Target target) throws ProblemException {
        Path path = Path.of(target.path()).toAbsolutePath();
        if (Files.isDirectory(path) || !target.replace() && Files.exists(path)) {
            throw exists(path);
        }
        Path part = path.resolveSibling(
                "." + path.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            FileChannel channel = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
            return new FreshFile(path, target.replace(), part, channel);
        } catch (IOException failed) {
            throw unwritable(path, failed);
        }
    }

    private static ProblemException exists(Path path) {
        return new ProblemException(Problem.of("file.exists", Problem.Category.REFUSED, "object", path));
    }

    /** The problem of a file that cannot be written. */
    public static ProblemException unwritable(Path path, IOException cause) {
        return new ProblemException(
                Problem.of("file.write", Problem.Category.STORAGE, "object", path, "cause", cause), cause);
    }

    /** The file itself. */
    public Path path() {
        return path;
    }

    /** The file while it is being written. */
    public Path part() {
        return part;
    }

    /** Where its content goes. */
    public FileChannel channel() {
        return channel;
    }

    /** Gives the file its name; it is on the disk then. */
    public void finish() throws ProblemException {
        try {
            channel.force(true);
            channel.close();
            if (replace) {
                Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.createLink(path, part);
                Files.delete(part);
            }
            flushDirectory();
        } catch (FileAlreadyExistsException taken) {
            throw exists(path);
        } catch (IOException failed) {
            throw unwritable(path, failed);
        }
    }

    private void flushDirectory() throws IOException {
        try (FileChannel directory = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    @Override
    public void close() throws ProblemException {
        try {
            channel.close();
            Files.deleteIfExists(part);
        } catch (IOException failed) {
            throw unwritable(part, failed);
        }
    }
}
