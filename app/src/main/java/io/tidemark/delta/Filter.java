package io.tidemark.delta;

/** Says of most sums at once that they are not in an index; false alarms are rare, misses do not happen. */
final class Filter {

    private final long[] words;
    private final int shift;

    /** @param bits binary logarithm of its size in bits */
    Filter(int bits) {
        this.words = new long[1 << (bits - 6)];
        this.shift = Long.SIZE - bits;
    }

    void add(long sum) {
        long bit = sum >>> shift;
        words[(int) (bit >>> 6)] |= 1L << bit;
    }

    /** Loops keep these in local variables: the bit of a sum is its upper bits, see {@link #shift}. */
    long[] words() {
        return words;
    }

    /** How far a sum is shifted to the right to give the number of its bit. */
    int shift() {
        return shift;
    }
}
