package io.tidemark.engine.delta;

import io.tidemark.delta.DeltaApplier;
import io.tidemark.delta.DeltaFigures;
import io.tidemark.delta.DeltaLimits;
import io.tidemark.job.JobContext;
import io.tidemark.job.Parallel;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** Applies a fresh delta in a stream and compares the result with the new file by SHA-256, both at the same time. */
final class Proof {

    private final JobContext job;

    Proof(JobContext job) {
        this.job = job;
    }

    /** Returns the SHA-256 of the new file; a delta that does not make it is a fault of this program. */
    String require(Path old, Path delta, Path image, DeltaFigures figures)
            throws ProblemException, IOException, InterruptedException {
        job.progress().phase("prove", -1, figures.result());
        DeltaLimits limits = new DeltaLimits(
                figures.result(),
                Double.MAX_VALUE,
                DeltaLimits.unknown().size(),
                DeltaLimits.unknown().sha256());
        List<Callable<String>> both = List.of(
                () -> new DeltaApplier(job).digest(old, delta, limits), () -> FileDigest.of(image, job, bytes -> {}));
        List<String> digests = Parallel.all(job.cpu(), both);
        if (!digests.getFirst().equals(digests.getLast())) {
            throw new ProblemException(
                    Problem.of("delta.proof", Problem.Category.BUG, "object", delta, "old", old, "image", image));
        }
        return digests.getLast();
    }
}
