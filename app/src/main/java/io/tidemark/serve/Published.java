package io.tidemark.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What may be served: the tree at {@code root}, and what links in it lead to as long as that lies in the tree itself or
 * in one of the neighbours. Nothing whose name begins with a dot is part of it, whichever way it is reached.
 *
 * @param root the directory that clients see as {@code /}
 * @param neighbours published trees beside it that links may lead into
 */
public record Published(Path root, List<Path> neighbours) {

    public Published {
        neighbours = List.copyOf(neighbours);
    }

    /** One tree by itself. */
    public static Published tree(Path root) {
        return new Published(root, List.of());
    }

    /** The real file or directory at a path below the root, empty if clients may not have it. */
    Optional<Path> find(List<String> names) {
        Path asked = root;
        for (String name : names) {
            if (name.startsWith(".") || name.indexOf('/') >= 0 || name.indexOf('\0') >= 0) {
                return Optional.empty();
            }
            asked = asked.resolve(name);
        }
        return real(asked);
    }

    /** Where a path really leads, empty if that is not published. */
    Optional<Path> real(Path path) {
        try {
            Path real = path.toRealPath();
            return inside(real, root) || insideNeighbour(real) ? Optional.of(real) : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private boolean insideNeighbour(Path real) throws IOException {
        for (Path neighbour : neighbours) {
            if (Files.exists(neighbour, LinkOption.NOFOLLOW_LINKS) && inside(real, neighbour)) {
                return true;
            }
        }
        return false;
    }

    private static boolean inside(Path real, Path area) throws IOException {
        Path areaReal = area.toRealPath();
        if (!real.startsWith(areaReal)) {
            return false;
        }
        for (Path name : areaReal.relativize(real)) {
            if (name.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }
}
