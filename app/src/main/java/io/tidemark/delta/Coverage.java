package io.tidemark.delta;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Which parts of the old image some copy takes, in grains of equal size. Safe for all threads while it is filled. */
final class Coverage {

    private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int SMALLEST_GRAIN = 6;
    private static final long MOST = 1L << 28;

    private final long start;
    private final long end;
    private final long size;
    private final int grainBits;
    private final long[] words;

    /** Of an image of this size nothing is covered yet; takes 32 MiB at most. */
    Coverage(long size) {
        this(0, size, size);
    }

    /** The same where all but one range is covered from the start; takes room for that range only. */
    Coverage(long from, long to, long size) {
        int bits = SMALLEST_GRAIN;
        while (to - from >> bits > MOST) {
            bits++;
        }
        this.start = from;
        this.end = to;
        this.size = size;
        this.grainBits = bits;
        this.words = new long[(int) ((to - from >> bits) >> 6) + 1];
    }

    /** Covers the grains that lie wholly in a range. */
    void cover(long from, long length) {
        long low = Math.max(from, start) - start;
        long high = Math.min(from + length, end) - start;
        if (low >= high) {
            return;
        }
        long first = low + (1L << grainBits) - 1 >> grainBits;
        long last = high == end - start ? high >> grainBits : (high >> grainBits) - 1;
        for (long grain = first; grain <= last; ) {
            int word = (int) (grain >> 6);
            long until = Math.min(last, grain | 63);
            long mask = -1L >>> 63 - (until - grain) << grain;
            WORD.getAndBitwiseOr(words, word, mask);
            grain = until + 1;
        }
    }

    /** Start of the next uncovered range at or behind a place; the size where there is none. */
    long nextFree(long from) {
        long found = next(from, 0);
        return found < end ? found : size;
    }

    /** End of the uncovered range that a place is in. */
    long nextCovered(long from) {
        return next(from, -1);
    }

    private long next(long from, long flip) {
        long at = Math.max(from, start);
        long grain = at - start >> grainBits;
        long grains = (end - start >> grainBits) + 1;
        while (grain < grains) {
            long word = ~(words[(int) (grain >> 6)] ^ flip) >>> grain;
            if (word != 0) {
                long found = grain + Long.numberOfTrailingZeros(word);
                return Math.min(end, Math.max(at, start + (found << grainBits)));
            }
            grain = (grain | 63) + 1;
        }
        return end;
    }

    /** Bytes that no copy takes. */
    long free() {
        long covered = 0;
        for (long word : words) {
            covered += Long.bitCount(word);
        }
        return Math.max(0, end - start - (covered << grainBits));
    }
}
