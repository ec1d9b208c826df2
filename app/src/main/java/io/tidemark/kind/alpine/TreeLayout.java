package io.tidemark.kind.alpine;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where things lie in a version's tree as people keep it: {@code main/x86_64} directly below, below a branch directory,
 * or below what {@code wget --mirror} made ({@code dl-cdn.example.org/alpine/v3.15/…}). Looks at directories only, never
 * follows links, and stops at a bound.
 *
 * @param indexes directory of each package index by section, {@code main/x86_64}
 * @param releases directory of release files by section, {@code releases/x86_64}
 */
record TreeLayout(Map<String, Path> indexes, Map<String, Path> releases) {

    private static final int DEEPEST = 7;
    private static final int MOST_DIRECTORIES = 2000;

    TreeLayout {
        indexes = new TreeMap<>(indexes);
        releases = new TreeMap<>(releases);
    }

    static TreeLayout of(Path tree) throws ProblemException {
        Finder finder = new Finder();
        finder.look(tree, "", DEEPEST);
        return new TreeLayout(finder.indexes, finder.releases);
    }

    boolean empty() {
        return indexes.isEmpty() && releases.isEmpty();
    }

    /** Directories below the tree by section, all of them. */
    Map<String, Path> all() {
        Map<String, Path> all = new TreeMap<>(indexes);
        all.putAll(releases);
        return all;
    }

    /** What stands before {@code main/x86_64} everywhere in the tree; empty when sections lie in different places. */
    String prefix(Path tree) {
        List<String> prefixes = new ArrayList<>();
        all().forEach((section, directory) -> {
            String place = tree.relativize(directory).toString();
            prefixes.add(place.equals(section) ? "" : place.substring(0, place.length() - section.length() - 1));
        });
        return prefixes.stream().distinct().count() == 1 ? prefixes.getFirst() : "";
    }

    /** {@code host/…/alpine} when the tree holds what a recursive download left behind. */
    Optional<String> downloadedFrom(Path tree) {
        return all().values().stream()
                .map(tree::relativize)
                .filter(path ->
                        path.getNameCount() > 3 && path.getName(0).toString().contains("."))
                .filter(path -> !VersionNames.isVersion(path.getName(0).toString()))
                .map(path -> path.subpath(0, path.getNameCount() - 3).toString())
                .findFirst();
    }

    /** Subdirectories that are no links, sorted; empty where they cannot be read. */
    static List<Path> directories(Path directory) throws ProblemException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory, TreeLayout::isDirectory)) {
            for (Path each : stream) {
                if (found.size() == MOST_DIRECTORIES) {
                    break;
                }
                found.add(each);
            }
        } catch (NoSuchFileException | NotDirectoryException | AccessDeniedException unreadable) {
            return List.of();
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            throw unreadable(directory, e);
        }
        found.sort(null);
        return found;
    }

    static boolean isDirectory(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    static boolean isFile(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    static ProblemException unreadable(Path path, Exception cause) {
        Problem problem = Problem.of("alpine.tree.read", Problem.Category.STORAGE, "object", path);
        return new ProblemException(problem.with(String.valueOf(cause.getMessage())), cause);
    }

    /** Walks down, without entering directories of packages. */
    private static final class Finder {

        private final Map<String, Path> indexes = new TreeMap<>();
        private final Map<String, Path> releases = new TreeMap<>();
        private int looked;

        void look(Path directory, String parent, int depth) throws ProblemException {
            String name = directory.getFileName() == null
                    ? ""
                    : directory.getFileName().toString();
            boolean index = isFile(directory.resolve(Layout.INDEX)) || isFile(directory.resolve(Layout.INDEX_3));
            if (index) {
                indexes.putIfAbsent(parent + "/" + name, directory);
            } else if (parent.equals(AlpineOptions.RELEASES) && AlpineOptions.KNOWN_ARCHS.contains(name)) {
                releases.putIfAbsent(parent + "/" + name, directory);
            } else if (depth > 0) {
                for (Path each : directories(directory)) {
                    boolean hidden = each.getFileName().toString().startsWith(".");
                    if (!hidden && ++looked <= MOST_DIRECTORIES) {
                        look(each, name, depth - 1);
                    }
                }
            }
        }
    }
}
