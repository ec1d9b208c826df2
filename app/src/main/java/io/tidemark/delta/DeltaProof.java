package io.tidemark.delta;

import io.tidemark.job.JobContext;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;

/**
 * Proves that a delta makes an image: it is applied in a stream, and each byte that it makes is compared with the image
 * itself. An image whose SHA-256 is known is thereby proved to be made with this SHA-256, in a seventh of the time that
 * digesting the result takes.
 */
public final class DeltaProof {

    private static final long PART = 4L << 20;

    private final JobContext job;

    /** A proof that reports the bytes that it compared to a job. */
    public DeltaProof(JobContext job) {
        this.job = job;
    }

    /**
     * Returns if {@code delta} makes {@code image} of {@code old}.
     *
     * @throws ProblemException {@code delta.proof} if it makes anything else, {@code delta.magic}, {@code delta.damaged},
     *     {@code delta.short}, {@code delta.nofile}, {@code delta.read}, {@code delta.changed}
     */
    public void require(OpenImages images, Path old, Path delta, Path image)
            throws ProblemException, InterruptedException {
        try (OpenImages.Lease from = images.lease(old);
                OpenImages.Lease to = images.lease(image);
                Image commands = Image.open(delta)) {
            if (!makes(from.image(), commands, to.image())) {
                throw new ProblemException(
                        Problem.of("delta.proof", Problem.Category.BUG, "object", delta, "old", old, "image", image));
            }
            from.image().requireUnchanged();
            to.image().requireUnchanged();
        }
    }

    private boolean makes(Image old, Image delta, Image image) throws ProblemException, InterruptedException {
        DeltaCommands commands = new DeltaCommands(delta);
        long made = 0;
        try {
            while (commands.next()) {
                Image source = commands.isCopy() ? old : delta;
                if (!same(source, commands.position(), image, made, commands.length())) {
                    return false;
                }
                made += commands.length();
            }
            return made == image.size();
        } catch (InternalError cut) {
            old.requireUnchanged();
            throw image.shrunk(cut);
        }
    }

    private boolean same(Image source, long position, Image image, long at, long length) throws InterruptedException {
        for (long done = 0; done < length; done += PART) {
            long count = Math.min(PART, length - done);
            if (Image.equal(source, position + done, image, at + done, count) != count) {
                return false;
            }
            job.checkpoint();
            job.progress().bytes(count);
        }
        return true;
    }
}
