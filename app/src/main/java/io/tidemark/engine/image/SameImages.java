package io.tidemark.engine.image;

import io.tidemark.engine.delta.FileDigest;
import io.tidemark.job.JobContext;
import io.tidemark.job.Parallel;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Makes sure that images are still what they were when they were taken in: those that the same run did not read anyway are
 * read once more, before deltas are made of them. A delta of an image that somebody changed would fit no client.
 */
final class SameImages {

    private final ImageNow now;
    private final Map<String, ImageFacts> facts;
    private final Set<String> sure;

    /** Images of which those named are known to be right. */
    SameImages(ImageNow now, Map<String, ImageFacts> facts, Set<String> sure) {
        this.now = now;
        this.facts = facts;
        this.sure = new HashSet<>(sure);
    }

    /**
     * Returns if all are right.
     *
     * @throws ProblemException {@code store.tampered}
     */
    void require(Collection<String> images, JobContext job) throws ProblemException, InterruptedException {
        List<Callable<Boolean>> readings = new ArrayList<>();
        long bytes = 0;
        for (String image : images) {
            if (sure.add(image)) {
                bytes += facts.get(image).sums().size();
                readings.add(() -> read(image, job));
            }
        }
        if (!readings.isEmpty()) {
            job.progress().phase("same", readings.size(), bytes);
            read(readings, job);
        }
    }

    private static void read(List<Callable<Boolean>> readings, JobContext job)
            throws ProblemException, InterruptedException {
        try {
            Parallel.all(job.cpu(), readings);
        } catch (IOException never) {
            throw new IllegalStateException("a reading names its file itself", never);
        }
    }

    private boolean read(String image, JobContext job) throws ProblemException, InterruptedException {
        String digest = FileDigest.of(now.path(image), job, job.progress()::bytes);
        if (!digest.equals(facts.get(image).sums().sha256())) {
            throw new ProblemException(Problem.of(
                    "store.tampered",
                    Problem.Category.REFUSED,
                    "object",
                    image,
                    "paths",
                    now.path(image).getFileName(),
                    "count",
                    1));
        }
        job.progress().file();
        return true;
    }
}
