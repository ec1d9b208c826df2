package io.tidemark.engine.change;

import io.tidemark.job.JobContext;
import io.tidemark.model.BootItem;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.VersionFacts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Completes the boot set of a version that was just built: files of which upstream publishes no digest get the SHA-256 of
 * their bytes, beside what upstream said of them.
 */
record BootDigests(Path tree, JobContext job) {

    private static final String SHA256 = "sha256:";
    private static final int BUFFER = 128 * 1024;

    VersionFacts complete(VersionFacts facts) throws ProblemException, InterruptedException {
        List<BootItem> items = new ArrayList<>();
        for (BootItem item : facts.bootSet()) {
            items.add(complete(item));
        }
        return new VersionFacts(facts.packages(), items, facts.attributes());
    }

    private BootItem complete(BootItem item) throws ProblemException, InterruptedException {
        Path file = tree.resolve(item.name());
        if (item.digest().startsWith(SHA256) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return item;
        }
        String digest = (SHA256 + sha256(file, job) + " " + item.digest()).strip();
        return new BootItem(item.role(), item.name(), item.version(), digest);
    }

    /** The SHA-256 of a file in hexadecimal digits, read from end to end. */
    static String sha256(Path file, JobContext job) throws ProblemException, InterruptedException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                digest.update(buffer, 0, got);
                job.checkpoint();
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException unreadable) {
            Problem problem = Problem.of("store.io", Problem.Category.STORAGE, "object", file, "path", file);
            throw new ProblemException(problem.with(unreadable.toString()), unreadable);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
