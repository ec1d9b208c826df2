package io.tidemark.kind.ostree;

import io.tidemark.model.RecipeDifference;
import io.tidemark.model.RecipeDifference.Changed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** Compares two treefiles, that of production and that of development for example, by what they mean. */
final class TreefileDifference {

    private TreefileDifference() {}

    static RecipeDifference between(Treefile before, Treefile after) {
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
        return new RecipeDifference(added, removed, changed);
    }

    private static String shown(Object value) {
        return value == null ? "" : value.toString();
    }
}
