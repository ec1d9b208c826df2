package io.tidemark.delta;

import io.tidemark.job.JobContext;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Applies deltas in a stream, under limits. A delta is read through before the first byte is written: one that is damaged,
 * reaches past its old file, or would make too much is refused at once.
 */
public final class DeltaApplier {

    private static final int BUFFER = 1 << 17;

    private final JobContext job;

    /** An applier that reports the bytes that it made to a job. */
    public DeltaApplier(JobContext job) {
        this.job = job;
    }

    /**
     * Writes what {@code delta} makes of {@code old}.
     *
     * @param out stays with the caller; what it got before a failure is to be thrown away
     * @return SHA-256 of the result as lower case hexadecimal digits
     * @throws ProblemException {@code delta.nofile}, {@code delta.read}, {@code delta.magic}, {@code delta.damaged},
     *     {@code delta.short}, {@code delta.basis}, {@code delta.bomb}, {@code delta.size}, {@code delta.digest}
     * @throws IOException if {@code out} cannot be written
     */
    public String apply(Path old, Path delta, DeltaLimits limits, OutputStream out)
            throws ProblemException, IOException, InterruptedException {
        try (Image from = Image.open(old);
                Image commands = Image.open(delta)) {
            check(from, commands, limits);
            String digest = write(from, commands, out);
            if (limits.sha256().isPresent() && !limits.sha256().get().equals(digest)) {
                throw refuse("delta.digest", commands, "old", old);
            }
            return digest;
        }
    }

    /**
     * SHA-256 of what a delta makes, without keeping that.
     *
     * @throws ProblemException as {@link #apply}
     */
    public String digest(Path old, Path delta, DeltaLimits limits)
            throws ProblemException, IOException, InterruptedException {
        return apply(old, delta, limits, OutputStream.nullOutputStream());
    }

    private static void check(Image old, Image delta, DeltaLimits limits) throws ProblemException {
        DeltaInfo info = DeltaInfo.read(delta);
        if (info.reach() > old.size()) {
            throw refuse("delta.basis", delta, "old", old.path(), "size", old.size(), "reach", info.reach());
        }
        long result = info.figures().result();
        if (limits.size().isPresent() && limits.size().getAsLong() != result) {
            throw refuse(
                    "delta.size", delta, "size", result, "wanted", limits.size().getAsLong());
        }
        long limit = limits.limit(old.size() + delta.size());
        if (result > limit) {
            throw refuse("delta.bomb", delta, "size", result, "limit", limit);
        }
    }

    private static ProblemException refuse(String code, Image delta, Object... args) {
        List<Object> all = new ArrayList<>(List.of("object", delta.path()));
        all.addAll(List.of(args));
        return new ProblemException(Problem.of(code, Problem.Category.REFUSED, all.toArray()));
    }

    private String write(Image old, Image delta, OutputStream out)
            throws ProblemException, IOException, InterruptedException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        DeltaCommands commands = new DeltaCommands(delta);
        try {
            while (commands.next()) {
                Image source = commands.isCopy() ? old : delta;
                for (long done = 0; done < commands.length(); ) {
                    int count = (int) Math.min(buffer.length, commands.length() - done);
                    source.read(commands.position() + done, buffer, count);
                    digest.update(buffer, 0, count);
                    out.write(buffer, 0, count);
                    done += count;
                    made(count);
                }
            }
        } catch (InternalError cut) {
            old.requireUnchanged();
            throw delta.shrunk(cut);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void made(int count) throws InterruptedException {
        job.checkpoint();
        job.progress().bytes(count);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
