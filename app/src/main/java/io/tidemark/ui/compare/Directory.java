package io.tidemark.ui.compare;

import io.tidemark.model.DirectoryChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A directory in the tree of changed files: its path below the version, the changes below it, and its parts. A
 * directory that the comparison does not list on its own carries the sum of what lies below.
 */
final class Directory {

    private final String path;
    private final Map<String, Directory> parts = new TreeMap<>();
    private DirectoryChange own;

    private Directory(String path) {
        this.path = path;
    }

    /** The tree over rolled-up directories; its root has an empty path. */
    static Directory tree(List<DirectoryChange> changes) {
        Directory root = new Directory("");
        for (DirectoryChange change : changes) {
            root.at(change.path()).own = change;
        }
        return root;
    }

    String path() {
        return path;
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    List<Directory> parts() {
        return List.copyOf(parts.values());
    }

    /** The changes below it. */
    DirectoryChange total() {
        return own != null ? own : parts.values().stream().map(Directory::total).reduce(zero(), this::plus);
    }

    long count() {
        DirectoryChange total = total();
        return total.added() + total.removed() + total.changed() + total.moved();
    }

    private DirectoryChange zero() {
        return new DirectoryChange(path, 0, 0, 0, 0, 0);
    }

    private DirectoryChange plus(DirectoryChange a, DirectoryChange b) {
        return new DirectoryChange(
                path,
                a.added() + b.added(),
                a.removed() + b.removed(),
                a.changed() + b.changed(),
                a.moved() + b.moved(),
                a.bytes() + b.bytes());
    }

    private Directory at(String wanted) {
        Directory here = this;
        for (String name : names(wanted)) {
            String below = here.path.isEmpty() ? name : here.path + "/" + name;
            here = here.parts.computeIfAbsent(name, _ -> new Directory(below));
        }
        return here;
    }

    private static List<String> names(String path) {
        List<String> names = new ArrayList<>();
        for (String name : path.split("/")) {
            if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        return names;
    }
}
