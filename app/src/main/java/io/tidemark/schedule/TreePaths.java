package io.tidemark.schedule;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells whether a path as somebody wrote it lies in one tree, whichever links lead there. */
final class TreePaths {

    private static final String VERSIONS = ".versions";
    private static final String OWN = ".tidemark";

    private final List<Path> trees = new ArrayList<>();
    private final List<Path> except = new ArrayList<>();
    private final boolean here;

    TreePaths(Path tree) {
        this(tree, true);
    }

    /**
     * The same, of a tree that may lie on another machine.
     *
     * @param here whether its links can be followed
     */
    TreePaths(Path tree, boolean here) {
        this.here = here;
        Path path = tree.toAbsolutePath().normalize();
        String name = String.valueOf(path.getFileName());
        trees.add(path);
        trees.add(resolved(path));
        if (name.endsWith(VERSIONS) && name.length() > VERSIONS.length()) {
            trees.add(path.resolveSibling(name.substring(0, name.length() - VERSIONS.length())));
        }
    }

    /** The same without what Tidemark keeps there for itself. */
    TreePaths published() {
        TreePaths published = new TreePaths(trees.getFirst(), here);
        published.trees.forEach(each -> published.except.add(each.resolve(OWN)));
        return published;
    }

    /** Whether the word is a path in the tree; relative words count only where the directory is known. */
    boolean inside(String word, Optional<Path> cwd) {
        return path(word, cwd).filter(this::inside).isPresent();
    }

    boolean inside(Path path) {
        Path normal = path.toAbsolutePath().normalize();
        Path real = resolved(normal);
        return below(trees, normal, real) && !below(except, normal, real);
    }

    private static boolean below(List<Path> directories, Path normal, Path real) {
        return directories.stream().anyMatch(each -> normal.startsWith(each) || real.startsWith(each));
    }

    /** Whether the word is a directory that the tree lies in, other than the root of all. */
    boolean around(String word, Optional<Path> cwd) {
        return path(word, cwd)
                .map(this::resolved)
                .filter(path -> path.getNameCount() > 0 && trees.get(1).startsWith(path))
                .isPresent();
    }

    /** Whether a path in the tree stands anywhere in a word, as in {@code --root=/srv/x} or a quoted command. */
    boolean mentioned(String word, Optional<Path> cwd) {
        if (inside(word, cwd)) {
            return true;
        }
        for (String part : word.split("[\\s=,;:'\"]+")) {
            if (part.startsWith("/") && inside(part, cwd)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Path> path(String word, Optional<Path> cwd) {
        if (word.isEmpty() || word.startsWith("-") || word.contains("://")) {
            return Optional.empty();
        }
        try {
            Path path = Path.of(word);
            return path.isAbsolute()
                    ? Optional.of(path.normalize())
                    : cwd.map(here -> here.resolve(path).normalize());
        } catch (InvalidPathException odd) {
            return Optional.empty();
        }
    }

    /** The path with links resolved as far as it exists. */
    private Path resolved(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        if (!here) {
            return absolute;
        }
        for (Path existing = absolute; existing != null; existing = existing.getParent()) {
            try {
                return existing.toRealPath()
                        .resolve(existing.relativize(absolute))
                        .normalize();
            } catch (IOException notThere) {
                // The parent may exist.
            }
        }
        return absolute;
    }
}
