package io.tidemark.delta;

import io.tidemark.job.JobContext;
import io.tidemark.job.Parallel;
import io.tidemark.model.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * Writes control files of zsync, by which clients fetch only those parts of an image that they do not have, from any server
 * that serves ranges. Byte for byte as {@code zsyncmake -C} of version 0.6.2 does. Its SHA-1 and MD4 guard against accidents
 * only; publish a stronger digest beside.
 */
public final class ZsyncWriter {

    private static final int PIECE = 8 << 20;
    private static final DateTimeFormatter MODIFIED =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private final JobContext job;

    /** A writer that works with the processors of a job. */
    public ZsyncWriter(JobContext job) {
        this.job = job;
    }

    /**
     * Writes the control file of a file.
     *
     * @param url where clients find the file, absolute or relative to the control file; without line breaks, as is the
     *     file's name
     * @param modified the time to give the file
     * @param out stays with the caller
     * @throws ProblemException {@code delta.nofile}, {@code delta.read}, {@code delta.changed}
     */
    public void write(Path file, String url, Instant modified, OutputStream out)
            throws ProblemException, IOException, InterruptedException {
        String name = file.getFileName().toString();
        if ((name + url).chars().anyMatch(sign -> sign < ' ')) {
            throw new IllegalArgumentException("a control character in " + name + " or " + url);
        }
        try (Image image = Image.open(file)) {
            ZsyncForm form = ZsyncForm.of(image.size());
            MessageDigest sha1 = sha1();
            byte[] sums = sums(image, form, sha1);
            image.requireUnchanged();
            String head = "zsync: 0.6.2\nFilename: " + name
                    + "\nMTime: " + MODIFIED.format(modified.atOffset(ZoneOffset.UTC))
                    + "\nBlocksize: " + form.block()
                    + "\nLength: " + image.size()
                    + "\nHash-Lengths: " + form.lengths()
                    + "\nURL: " + url
                    + "\nSHA-1: " + HexFormat.of().formatHex(sha1.digest()) + "\n\n";
            out.write(head.getBytes(StandardCharsets.UTF_8));
            out.write(sums);
        }
    }

    /** The sums of all blocks; the digest is fed on the way. */
    private byte[] sums(Image image, ZsyncForm form, MessageDigest sha1)
            throws ProblemException, IOException, InterruptedException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        long batch = 4L * PIECE * job.cpu().width();
        for (long first = 0; first < image.size(); first += batch) {
            long end = Math.min(image.size(), first + batch);
            List<Callable<byte[]>> tasks = new ArrayList<>();
            long begin = first;
            tasks.add(() -> digest(image, begin, end, sha1));
            for (long start = first; start < end; start += PIECE) {
                long from = start;
                tasks.add(() -> blocks(image, form, from, Math.min(end, from + PIECE)));
            }
            for (byte[] each : Parallel.all(job.cpu(), tasks)) {
                all.write(each);
            }
        }
        return all.toByteArray();
    }

    private byte[] digest(Image image, long from, long to, MessageDigest sha1)
            throws ProblemException, InterruptedException {
        byte[] chunk = new byte[1 << 16];
        try {
            for (long at = from; at < to; at += chunk.length) {
                job.checkpoint();
                int count = (int) Math.min(chunk.length, to - at);
                image.read(at, chunk, count);
                sha1.update(chunk, 0, count);
            }
        } catch (InternalError cut) {
            throw image.shrunk(cut);
        }
        return new byte[0];
    }

    private byte[] blocks(Image image, ZsyncForm form, long from, long to)
            throws ProblemException, InterruptedException {
        job.checkpoint();
        try {
            return form.sums(image, from, to);
        } catch (InternalError cut) {
            throw image.shrunk(cut);
        } finally {
            job.progress().bytes(to - from);
        }
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
