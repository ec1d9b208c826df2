package io.tidemark.model;

import java.util.List;

/**
 * What differs in meaning between two recipes, that of production and that of development for example.
 *
 * @param added packages that only the second names, sorted
 * @param removed packages that only the first names, sorted
 * @param changed other keys whose values differ, sorted
 */
public record RecipeDifference(List<String> added, List<String> removed, List<Changed> changed) {

    public RecipeDifference {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }

    /** Whether they mean the same. */
    public boolean none() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }

    /** A key and its values as they are shown, empty where it is missing. */
    public record Changed(String key, String before, String after) {}
}
