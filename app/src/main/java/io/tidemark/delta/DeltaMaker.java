package io.tidemark.delta;

import io.tidemark.job.JobContext;
import io.tidemark.job.Parallel;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Makes a delta of two images by comparing them directly, with all processors. First long matches are found by sparse
 * windows of the old image that roll over the new one; then what no copy takes is searched finely. Every match is proved
 * by the bytes themselves. The delta is the same whatever the number of threads. Takes time in proportion to the sizes and
 * at most about 200 MiB of memory beside the mapped files.
 */
public final class DeltaMaker {

    private static final long PIECE = 8L << 20;
    /** Copies kept in memory between the passes, in bytes. */
    private static final long SHELF = 48L << 20;

    private final JobContext job;
    private final long piece;
    private final long shelf;

    /** A maker that works with the processors of a job and reports the bytes that it has searched. */
    public DeltaMaker(JobContext job) {
        this(job, PIECE, SHELF);
    }

    /** A maker with pieces of another size, which must not change what is made from whole matches. */
    DeltaMaker(JobContext job, long piece, long shelf) {
        this.job = job;
        this.piece = piece;
        this.shelf = shelf;
    }

    /**
     * Writes the delta that turns {@code old} into {@code image}.
     *
     * @param out an empty channel, which stays with the caller; what it holds after a failure is to be thrown away
     * @param scratch directory for temporary data
     * @throws ProblemException {@code delta.nofile}, {@code delta.read}, {@code delta.changed}
     * @throws IOException if {@code out} or {@code scratch} cannot be written
     */
    public DeltaFigures make(Path old, Path image, FileChannel out, Path scratch)
            throws ProblemException, IOException, InterruptedException {
        try (OpenImages images = new OpenImages()) {
            return make(images, old, image, out, scratch);
        }
    }

    /**
     * The same, of images that other deltas are made of too.
     *
     * @throws ProblemException as the other
     */
    public DeltaFigures make(OpenImages images, Path old, Path image, FileChannel out, Path scratch)
            throws ProblemException, IOException, InterruptedException {
        try (OpenImages.Lease from = images.lease(old);
                OpenImages.Lease to = images.lease(image)) {
            DeltaFigures figures = compare(from, to.image(), out, scratch);
            from.image().requireUnchanged();
            to.image().requireUnchanged();
            return figures;
        }
    }

    private DeltaFigures compare(OpenImages.Lease lease, Image image, FileChannel out, Path scratch)
            throws ProblemException, IOException, InterruptedException {
        Image old = lease.image();
        int pieces = (int) ((image.size() + piece - 1) / piece);
        try (CopyShelf shelf = new CopyShelf(pieces, this.shelf, scratch)) {
            Coverage coverage = new Coverage(old.size());
            coarse(lease, image, pieces, shelf, coverage);
            return fine(old, image, pieces, shelf, coverage, out);
        } catch (InternalError cut) {
            old.requireUnchanged();
            throw image.shrunk(cut);
        }
    }

    private void coarse(OpenImages.Lease lease, Image image, int pieces, CopyShelf shelf, Coverage coverage)
            throws ProblemException, IOException, InterruptedException {
        Image old = lease.image();
        AnchorIndex index = lease.anchors(job.cpu());
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < pieces; i++) {
            int number = i;
            tasks.add(() -> {
                job.checkpoint();
                long start = number * piece;
                long end = Math.min(image.size(), start + piece);
                CopyLog log = new CoarseScan(index, old, image, start, end).scan();
                cover(coverage, log);
                shelf.put(number, start, log);
                job.progress().bytes(end - start);
                return true;
            });
        }
        all(tasks);
    }

    private static void cover(Coverage coverage, CopyLog log) {
        CopyLog.Cursor copy = log.read();
        while (copy.next()) {
            coverage.cover(copy.from(), copy.length());
        }
    }

    private DeltaFigures fine(Image old, Image image, int pieces, CopyShelf shelf, Coverage coverage, FileChannel out)
            throws ProblemException, IOException, InterruptedException {
        FineIndex index = FineIndex.of(old, coverage);
        DeltaEncoder encoder = new DeltaEncoder(image, out);
        int batch = 4 * job.cpu().width();
        for (int first = 0; first < pieces; first += batch) {
            List<Callable<CopyLog>> tasks = new ArrayList<>();
            for (int i = first; i < Math.min(pieces, first + batch); i++) {
                int number = i;
                tasks.add(() -> {
                    job.checkpoint();
                    long start = number * piece;
                    return new FineScan(index, old, image, start)
                            .scan(shelf.take(number), Math.min(image.size(), start + piece));
                });
            }
            for (CopyLog log : all(tasks)) {
                encode(encoder, log);
            }
        }
        return encoder.finish();
    }

    private static void encode(DeltaEncoder encoder, CopyLog log) throws IOException {
        CopyLog.Cursor copy = log.read();
        while (copy.next()) {
            encoder.copy(copy.from(), copy.to(), copy.length());
        }
    }

    private <T> List<T> all(List<Callable<T>> tasks) throws ProblemException, IOException, InterruptedException {
        return Parallel.all(job.cpu(), tasks);
    }
}
