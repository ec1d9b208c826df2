package io.tidemark.engine.image;

import io.tidemark.delta.DeltaPair;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which deltas lead to an image: from every other image of its series, older and newer, if it is one of the last. */
final class DeltaPairs {

    private final Set<String> known;
    private final DeltaSettings settings;
    private final DeltaWish wish;

    /**
     * Pairs as the settings ask for, and what is wished besides.
     *
     * @param known the images that there are
     */
    DeltaPairs(Set<String> known, DeltaSettings settings, DeltaWish wish) {
        this.known = known;
        this.settings = settings;
        this.wish = wish;
    }

    /** The pairs that end at one image of a series, in the order in which they are listed. */
    List<DeltaPair> to(String series, List<String> members, String image) {
        Set<String> sources = new LinkedHashSet<>();
        if (members.indexOf(image) >= members.size() - settings.targets()) {
            sources.addAll(members);
        }
        wish.extras().getOrDefault(image, List.of()).stream()
                .filter(this::isKnown)
                .forEach(sources::add);
        if (image.equals(members.getLast())) {
            wish.left().getOrDefault(series, Set.of()).stream()
                    .filter(this::isKnown)
                    .forEach(sources::add);
        }
        sources.remove(image);
        return sources.stream()
                .map(source -> new DeltaPair(source, image))
                .filter(pair -> !wish.without().contains(pair))
                .toList();
    }

    private boolean isKnown(String image) {
        return known.contains(image) || wish.coming().contains(image);
    }

    /** All pairs of all series, each once. */
    List<DeltaPair> all(Map<String, List<String>> series) {
        Set<DeltaPair> pairs = new LinkedHashSet<>();
        for (Map.Entry<String, List<String>> each : series.entrySet()) {
            for (String image : each.getValue()) {
                pairs.addAll(to(each.getKey(), each.getValue(), image));
            }
        }
        return new ArrayList<>(pairs);
    }
}
