package io.tidemark.engine.image;

import io.tidemark.delta.DeltaPair;
import io.tidemark.delta.Metalink;
import io.tidemark.kind.PublishedDelta;
import io.tidemark.kind.PublishedImage;
import io.tidemark.kind.PublishedSeries;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/** What the documents say that clients read. */
final class ImageDocuments {

    private static final String METALINK = "metalink";

    private final ImageNow now;
    private final Map<String, ImageFacts> images;
    private final Map<String, DeltaFacts> deltas;
    private final DeltaPairs pairs;

    ImageDocuments(ImageNow now, Map<String, ImageFacts> images, Map<String, DeltaFacts> deltas, DeltaPairs pairs) {
        this.now = now;
        this.images = images;
        this.deltas = deltas;
        this.pairs = pairs;
    }

    /** Those that differ from what is published, by path, in the order in which they are to appear. */
    SequencedMap<String, byte[]> changed(Map<String, List<String>> series) throws ProblemException {
        List<PublishedSeries> published = new ArrayList<>();
        for (Map.Entry<String, List<String>> each : new TreeMap<>(series).entrySet()) {
            published.add(series(each.getKey(), each.getValue()));
        }
        SequencedMap<String, byte[]> changed = new LinkedHashMap<>();
        published.forEach(each -> metalinks(now, each, changed));
        changed.putAll(now.tree().documents(published, now.base()));
        for (String path : List.copyOf(changed.keySet())) {
            if (isThere(now.root().resolve(path), changed.get(path))) {
                changed.remove(path);
            }
        }
        return changed;
    }

    /** Adds those of one series, where the repository wants them. */
    static void metalinks(ImageNow now, PublishedSeries series, Map<String, byte[]> into) {
        if (now.wants(METALINK)) {
            series.images().forEach(image -> metalink(now, image, into));
        }
    }

    private static void metalink(ImageNow now, PublishedImage image, Map<String, byte[]> into) {
        String file = image.name().file();
        TreeMap<String, String> hashes = new TreeMap<>(
                Map.of("sha-256", image.sums().sha256(), "sha-512", image.sums().sha512()));
        List<String> urls = List.of(now.base() + "/" + file);
        into.put(file + Metalink.SUFFIX, new Metalink(file, image.sums().size(), hashes, urls).document());
    }

    private static boolean isThere(Path file, byte[] content) {
        try {
            return Files.size(file) == content.length && Arrays.equals(Files.readAllBytes(file), content);
        } catch (IOException missing) {
            return false;
        }
    }

    private PublishedSeries series(String name, List<String> members) {
        List<PublishedImage> published = new ArrayList<>();
        for (String image : members) {
            ImageFacts facts = images.get(image);
            List<PublishedDelta> to = new ArrayList<>();
            for (DeltaPair pair : pairs.to(name, members, image)) {
                String file = now.deltaFile(pair);
                DeltaFacts delta = deltas.get(file);
                if (delta != null && delta.kept()) {
                    to.add(new PublishedDelta(file, now.name(pair.from()).version(), delta.sums()));
                }
            }
            published.add(new PublishedImage(now.name(image), facts.sums(), facts.definitions(), to));
        }
        return new PublishedSeries(name, published);
    }
}
