package io.tidemark.engine.delta;

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
import java.util.function.LongConsumer;

/** SHA-256 (FIPS 180-4) of whole files. */
public final class FileDigest {

    private static final int BUFFER = 1 << 17;

    private FileDigest() {}

    /**
     * The digest in lower case hexadecimal digits; may be cancelled.
     *
     * @param sink told of the bytes of each reading
     * @throws ProblemException {@code delta.read}
     */
    public static String of(Path file, JobContext job, LongConsumer sink)
            throws ProblemException, InterruptedException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                job.checkpoint();
                digest.update(buffer, 0, count);
                sink.accept(count);
            }
        } catch (IOException unreadable) {
            throw new ProblemException(
                    Problem.of("delta.read", Problem.Category.STORAGE, "object", file, "cause", unreadable),
                    unreadable);
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
