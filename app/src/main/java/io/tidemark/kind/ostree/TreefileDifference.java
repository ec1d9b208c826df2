package io.tidemark.kind.ostree;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * What differs between two treefiles, that of development and that of production for example.
 *
 * @param added packages that only the second names
 * @param removed packages that only the first names
 * @param changed other keys whose values differ, sorted
 */
record TreefileDifference(List<String> added, List<String> removed, List<Changed> changed) {

    TreefileDifference {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }

    /** A key and its values as they are shown, empty where it is missing. */
    record Changed(String key, String before, String after) {}

    static TreefileDifference between(Treefile before, Treefile after) {
        List<String> added = new ArrayList<>(after.packages());
        added.removeAll(before.packages());
        List<String> removed = new ArrayList<>(before.packages());
        removed.removeAll(after.packages());
        TreeSet<String> keys = new TreeSet<>(before.values().keySet());
        keys.addAll(after.values().keySet());
        keys.removeIf(Treefile::isPackages);
        List<Changed> changed = new ArrayList<>();
        for (String key : keys) {
            Object old = before.values().get(key);
            Object now = after.values().get(key);
            if (!Objects.equals(old, now)) {
                changed.add(new Changed(key, shown(old), shown(now)));
            }
        }
        return new TreefileDifference(added, removed, changed);
    }

    private static String shown(Object value) {
        return value == null ? "" : value.toString();
    }
}
