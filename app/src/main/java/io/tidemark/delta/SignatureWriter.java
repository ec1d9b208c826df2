package io.tidemark.delta;

import io.tidemark.job.JobContext;
import io.tidemark.job.Parallel;
import io.tidemark.model.ProblemException;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bouncycastle.crypto.Digest;

/** Writes signatures as rdiff does, byte for byte, with all processors. */
public final class SignatureWriter {

    private static final int PIECE = 8 << 20;

    private final JobContext job;

    /** A writer that works with the processors of a job. */
    public SignatureWriter(JobContext job) {
        this.job = job;
    }

    /**
     * Writes the signature of a file.
     *
     * @param out stays with the caller
     * @throws ProblemException {@code delta.nofile}, {@code delta.read}, {@code delta.changed}
     */
    public void write(Path file, SignatureForm form, OutputStream out)
            throws ProblemException, IOException, InterruptedException {
        try (Image image = Image.open(file)) {
            DataOutputStream head = new DataOutputStream(out);
            head.writeInt(form.magic());
            head.writeInt(form.block());
            head.writeInt(form.kept());
            head.flush();
            blocks(image, form, out);
            image.requireUnchanged();
        }
    }

    private void blocks(Image image, SignatureForm form, OutputStream out)
            throws ProblemException, IOException, InterruptedException {
        long piece = Math.max(1, PIECE / form.block()) * (long) form.block();
        long batch = piece * 4 * job.cpu().width();
        for (long first = 0; first < image.size(); first += batch) {
            List<Callable<byte[]>> tasks = new ArrayList<>();
            for (long start = first; start < Math.min(image.size(), first + batch); start += piece) {
                long from = start;
                tasks.add(() -> sums(image, form, from, Math.min(image.size(), from + piece)));
            }
            for (byte[] sums : Parallel.all(job.cpu(), tasks)) {
                out.write(sums);
            }
        }
    }

    private byte[] sums(Image image, SignatureForm form, long from, long to)
            throws ProblemException, InterruptedException {
        job.checkpoint();
        try {
            return sums(image, form, from, to, new byte[(int) Math.min(form.block(), to - from)]);
        } catch (InternalError cut) {
            throw image.shrunk(cut);
        } finally {
            job.progress().bytes(to - from);
        }
    }

    private static byte[] sums(Image image, SignatureForm form, long from, long to, byte[] block) {
        int count = (int) ((to - from + form.block() - 1) / form.block());
        ByteBuffer sums = ByteBuffer.allocate(count * form.entry());
        Digest digest = form.strong().digest();
        byte[] strong = new byte[form.strong().length()];
        for (long at = from; at < to; at += form.block()) {
            int length = (int) Math.min(form.block(), to - at);
            image.read(at, block, length);
            digest.update(block, 0, length);
            digest.doFinal(strong, 0);
            sums.putInt(form.weak().of(block, 0, length)).put(strong, 0, form.kept());
        }
        return sums.array();
    }
}
