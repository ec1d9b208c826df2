package io.tidemark.engine.delta;

import io.tidemark.delta.DeltaApplier;
import io.tidemark.delta.DeltaFigures;
import io.tidemark.delta.DeltaLimits;
import io.tidemark.job.JobContext;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;

/** Applies a fresh delta in a stream and compares the result with the new file by SHA-256, both at the same time. */
final class Proof {

    private static final int BUFFER = 1 << 17;

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
        List<Callable<String>> both =
                List.of(() -> new DeltaApplier(job).digest(old, delta, limits), () -> digest(image));
        List<String> digests = all(both);
        if (!digests.getFirst().equals(digests.getLast())) {
            throw new ProblemException(
                    Problem.of("delta.proof", Problem.Category.BUG, "object", delta, "old", old, "image", image));
        }
        return digests.getLast();
    }

    private List<String> all(List<Callable<String>> tasks) throws ProblemException, IOException, InterruptedException {
        try {
            return job.cpu().all(tasks);
        } catch (ProblemException | IOException | InterruptedException | RuntimeException known) {
            throw known;
        } catch (Exception other) {
            throw new IllegalStateException(other);
        }
    }

    private String digest(Path file) throws IOException, InterruptedException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                job.checkpoint();
                digest.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
