package io.tidemark.kind.git;

import io.tidemark.model.EntryPath;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.program.Git;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A bare repository on this disk, read as plain files: nothing of it is run or followed. */
record BareRepository(Path root) {

    private static final int MOST = 256 << 20;
    private static final int SMALL = 4096;
    private static final String SYMREF = "ref: ";

    /** Whether a directory is one. */
    static boolean is(Path directory) {
        return Files.isRegularFile(directory.resolve("HEAD"), LinkOption.NOFOLLOW_LINKS)
                && Files.isDirectory(directory.resolve("objects"), LinkOption.NOFOLLOW_LINKS)
                && Files.isDirectory(directory.resolve("refs"), LinkOption.NOFOLLOW_LINKS);
    }

    /** Its refs: the packed ones, and loose ones in their place. */
    Refs refs() throws ProblemException {
        try {
            SortedMap<String, String> ids = new TreeMap<>();
            SortedMap<String, String> peeled = new TreeMap<>();
            packed(ids, peeled);
            loose(ids, peeled);
            return new Refs(head().filter(ids::containsKey), ids, peeled);
        } catch (IOException unreadable) {
            throw unreadable(root, unreadable);
        }
    }

    /** Files that hold objects, each with its size in bytes, by path below the repository. */
    SortedMap<String, Long> objects() throws ProblemException {
        SortedMap<String, Long> files = new TreeMap<>();
        Path objects = root.resolve("objects");
        if (!Files.isDirectory(objects, LinkOption.NOFOLLOW_LINKS)) {
            return files;
        }
        try {
            Files.walkFileTree(objects, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    boolean ours = !directory.equals(objects.resolve("info"));
                    return ours ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String name = file.getFileName().toString();
                    boolean whole = !name.startsWith("tmp_") && !name.endsWith(".lock") && !name.endsWith(".keep");
                    if (attributes.isRegularFile()
                            && whole
                            && !EntryPath.of(name).escaped()) {
                        files.put(root.relativize(file).toString(), attributes.size());
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
            return files;
        } catch (IOException unreadable) {
            throw unreadable(objects, unreadable);
        }
    }

    private Optional<String> head() throws IOException {
        String text = text(root.resolve("HEAD"), SMALL).strip();
        return text.startsWith(SYMREF)
                ? Optional.of(text.substring(SYMREF.length()).strip())
                : Optional.empty();
    }

    private void packed(SortedMap<String, String> ids, SortedMap<String, String> peeled) throws IOException {
        Path file = root.resolve("packed-refs");
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        String last = "";
        for (String line : text(file, MOST).split("\n")) {
            int blank = line.indexOf(' ');
            if (line.startsWith("^") && Git.isId(line.substring(1))) {
                peeled.put(last, line.substring(1));
            } else if (blank > 0 && Git.isId(line.substring(0, blank))) {
                last = line.substring(blank + 1);
                ids.put(last, line.substring(0, blank));
            }
        }
    }

    private void loose(SortedMap<String, String> ids, SortedMap<String, String> peeled) throws IOException {
        Path refs = root.resolve("refs");
        if (!Files.isDirectory(refs, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> files = Files.walk(refs)) {
            for (Path file : files.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                String id = text(file, SMALL).strip();
                String ref = new String(
                        root.relativize(file).toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
                if (Git.isId(id) && !ref.endsWith(".lock")) {
                    ids.put(ref, id);
                    peeled.remove(ref);
                }
            }
        }
    }

    private static String text(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return new String(in.readNBytes(most), StandardCharsets.ISO_8859_1);
        }
    }

    private static ProblemException unreadable(Path object, IOException cause) {
        Problem problem = Problem.of("git.read", Problem.Category.STORAGE, "object", object);
        return new ProblemException(problem.with(cause.toString()), cause);
    }
}
