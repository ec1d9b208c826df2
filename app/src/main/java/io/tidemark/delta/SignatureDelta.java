package io.tidemark.delta;

import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.bouncycastle.crypto.Digest;

/**
 * Makes a delta from a signature, for where the old image is not at hand: whole blocks only, found by their sums, as rdiff
 * does. Trusts the strong sums, so that the result must be verified where the old image is.
 */
public final class SignatureDelta {

    private static final int CHUNK = 1 << 20;

    private final JobContext job;

    /** A maker that reports the bytes that it searched to a job. */
    public SignatureDelta(JobContext job) {
        this.job = job;
    }

    /**
     * Writes the delta that turns the file of a signature into {@code image}.
     *
     * @param out an empty channel, which stays with the caller
     * @throws ProblemException {@code delta.nofile}, {@code delta.read}, {@code delta.signature}, {@code delta.changed}
     */
    public DeltaFigures make(Path signature, Path image, FileChannel out)
            throws ProblemException, IOException, InterruptedException {
        try (Signature sums = Signature.open(signature);
                Image to = Image.open(image)) {
            DeltaFigures figures = new Scan(sums, to, new DeltaEncoder(to, out)).run();
            to.requireUnchanged();
            return figures;
        }
    }

    private final class Scan {
        private final Signature sums;
        private final Image image;
        private final DeltaEncoder encoder;
        private final int block;
        private final int power;
        private final Digest digest;
        private final byte[] strong;
        private final byte[] chunk;
        private long base;
        private int loaded;
        private int wanted;

        Scan(Signature sums, Image image, DeltaEncoder encoder) {
            this.sums = sums;
            this.image = image;
            this.encoder = encoder;
            this.block = sums.form().block();
            this.power = WeakSum.power(block);
            this.digest = sums.form().strong().digest();
            this.strong = new byte[sums.form().strong().length()];
            this.chunk = new byte[(int) Math.min(image.size(), Math.max(CHUNK, 2L * block))];
        }

        DeltaFigures run() throws IOException, InterruptedException {
            long at = 0;
            while (image.size() - at >= block && sums.blocks() > 0) {
                load(at);
                int limit = loaded - block + 1;
                int found = search((int) (at - base), limit);
                at = found < 0 ? base + limit : base + found + block;
            }
            if (image.size() > at && sums.blocks() > 0) {
                load(at);
                end((int) (at - base));
            }
            return encoder.finish();
        }

        private void load(long at) throws InterruptedException {
            int need = (int) Math.min(block, image.size() - at);
            if (loaded == 0 || at + need > base + loaded) {
                job.checkpoint();
                base = at;
                loaded = (int) Math.min(chunk.length, image.size() - at);
                image.read(at, chunk, loaded);
                job.progress().bytes(loaded);
            }
        }

        /** Rolls until a block is known, copies it and returns its place; -1 at the limit. */
        private int search(int from, int limit) throws IOException {
            WeakSum kind = sums.form().weak();
            int weak = kind.of(chunk, from, block);
            for (int at = from; at < limit; at++) {
                if (sums.knows(weak) && copied(at, weak, block)) {
                    return at;
                }
                if (at + 1 < limit) {
                    weak = kind.roll(weak, block, power, chunk[at], chunk[at + block]);
                }
            }
            return -1;
        }

        /** The last block of the old file may be short: what is left is tried, shorter by one byte each time. */
        private void end(int from) throws IOException {
            WeakSum kind = sums.form().weak();
            int length = loaded - from;
            int weak = kind.of(chunk, from, length);
            int left = WeakSum.power(length);
            for (int at = from; length > 0; at++) {
                if (sums.knows(weak) && copied(at, weak, length)) {
                    return;
                }
                weak = kind.shrink(weak, length, left, chunk[at]);
                left = WeakSum.shrunk(left);
                length--;
            }
        }

        private boolean copied(int at, int weak, int length) throws IOException {
            digest.update(chunk, at, length);
            digest.doFinal(strong, 0);
            int found = sums.find(weak, strong, wanted);
            if (found < 0) {
                return false;
            }
            encoder.copy((long) found * block, base + at, length);
            wanted = found + 1;
            return true;
        }
    }
}
