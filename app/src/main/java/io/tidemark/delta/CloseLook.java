package io.tidemark.delta;

import io.tidemark.job.JobContext;

/**
 * Looks at a small part of the new image as the whole comparison would: with what stands around it, and with a fine search
 * through that part of the old image which the copies around it come from. Used once, by one thread.
 */
final class CloseLook {

    /** Bytes on both sides that a part is seen in. */
    private static final long AROUND = 1 << 16;
    /** The most of the old image that is searched finely. */
    private static final long MOST = 1 << 20;
    /** What a copy command takes, about. */
    private static final long COMMAND = 8;

    private final AnchorIndex index;
    private final Image old;
    private final Image image;
    private final JobContext job;

    CloseLook(AnchorIndex index, Image old, Image image, JobContext job) {
        this.index = index;
        this.old = old;
        this.image = image;
        this.job = job;
    }

    /** How many bytes of a delta a part of the new image makes, about. */
    long bytes(long start, long end) throws InterruptedException {
        job.checkpoint();
        long from = Math.max(0, start - AROUND);
        long to = Math.min(image.size(), end + AROUND);
        CopyLog coarse = new CoarseScan(index, old, image, from, to).scan();
        FineIndex fine = FineIndex.of(old, open(coarse, start));
        return bytes(new FineScan(fine, old, image, from).scan(coarse, to), start, end);
    }

    /** All of the old image counts as covered but what lies around the copies and is taken by none of them. */
    private Coverage open(CopyLog coarse, long start) {
        long first = old.size();
        long last = 0;
        CopyLog.Cursor copy = coarse.read();
        while (copy.next()) {
            first = Math.min(first, copy.from());
            last = Math.max(last, copy.from() + copy.length());
        }
        if (first >= last || last - first > MOST) {
            first = Math.min(start, old.size());
            last = first;
        }
        Coverage coverage = new Coverage(Math.max(0, first - AROUND), Math.min(old.size(), last + AROUND), old.size());
        for (CopyLog.Cursor each = coarse.read(); each.next(); ) {
            coverage.cover(each.from(), each.length());
        }
        return coverage;
    }

    private static long bytes(CopyLog log, long start, long end) {
        long bytes = end - start;
        CopyLog.Cursor copy = log.read();
        while (copy.next()) {
            long from = Math.max(start, copy.to());
            long to = Math.min(end, copy.to() + copy.length());
            if (from < to) {
                bytes -= to - from;
                bytes += copy.to() >= start ? COMMAND : 0;
            }
        }
        return Math.max(0, bytes);
    }
}
