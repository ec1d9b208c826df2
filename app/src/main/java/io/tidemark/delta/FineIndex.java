package io.tidemark.delta;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Where short windows of the old image lie that no long match has taken. Taken at a small stride as long as four million
 * suffice, at a wider one else. Buckets of four; fixed once built; safe for all threads.
 */
final class FineIndex {

    static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** How many places share a bucket. */
    static final int WAYS = 4;

    private static final int MOST = 1 << 22;
    private static final int SMALLEST_STRIDE = 3;
    private static final long SPREAD = 0x9FB2_1C65_1E98_DF25L;
    private static final int CHUNK = 1 << 16;

    private final int strideBits;
    private final int words;
    private final int[] places;
    private final int bucketShift;
    private final Filter filter;

    private FineIndex(int strideBits, int entries) {
        this.strideBits = strideBits;
        this.words = strideBits <= 3 ? 1 : strideBits == 4 ? 2 : 4;
        int bits = Math.max(4, Integer.SIZE - Integer.numberOfLeadingZeros(entries >> 1));
        this.places = new int[WAYS << bits];
        this.bucketShift = Long.SIZE - bits;
        this.filter = new Filter(Math.clamp(bits + 6, 16, 26));
    }

    /** Builds the index over what is not covered. */
    static FineIndex of(Image old, Coverage coverage) {
        long free = coverage.free();
        int bits = SMALLEST_STRIDE;
        while (free >> bits > MOST || old.size() >> bits > Integer.MAX_VALUE - 2L) {
            bits++;
        }
        FineIndex index = new FineIndex(bits, (int) (free >> bits) + 1);
        index.fill(old, coverage);
        return index;
    }

    private void fill(Image old, Coverage coverage) {
        byte[] chunk = new byte[CHUNK + 4 * Long.BYTES];
        long from = coverage.nextFree(0);
        while (from < old.size()) {
            long to = Math.min(coverage.nextCovered(from), from + CHUNK);
            int count = (int) Math.min(old.size() - from, to - from + window());
            old.read(from, chunk, count);
            add(chunk, from, (int) Math.min(to - from, count - window() + 1));
            from = coverage.nextFree(to);
        }
    }

    private void add(byte[] chunk, long base, int count) {
        int stride = 1 << strideBits;
        int first = (int) (-base & stride - 1);
        for (int i = first; i < count; i += stride) {
            long sum = sum(chunk, i);
            insert(sum, (int) (base + i >> strideBits) + 1);
        }
    }

    private void insert(long sum, int place) {
        int bucket = (int) (sum >>> bucketShift) * WAYS;
        for (int way = 0; way < WAYS; way++) {
            if (places[bucket + way] == 0) {
                places[bucket + way] = place;
                filter.add(sum);
                return;
            }
        }
    }

    /** Bytes in a window. */
    int window() {
        return words * Long.BYTES;
    }

    /** The sum of the window at a place of an array. */
    long sum(byte[] bytes, int at) {
        long sum = (long) WORD.get(bytes, at) * SPREAD;
        for (int i = 1; i < words; i++) {
            sum = (Long.rotateLeft(sum, 29) ^ (long) WORD.get(bytes, at + i * Long.BYTES)) * SPREAD;
        }
        return sum;
    }

    Filter filter() {
        return filter;
    }

    /** The place that one way of the bucket of a sum names, or -1. */
    long place(long sum, int way) {
        int place = places[(int) (sum >>> bucketShift) * WAYS + way];
        return place == 0 ? -1 : (long) (place - 1) << strideBits;
    }
}
