package io.tidemark.engine.image;

import io.tidemark.job.JobContext;
import io.tidemark.kind.PublishedDelta;
import io.tidemark.kind.PublishedImage;
import io.tidemark.kind.PublishedSeries;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Upstream;
import io.tidemark.source.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for images that another repository publishes and that are no versions here: one request for each series. */
final class RemoteImages {

    private static final long LARGEST_DOCUMENT = 64L << 20;

    private final ImageNow now;

    RemoteImages(ImageNow now) {
        this.now = now;
    }

    /** Whether new images come from another repository. */
    static boolean is(Upstream upstream) {
        return upstream.url().startsWith("http:") || upstream.url().startsWith("https:");
    }

    /** The images, oldest first; for each the smallest delta from an image that is here, if there is one. */
    List<RemoteImage> find(Source source, JobContext job) throws ProblemException, InterruptedException {
        Map<String, RemoteImage> found = new LinkedHashMap<>();
        for (String name : now.repository().config().upstream().all("series")) {
            String location = now.tree().seriesPath(name);
            byte[] document = source.read(location, LARGEST_DOCUMENT, job);
            for (PublishedSeries series : now.tree().read(location, document)) {
                series.images().forEach(image -> take(image, found));
            }
        }
        List<RemoteImage> images = new ArrayList<>(found.values());
        images.sort(Comparator.comparing((RemoteImage i) -> i.name().version())
                .thenComparing(i -> i.name().id()));
        return images;
    }

    private void take(PublishedImage image, Map<String, RemoteImage> found) {
        String id = image.name().id();
        if (!now.names().containsKey(id)) {
            found.putIfAbsent(id, new RemoteImage(image.name(), image.sums(), way(image)));
        }
    }

    private Optional<RemoteImage.Way> way(PublishedImage image) {
        return image.deltas().stream()
                .filter(delta -> delta.sums().size() < image.sums().size())
                .flatMap(delta -> source(image, delta).map(source -> new RemoteImage.Way(delta, source)).stream())
                .min(Comparator.comparingLong(way -> way.delta().sums().size()));
    }

    /** The image that a delta starts from, if it is here: the documents name it by the digits of its stamp only. */
    private Optional<String> source(PublishedImage image, PublishedDelta delta) {
        return now.names().values().stream()
                .filter(held -> held.version().equals(delta.source()))
                .filter(held -> now.tree().deltaPath(held, image.name()).endsWith("/" + delta.file()))
                .map(held -> held.id())
                .findFirst();
    }
}
