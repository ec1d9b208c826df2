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
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file on disk. Saved under another name, made durable, then renamed, so that it is always whole; several consoles
 * take turns by a lock beside it. A file that cannot be understood is refused and never overwritten. Safe for all threads.
 */
public final class WorkspaceFile {

    private static final int LARGEST = 16 << 20;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(16)
                            .maxStringLength(1 << 16)
                            .maxDocumentLength(LARGEST)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path file;

    /** The file at a path; it and its directories are made when it is saved first. */
    public WorkspaceFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    /** Where it is. */
    public Path path() {
        return file;
    }

    /**
     * What it says; empty when there is none.
     *
     * @throws ProblemException {@code workspace.format} if a newer program wrote it, {@code workspace.damaged}
     */
    public Inventory read() throws ProblemException {
        if (!Files.exists(file)) {
            return Inventory.empty();
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw damaged(Files.size(file) + " bytes", null);
            }
            return parse(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw storage(unreadable);
        }
    }

    /** Changes it as a whole; durable on return. */
    public synchronized Inventory change(UnaryOperator<Inventory> change) throws ProblemException {
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel =
                            FileChannel.open(beside(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = lock(channel)) {
                Inventory fresh = change.apply(read());
                if (lock.isValid()) {
                    write(MAPPER.writeValueAsBytes(fresh));
                }
                return fresh;
            }
        } catch (IOException failed) {
            throw storage(failed);
        }
    }

    private FileLock lock(FileChannel channel) throws IOException, ProblemException {
        try {
            return channel.lock();
        } catch (OverlappingFileLockException another) {
            throw new ProblemException(Problem.of("workspace.busy", Problem.Category.BUSY, "object", file), another);
        }
    }

    private Inventory parse(byte[] json) throws ProblemException {
        try {
            JsonNode tree = MAPPER.readTree(json);
            int format = tree.path("format").asInt(0);
            if (format > Inventory.FORMAT) {
                throw new ProblemException(
                        Problem.of("workspace.format", Problem.Category.REFUSED, "object", file, "format", format));
            }
            Inventory inventory = MAPPER.treeToValue(tree, Inventory.class);
            if (inventory.theme() == null || inventory.language() == null) {
                throw damaged("incomplete", null);
            }
            return inventory;
        } catch (JacksonException | NullPointerException wrong) {
            throw damaged(wrong.toString(), wrong);
        }
    }

    private void write(byte[] json) throws IOException {
        Path fresh = beside(".tmp");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(json);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private Path beside(String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private ProblemException damaged(String why, Exception cause) {
        return new ProblemException(
                Problem.of("workspace.damaged", Problem.Category.REFUSED, "object", file)
                        .with(why),
                cause);
    }

    private ProblemException storage(IOException cause) {
        return new ProblemException(
                Problem.of("workspace.io", Problem.Category.STORAGE, "object", file)
                        .with(cause.toString()),
                cause);
    }
}
