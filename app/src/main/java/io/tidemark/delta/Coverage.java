package io.tidemark.delta;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Which parts of the old image some copy takes, in grains of equal size. Safe for all threads while it is filled. */
final class Coverage {

    private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int SMALLEST_GRAIN = 6;
    private static final long MOST = 1L << 28;

    private final long size;
    private final int grainBits;
    private final long[] words;

    /** Of an image of this size nothing is covered yet; takes 32 MiB at most. */
    Coverage(long size) {
        int bits = SMALLEST_GRAIN;
        while (size >> bits > MOST) {
            bits++;
        }
        this.size = size;
        this.grainBits = bits;
        this.words = new long[(int) ((size >> bits) >> 6) + 1];
    }

    /** Covers the grains that lie wholly in a range. */
    void cover(long from, long length) {
        long first = from + (1L << grainBits) - 1 >> grainBits;
        long last = from + length == size ? size >> grainBits : (from + length >> grainBits) - 1;
        for (long grain = first; grain <= last; ) {
            int word = (int) (grain >> 6);
            long end = Math.min(last, grain | 63);
            long mask = -1L >>> 63 - (end - grain) << grain;
            WORD.getAndBitwiseOr(words, word, mask);
            grain = end + 1;
        }
    }

    /** Start of the next uncovered range at or behind a place; the size where there is none. */
    long nextFree(long from) {
        return next(from, 0);
    }

    /** End of the uncovered range that a place is in. */
    long nextCovered(long from) {
        return next(from, -1);
    }

    private long next(long from, long flip) {
        long grain = from >> grainBits;
        long grains = (size >> grainBits) + 1;
        while (grain < grains) {
            long word = ~(words[(int) (grain >> 6)] ^ flip) >>> grain;
            if (word != 0) {
                long found = grain + Long.numberOfTrailingZeros(word);
                return Math.min(size, Math.max(from, found << grainBits));
            }
            grain = (grain | 63) + 1;
        }
        return size;
    }

    /** Bytes that no copy takes. */
    long free() {
        long covered = 0;
        for (long word : words) {
            covered += Long.bitCount(word);
        }
        return Math.max(0, size - (covered << grainBits));
    }
}
