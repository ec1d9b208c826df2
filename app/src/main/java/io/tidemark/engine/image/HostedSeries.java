package io.tidemark.engine.image;

import io.tidemark.kind.ImageName;
import io.tidemark.kind.ImageTree;
import io.tidemark.kind.PublishedDelta;
import io.tidemark.kind.PublishedImage;
import io.tidemark.kind.PublishedSeries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** What a series says on another machine, in the words of a kind of images; needs no repository here. */
public record HostedSeries(ImageTree tree, PublishedSeries series) {

    /** Ids of its images, oldest first. */
    public List<String> members() {
        return series.images().stream().map(image -> image.name().id()).toList();
    }

    /** Every file that its document names, with its bytes, by path relative to the tree. */
    public Map<String, Long> names() {
        Map<String, Long> names = new HashMap<>();
        for (PublishedImage image : series.images()) {
            names.put(image.name().file(), image.sums().size());
            image.deltas()
                    .forEach(delta -> names.put(
                            path(tree, image.name(), delta.file()), delta.sums().size()));
        }
        return names;
    }

    /**
     * The documents that change with it, in the order in which they are to be replaced.
     *
     * @param others series that are shown there beside it
     * @param base what every URL begins with
     */
    public SequencedMap<String, byte[]> documents(Collection<PublishedSeries> others, String base) {
        TreeMap<String, PublishedSeries> all = new TreeMap<>();
        others.forEach(other -> all.put(other.name(), other));
        all.put(series.name(), series);
        SequencedMap<String, byte[]> documents = new LinkedHashMap<>(tree.documents(List.copyOf(all.values()), base));
        all.keySet().stream()
                .filter(name -> !name.equals(series.name()))
                .forEach(name -> documents.remove(tree.seriesPath(name)));
        return documents;
    }

    /** The same led by one of its images, without those behind it; empty if it never had that image. */
    public Optional<HostedSeries> back(String image) {
        int at = members().indexOf(image);
        return at < 0 ? Optional.empty() : Optional.of(with(series.images().subList(0, at + 1)));
    }

    /** The same without files that do not lie there: {@code lies} is asked for path and bytes. */
    public HostedSeries only(BiPredicate<String, Long> lies) {
        List<PublishedImage> images = new ArrayList<>();
        for (PublishedImage image : series.images()) {
            if (lies.test(image.name().file(), image.sums().size())) {
                List<PublishedDelta> deltas = image.deltas().stream()
                        .filter(delta -> lies.test(
                                path(tree, image.name(), delta.file()),
                                delta.sums().size()))
                        .toList();
                images.add(new PublishedImage(image.name(), image.sums(), image.definitions(), deltas));
            }
        }
        return with(images);
    }

    private HostedSeries with(List<PublishedImage> images) {
        return new HostedSeries(tree, new PublishedSeries(series.name(), images));
    }

    /** Where a delta lies; all lie in one directory. */
    static String path(ImageTree tree, ImageName image, String delta) {
        String any = tree.deltaPath(image, image);
        return any.substring(0, any.lastIndexOf('/') + 1) + delta;
    }
}
