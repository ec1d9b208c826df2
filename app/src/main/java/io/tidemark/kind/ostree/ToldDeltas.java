package io.tidemark.kind.ostree;

import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Of which static deltas a repository tells its clients: by its summary, by one index for each commit, or both. Names are
 * {@code from-to} or {@code to}, checksums in hexadecimal digits.
 *
 * @param summary names that stand in the summary
 * @param indexes names that stand in indexes
 * @param brief whether the settings keep them out of the summary
 */
record ToldDeltas(Set<String> summary, Set<String> indexes, boolean brief) {

    private static final String KEY = "ostree.static-deltas";
    private static final int MOST = 50_000;

    static ToldDeltas of(OpenRepository repository) throws ProblemException {
        Path file = repository.path().resolve("summary");
        Set<String> summary = new HashSet<>();
        boolean there = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        if (there) {
            names(file, "(a(s(taya{sv}))a{sv})", summary);
        }
        Set<String> indexes = new HashSet<>();
        for (Path index : indexes(repository.path().resolve("delta-indexes"))) {
            names(index, "a{sv}", indexes);
        }
        return new ToldDeltas(summary, indexes, there && repository.settings().briefSummary());
    }

    /** Whether clients that read all of it know of a delta. */
    boolean tells(String name) {
        return brief ? indexes.contains(name) : summary.contains(name);
    }

    /** Whether it tells of exactly these. */
    boolean same(Set<String> names) {
        Set<String> all = new HashSet<>(indexes);
        all.addAll(summary);
        return all.equals(names) && names.stream().allMatch(this::tells);
    }

    private static List<Path> indexes(Path directory) throws ProblemException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(directory, 2)) {
            List<Path> files = new ArrayList<>();
            all.filter(each ->
                            each.toString().endsWith(".index") && Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                    .limit(MOST)
                    .forEach(files::add);
            return files;
        } catch (IOException failed) {
            throw Problems.unreadable(directory, failed);
        }
    }

    private static void names(Path file, String type, Set<String> into) throws ProblemException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            Variant all = Variant.of(type, in.readNBytes(Objects.LARGEST));
            Map<String, Variant> values = (type.startsWith("(") ? all.child(1) : all).dictionary();
            Optional<Variant> deltas = Optional.ofNullable(values.get(KEY));
            if (deltas.isPresent()) {
                into.addAll(deltas.get().inner().dictionary().keySet());
            }
        } catch (Malformed damaged) {
            throw Problems.damaged(file, damaged);
        } catch (IOException failed) {
            throw Problems.unreadable(file, failed);
        }
    }
}
