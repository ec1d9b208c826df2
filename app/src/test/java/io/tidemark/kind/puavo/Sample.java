package io.tidemark.kind.puavo;

import io.tidemark.job.CpuPool;
import io.tidemark.job.JobContext;
import io.tidemark.job.Unwatched;
import io.tidemark.kind.ImageName;
import io.tidemark.kind.ImageSums;
import io.tidemark.kind.ImageTree;
import io.tidemark.kind.PublishedDelta;
import io.tidemark.kind.PublishedImage;
import io.tidemark.kind.PublishedSeries;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Six images in two series, small and always the same, with the deltas that the custom asks for. */
final class Sample {

    static final String BASE = "https://images.example.org";
    static final String DEMO = "puavo-os-demo-bookworm-amd64";
    static final String FREE = "puavo-os-free-bookworm-amd64";
    static final List<String> DEMO_STAMPS =
            List.of("2026-01-05-080000", "2026-02-03-081500", "2026-03-02-080100", "2026-04-06-090000");
    static final List<String> FREE_STAMPS = List.of("2026-02-04-140532", "2026-04-07-100000");
    static final String CONF = "{\"puavo.demo\":{\"default\":\"é/1\",\"typehint\":\"string\"}}";

    static final ImageTree TREE = new PuavoKind().images().orElseThrow();
    static final JobContext JOB = new Unwatched(new CallerPool());

    private Sample() {}

    /** A pool that has no threads. */
    private static final class CallerPool implements CpuPool {
        @Override
        public int width() {
            return 1;
        }

        @Override
        public <T> List<T> all(List<? extends Callable<? extends T>> tasks) throws Exception {
            List<T> results = new ArrayList<>();
            for (Callable<? extends T> task : tasks) {
                results.add(task.call());
            }
            return results;
        }
    }

    static ImageName image(String prefix, String stamp) {
        return TREE.name(prefix + "-" + stamp + "-amd64.img").orElseThrow();
    }

    /** Sums of a small file with this content. */
    static ImageSums sums(Path scratch, String content) throws Exception {
        Path file = Files.writeString(scratch.resolve("sums"), content, StandardCharsets.UTF_8);
        return TREE.sums(file, JOB);
    }

    static List<PublishedSeries> published(Path scratch) throws Exception {
        return List.of(
                series(scratch, DEMO, "puavo-os-demo-bookworm", DEMO_STAMPS),
                series(scratch, FREE, "puavo-os-free-bookworm", FREE_STAMPS));
    }

    private static PublishedSeries series(Path scratch, String name, String prefix, List<String> stamps)
            throws Exception {
        List<PublishedImage> images = new ArrayList<>();
        for (int to = 0; to < stamps.size(); to++) {
            List<PublishedDelta> deltas = new ArrayList<>();
            for (int from = 0; from < stamps.size() && to >= stamps.size() - 3; from++) {
                if (from != to) {
                    deltas.add(delta(scratch, image(prefix, stamps.get(from)), image(prefix, stamps.get(to))));
                }
            }
            ImageName image = image(prefix, stamps.get(to));
            images.add(new PublishedImage(image, sums(scratch, image.id()), CONF, deltas));
        }
        return new PublishedSeries(name, images);
    }

    private static PublishedDelta delta(Path scratch, ImageName from, ImageName to) throws Exception {
        String file = TREE.deltaPath(from, to).substring("rdiffs/".length());
        return new PublishedDelta(file, from.version(), sums(scratch, file));
    }
}
