package io.tidemark.delta;

import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where in an image the bytes are that another image does not have.
 *
 * @param size bytes of the new image
 * @param cell bytes that each place stands for; the last one may be shorter
 * @param fresh bytes of each cell that are not copied from the old image
 * @param delta what the delta consists of
 */
public record DeltaMap(long size, long cell, long[] fresh, DeltaFigures delta) {

    /** Is told where an image has bytes that the other one does not have. */
    @FunctionalInterface
    public interface FreshBytes {

        /** A run of such bytes; each begins after the one before has ended. */
        void run(long from, long length);
    }

    /**
     * Compares two images; takes as long as making a delta.
     *
     * @param cells at most so many cells
     * @param scratch directory for temporary data, as large as the delta
     * @param sink told of every run of bytes that are not copied, in order, once all are known
     * @throws ProblemException as {@link DeltaMaker#make}
     */
    public static DeltaMap of(Path old, Path image, int cells, Path scratch, FreshBytes sink, JobContext job)
            throws ProblemException, IOException, InterruptedException {
        Path file = Files.createTempFile(scratch, "map", ".rdiff");
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            DeltaFigures figures = new DeltaMaker(job).make(old, image, out, scratch);
            long cell = Math.max(1, (figures.result() + cells - 1) / cells);
            int count = (int) ((figures.result() + cell - 1) / cell);
            try (Image commands = Image.open(file)) {
                return new DeltaMap(figures.result(), cell, fresh(commands, cell, count, sink), figures);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static long[] fresh(Image delta, long cell, int count, FreshBytes sink) throws ProblemException {
        long[] fresh = new long[count];
        DeltaCommands commands = new DeltaCommands(delta);
        long at = 0;
        while (commands.next()) {
            if (!commands.isCopy()) {
                spread(fresh, cell, at, commands.length());
                sink.run(at, commands.length());
            }
            at += commands.length();
        }
        return fresh;
    }

    private static void spread(long[] fresh, long cell, long from, long length) {
        long end = from + length;
        for (long at = from; at < end; ) {
            int number = (int) (at / cell);
            long next = Math.min(end, (number + 1) * cell);
            fresh[number] += next - at;
            at = next;
        }
    }
}
