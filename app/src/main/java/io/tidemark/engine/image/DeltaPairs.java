package io.tidemark.engine.image;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which deltas lead to an image: from every other image of its series, older and newer, if it is one of the last. */
final class DeltaPairs {

    private final ImageNow now;
    private final DeltaSettings settings;
    private final Map<String, Set<String>> left;

    /**
     * Pairs as the settings ask for.
     *
     * @param left images by series that clients may still have although a rollback took them away
     */
    DeltaPairs(ImageNow now, DeltaSettings settings, Map<String, Set<String>> left) {
        this.now = now;
        this.settings = settings;
        this.left = left;
    }

    /** The pairs that end at one image of a series, in the order in which they are listed. */
    List<ImagePair> to(String series, List<String> members, String image) {
        if (members.indexOf(image) < members.size() - settings.targets()) {
            return List.of();
        }
        Set<String> sources = new LinkedHashSet<>(members);
        if (image.equals(members.getLast())) {
            left.getOrDefault(series, Set.of()).stream()
                    .filter(now.names()::containsKey)
                    .forEach(sources::add);
        }
        sources.remove(image);
        return sources.stream().map(source -> new ImagePair(source, image)).toList();
    }

    /** All pairs of all series, each once. */
    List<ImagePair> all(Map<String, List<String>> series) {
        Set<ImagePair> pairs = new LinkedHashSet<>();
        for (Map.Entry<String, List<String>> each : series.entrySet()) {
            for (String image : each.getValue()) {
                pairs.addAll(to(each.getKey(), each.getValue(), image));
            }
        }
        return new ArrayList<>(pairs);
    }
}
