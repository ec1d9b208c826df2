package io.tidemark.delta;

import io.tidemark.job.CpuPool;
import io.tidemark.job.Parallel;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Where windows of the old image lie, taken at every stride. The stride grows with the image, so that the index never
 * holds more than two million windows. Of equal windows the first few are kept; windows of one value only are kept as
 * {@link Runs}. Fixed once built; safe for all threads.
 */
final class AnchorIndex {

    private static final int MOST = 1 << 21;
    private static final int SMALLEST_STRIDE = 10;
    private static final int SAME = 4;
    private static final int PART = 1 << 15;

    private final Image image;
    private final int strideBits;
    private final int[] sums;
    private final long[] constant;
    private final int[] slots;
    private final int slotShift;
    private final Filter filter;
    private final Runs runs;

    private AnchorIndex(Image image) {
        this.image = image;
        this.strideBits = strideBits(image.size());
        int count = (int) Math.max(0, ((image.size() - Rolling.WINDOW) >> strideBits) + 1);
        this.sums = new int[count];
        this.constant = new long[(count >> 6) + 1];
        int bits = Math.max(4, Integer.SIZE - Integer.numberOfLeadingZeros(count) + 1);
        this.slots = new int[1 << bits];
        this.slotShift = Integer.SIZE - bits;
        this.filter = new Filter(Math.clamp(bits + 4, 16, 25));
        this.runs = new Runs(image);
    }

    private static int strideBits(long size) {
        int bits = SMALLEST_STRIDE;
        while (size >> bits > MOST) {
            bits++;
        }
        return bits;
    }

    /** Builds the index of an image, the sums with all processors. */
    static AnchorIndex of(Image image, CpuPool pool) throws ProblemException, IOException, InterruptedException {
        AnchorIndex index = new AnchorIndex(image);
        List<Callable<Void>> parts = new ArrayList<>();
        for (int from = 0; from < index.sums.length; from += PART) {
            int first = from;
            parts.add(() -> index.sum(first, Math.min(first + PART, index.sums.length)));
        }
        Parallel.all(pool, parts);
        index.fill();
        return index;
    }

    @SuppressWarnings("NullAway")
    private Void sum(int from, int to) {
        byte[] window = new byte[Rolling.WINDOW];
        for (int i = from; i < to; i++) {
            image.read((long) i << strideBits, window, Rolling.WINDOW);
            long sum = Rolling.of(window, 0);
            sums[i] = (int) (sum >>> Integer.SIZE);
            if (isConstant(window)) {
                constant[i >> 6] |= 1L << i;
            }
        }
        return null;
    }

    private static boolean isConstant(byte[] window) {
        return Arrays.mismatch(window, 0, window.length - 1, window, 1, window.length) < 0;
    }

    private void fill() {
        for (int i = 0; i < sums.length; i++) {
            if ((constant[i >> 6] & 1L << i) != 0) {
                i = run(i);
            } else {
                insert(i);
            }
        }
        for (int value = 0; value < 256; value++) {
            if (runs.length((byte) value) > 0) {
                filter.add(Rolling.ofConstant((byte) value));
            }
        }
    }

    /** Takes neighbouring windows of one value together; returns the last. */
    private int run(int first) {
        byte value = image.at((long) first << strideBits);
        int last = first;
        while (last + 1 < sums.length && continues(last + 1, value)) {
            last++;
        }
        for (int i = first; i <= last; ) {
            int end = i;
            while (end < last && isFilled(end, value)) {
                end++;
            }
            runs.found((long) i << strideBits, ((long) (end - i) << strideBits) + Rolling.WINDOW, 1L << strideBits);
            i = end + 1;
        }
        return last;
    }

    private boolean continues(int i, byte value) {
        return (constant[i >> 6] & 1L << i) != 0 && image.at((long) i << strideBits) == value;
    }

    /** Whether all between a window and the next one has the value too. */
    private boolean isFilled(int i, byte value) {
        long from = (long) i << strideBits;
        return image.at(from) == value
                && Image.equal(image, from, image, from + 1, 1L << strideBits) == 1L << strideBits;
    }

    private void insert(int ordinal) {
        int sum = sums[ordinal];
        int mask = slots.length - 1;
        int same = 0;
        int slot = sum >>> slotShift;
        while (slots[slot] != 0) {
            if (sums[slots[slot] - 1] == sum && ++same == SAME) {
                return;
            }
            slot = slot + 1 & mask;
        }
        slots[slot] = ordinal + 1;
        filter.add((long) sum << Integer.SIZE);
    }

    Filter filter() {
        return filter;
    }

    Runs runs() {
        return runs;
    }

    /** Bytes between two windows, as a binary logarithm. */
    int strideBits() {
        return strideBits;
    }

    /** Whether there is a window with this sum; of a million wrong answers one is yes. */
    boolean knows(long rolling) {
        int sum = (int) (rolling >>> Integer.SIZE);
        int mask = slots.length - 1;
        for (int slot = sum >>> slotShift; slots[slot] != 0; slot = slot + 1 & mask) {
            if (sums[slots[slot] - 1] == sum) {
                return true;
            }
        }
        return runs.isConstant(rolling);
    }

    /** Writes the places of windows with this sum into an array; returns how many there are. */
    int find(long rolling, long[] places) {
        int sum = (int) (rolling >>> Integer.SIZE);
        int mask = slots.length - 1;
        int found = 0;
        for (int slot = sum >>> slotShift; slots[slot] != 0 && found < places.length; slot = slot + 1 & mask) {
            if (sums[slots[slot] - 1] == sum) {
                places[found++] = (long) (slots[slot] - 1) << strideBits;
            }
        }
        return found;
    }
}
