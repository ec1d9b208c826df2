package io.tidemark.engine.image;

import io.tidemark.kind.PublishedDelta;
import io.tidemark.kind.PublishedImage;
import io.tidemark.kind.PublishedSeries;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.store.Publication.Placement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the documents that clients read, among the products. */
final class ImageDocuments {

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

    /** Writes them; where each is to appear, in order. */
    List<Placement> write(Map<String, List<String>> series, Path products) throws ProblemException {
        List<PublishedSeries> published = new ArrayList<>();
        for (Map.Entry<String, List<String>> each : new TreeMap<>(series).entrySet()) {
            published.add(series(each.getKey(), each.getValue()));
        }
        List<Placement> placements = new ArrayList<>();
        for (Map.Entry<String, byte[]> document :
                now.tree().documents(published, now.base()).entrySet()) {
            String product = "document-" + placements.size();
            write(products.resolve(product), document.getValue());
            placements.add(new Placement(product, document.getKey()));
        }
        return placements;
    }

    private PublishedSeries series(String name, List<String> members) {
        List<PublishedImage> published = new ArrayList<>();
        for (String image : members) {
            ImageFacts facts = images.get(image);
            List<PublishedDelta> to = new ArrayList<>();
            for (ImagePair pair : pairs.to(name, members, image)) {
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

    /** Clients may read the file; it was never there under this name for anybody else. */
    private static void write(Path file, byte[] content) throws ProblemException {
        try {
            Files.deleteIfExists(file);
            Files.write(file, content);
            file.toFile().setReadable(true, false);
        } catch (IOException failed) {
            throw new ProblemException(
                    Problem.of("file.write", Problem.Category.STORAGE, "object", file, "cause", failed), failed);
        }
    }
}
