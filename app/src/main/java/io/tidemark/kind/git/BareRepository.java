package io.tidemark.kind.git;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.program.Git;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A bare repository on this disk, read as plain files: nothing of it is run or followed. */
record BareRepository(Path root) {

    private static final int MOST = 256 << 20;
    private static final int SMALL = 4096;

    /** Names that git gives to objects and packs; everything else is on its way, or of no use to others. */
    private static final Predicate<String> OBJECTS = Pattern.compile("objects/([0-9a-f]{2}/([0-9a-f]{38}|[0-9a-f]{62})"
                    + "|pack/pack-([0-9a-f]{40}|[0-9a-f]{64})\\.(pack|idx|rev|bitmap|mtimes))")
            .asMatchPredicate();

    private static final String SYMREF = "ref: ";

    /** Whether a directory is one. */
    static boolean is(Path directory) {
        return Files.isRegularFile(directory.resolve("HEAD"), LinkOption.NOFOLLOW_LINKS)
                && Files.isDirectory(directory.resolve("objects"), LinkOption.NOFOLLOW_LINKS)
                && Files.isDirectory(directory.resolve("refs"), LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Whether it holds the whole history of what its refs name, as far as its own files tell: no shallow clone, none that
     * fetches objects when they are asked for.
     */
    boolean whole() throws ProblemException {
        boolean shallow = Files.exists(root.resolve("shallow"), LinkOption.NOFOLLOW_LINKS);
        Path packs = root.resolve("objects/pack");
        if (shallow || !Files.isDirectory(packs, LinkOption.NOFOLLOW_LINKS)) {
            return !shallow;
        }
        try (Stream<Path> files = Files.list(packs)) {
            return files.noneMatch(each -> each.toString().endsWith(".promisor"));
        } catch (IOException | UncheckedIOException unreadable) {
            throw unreadable(packs, unreadable);
        }
    }

    /** Whether it borrows objects from another repository. */
    boolean borrows() {
        return Files.exists(root.resolve("objects/info/alternates"), LinkOption.NOFOLLOW_LINKS);
    }

    /** Its refs: the packed ones, and loose ones in their place. */
    Refs refs() throws ProblemException {
        try {
            SortedMap<String, String> ids = new TreeMap<>();
            SortedMap<String, String> peeled = new TreeMap<>();
            packed(ids, peeled);
            loose(ids, peeled);
            return new Refs(head().filter(ids::containsKey), ids, peeled);
        } catch (IOException | UncheckedIOException unreadable) {
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
                    String path = root.relativize(file).toString();
                    if (attributes.isRegularFile() && OBJECTS.test(path)) {
                        files.put(path, attributes.size());
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
            Set<String> all = Set.copyOf(files.keySet());
            files.keySet().removeIf(path -> isTorn(path, all));
            return files;
        } catch (IOException unreadable) {
            throw unreadable(objects, unreadable);
        }
    }

    /** A pack without its index, or what belongs to a pack that is not there: git was killed between the two. */
    private static boolean isTorn(String path, Set<String> all) {
        if (!path.startsWith("objects/pack/")) {
            return false;
        }
        String stem = path.substring(0, path.lastIndexOf('.'));
        return !all.contains(stem + ".pack") || !all.contains(stem + ".idx");
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

    private static ProblemException unreadable(Path object, Exception cause) {
        Problem problem = Problem.of("git.read", Problem.Category.STORAGE, "object", object);
        return new ProblemException(problem.with(cause.toString()), cause);
    }
}
