package io.tidemark.engine.image;

import io.tidemark.delta.DeltaPair;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is wished of deltas beside what the settings say.
 *
 * @param left images by series that clients may still have although a rollback took them away
 * @param extras images from which more deltas are wanted, by the image that they lead to
 * @param coming images that are about to be taken in
 * @param without pairs for which the budget leaves no room
 */
record DeltaWish(
        Map<String, Set<String>> left, Map<String, List<String>> extras, Set<String> coming, Set<DeltaPair> without) {

    DeltaWish {
        left = Map.copyOf(left);
        extras = Map.copyOf(extras);
        coming = Set.copyOf(coming);
        without = Set.copyOf(without);
    }

    /** Nothing besides. */
    static DeltaWish none() {
        return new DeltaWish(Map.of(), Map.of(), Set.of(), Set.of());
    }

    /** The same without some pairs. */
    DeltaWish without(Set<DeltaPair> pairs) {
        return new DeltaWish(left, extras, coming, pairs);
    }
}
