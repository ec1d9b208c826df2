package io.tidemark.workspace;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.store.DurableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Texts that somebody typed and did not save yet, a file each in a directory beside the workspace's file: {@code
 * workspace.drafts/} beside {@code workspace.json}. Nobody else can read them; each is replaced whole. One that cannot be
 * understood is passed over with a warning and left alone. Safe for all threads.
 */
public final class DraftFiles {

    /** How many there may be. */
    public static final int MOST = 50;

    /** The longest text in characters. */
    public static final int LONGEST = 1 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(DraftFiles.class);
    private static final int FORMAT = 1;
    private static final int LARGEST = 8 << 20;
    private static final int MODE = 0600;
    private static final String ENDING = ".json";
    private static final WorkspaceJson JSON = new WorkspaceJson(LARGEST, LONGEST);

    private final Path directory;

    /** The drafts beside that workspace. */
    public DraftFiles(WorkspaceFile workspace) {
        Path path = workspace.path();
        String name = path.getFileName().toString().replaceFirst("[.]json$", "");
        directory = path.resolveSibling(name + ".drafts");
    }

    /**
     * All that can be understood, the newest first.
     *
     * @throws ProblemException {@code workspace.io}
     */
    public synchronized List<Kept> all() throws ProblemException {
        List<Kept> all = new ArrayList<>();
        try {
            for (Path file : files()) {
                read(file).ifPresent(all::add);
            }
        } catch (IOException failed) {
            throw storage(failed);
        }
        all.sort(Comparator.comparing(Kept::time).reversed());
        return all;
    }

    /**
     * Keeps a draft in place of the one of before; durable on return.
     *
     * @throws ProblemException {@code workspace.draft} if it is too long or there are too many, {@code workspace.io}
     */
    public synchronized void keep(Draft draft) throws ProblemException {
        Path file = file(draft.repository(), draft.role());
        byte[] bytes = JSON.mapper().writeValueAsBytes(new Written(FORMAT, draft));
        try {
            if (draft.text().length() > LONGEST || bytes.length > LARGEST) {
                throw refused(draft, draft.text().length());
            }
            Files.createDirectories(directory.getParent());
            if (!Files.isDirectory(directory)) {
                Files.createDirectory(
                        directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            List<Path> there = files();
            if (there.size() >= MOST && !there.contains(file)) {
                throw refused(draft, there.size());
            }
        } catch (IOException failed) {
            throw storage(failed);
        }
        new DurableFile(file).replace(bytes, MODE);
    }

    /**
     * Removes a draft, if there is one.
     *
     * @throws ProblemException {@code workspace.io}
     */
    public synchronized void drop(String repository, String role) throws ProblemException {
        try {
            Files.deleteIfExists(file(repository, role));
        } catch (IOException failed) {
            throw storage(failed);
        }
    }

    private Path file(String repository, String role) {
        try {
            byte[] key = (repository + "\0" + role).getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            return directory.resolve(HexFormat.of().formatHex(digest, 0, 16) + ENDING);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*" + ENDING)) {
            for (Path file : found) {
                if (files.size() < MOST) {
                    files.add(file);
                }
            }
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (DirectoryIteratorException failed) {
            throw failed.getCause();
        }
        return files;
    }

    private static Optional<Kept> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Written written = JSON.mapper().readValue(in.readNBytes(LARGEST), Written.class);
            if (written.format() == FORMAT && written.whole()) {
                return Optional.of(new Kept(
                        written.draft(), Files.getLastModifiedTime(file).toInstant()));
            }
            LOG.warn("{} is passed over: not of format {}", file, FORMAT);
        } catch (NoSuchFileException dropped) {
            return Optional.empty();
        } catch (JacksonException damaged) {
            LOG.warn("{} is passed over: {}", file, damaged.getClass().getSimpleName());
        }
        return Optional.empty();
    }

    private static ProblemException refused(Draft draft, int count) {
        return new ProblemException(Problem.of(
                "workspace.draft",
                Problem.Category.REFUSED,
                "object",
                draft.repository(),
                "count",
                count,
                "most",
                MOST,
                "longest",
                LONGEST));
    }

    private ProblemException storage(IOException cause) {
        return new ProblemException(
                Problem.of("workspace.io", Problem.Category.STORAGE, "object", directory)
                        .with(cause.toString()),
                cause);
    }

    /**
     * A text that nobody saved.
     *
     * @param repository its name in the workspace
     * @param dir its directory, for a name may come to stand for another one
     * @param role which of its texts
     * @param mark what the text was recognised by that was read before the writing began
     * @param others the same of other files that belong to it, by their paths
     */
    public record Draft(
            String repository, String dir, String role, String mark, Map<String, String> others, String text) {

        public Draft {
            others = others == null ? Map.of() : Map.copyOf(others);
        }
    }

    /** A draft and when it was typed. */
    public record Kept(Draft draft, Instant time) {}

    /** A file's content. */
    private record Written(int format, Draft draft) {

        /** Documents may lack anything. */
        boolean whole() {
            return draft != null
                    && Stream.of(draft.repository(), draft.dir(), draft.role(), draft.mark(), draft.text())
                            .noneMatch(Objects::isNull);
        }
    }
}
