package io.tidemark.workspace;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file on disk. Saved under another name, made durable, then renamed, so that it is always whole; several consoles
 * take turns by a lock beside it. A file that cannot be understood is refused and never overwritten. Safe for all threads.
 */
public final class WorkspaceFile {

    private static final int LARGEST = 16 << 20;
    private static final JsonMapper MAPPER = new WorkspaceJson(LARGEST)
            .mapper()
            .rebuild()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path file;
    private final WholeFile whole;

    /** The file at a path; it and its directories are made when it is saved first. */
    public WorkspaceFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
        this.whole = new WholeFile(this.file);
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
            Inventory[] fresh = new Inventory[1];
            whole.replace(() -> {
                fresh[0] = change.apply(read());
                return MAPPER.writeValueAsBytes(fresh[0]);
            });
            return fresh[0];
        } catch (IOException failed) {
            throw storage(failed);
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
