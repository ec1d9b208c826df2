package io.tidemark.ui.compare;

import io.tidemark.model.DirectoryChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A directory in the tree of changed files: its path below the version, the changes that it counts itself, and its
 * parts. Where there were too many directories, one also counts files from deeper ones.
 */
final class Directory {

    private final String path;
    private final Map<String, Directory> parts = new TreeMap<>();
    private DirectoryChange own;

    private Directory(String path) {
        this.path = path;
        this.own = new DirectoryChange(path, 0, 0, 0, 0, 0);
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

    /** All changes below it. */
    DirectoryChange total() {
        return parts.values().stream().map(Directory::total).reduce(own, this::plus);
    }

    /** The changes that no directory further down takes for itself. */
    DirectoryChange own() {
        return own;
    }

    /** The directory that counts a file: the deepest on the way to it. */
    Directory holding(String file) {
        Directory here = this;
        for (String name : names(file)) {
            Directory below = here.parts.get(name);
            if (below == null) {
                return here;
            }
            here = below;
        }
        return here;
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
