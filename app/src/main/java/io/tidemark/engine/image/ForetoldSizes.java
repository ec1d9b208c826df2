package io.tidemark.engine.image;

import io.tidemark.delta.DeltaForecast;
import io.tidemark.delta.DeltaPair;
import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sizes of deltas that were foretold before: while both images stay as they are nobody samples them again, so that another
 * budget is planned at once. Safe for all threads.
 */
final class ForetoldSizes {

    private static final int MOST = 100_000;

    private final Map<Pair, Long> sizes = new ConcurrentHashMap<>();

    /** A forecast that asks another one only once, and counts what it was asked as progress. */
    DeltaForecast over(DeltaForecast forecast, Map<String, Path> files, JobContext job) {
        return pair -> {
            long bytes = size(forecast, pair, files);
            job.progress().file();
            return bytes;
        };
    }

    private long size(DeltaForecast forecast, DeltaPair pair, Map<String, Path> files)
            throws ProblemException, InterruptedException {
        Pair seen = new Pair(Seen.of(files.get(pair.from())), Seen.of(files.get(pair.to())));
        Long known = sizes.get(seen);
        if (known != null) {
            return known;
        }
        long bytes = forecast.bytes(pair);
        if (sizes.size() >= MOST) {
            sizes.clear();
        }
        sizes.put(seen, bytes);
        return bytes;
    }

    private record Pair(Seen from, Seen to) {}

    private record Seen(Path path, long size, long modified) {

        static Seen of(Path path) {
            File file = path.toFile();
            return new Seen(path, file.length(), file.lastModified());
        }
    }
}
