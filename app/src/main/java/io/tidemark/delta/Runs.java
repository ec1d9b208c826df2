package io.tidemark.delta;

/**
 * The longest run of each byte value in an image, as far as its anchors show them. Images are full of zeros; looking for
 * the best among a million equal windows would be hopeless, and one run serves them all.
 */
final class Runs {

    private final Image image;
    private final long[] start = new long[256];
    private final long[] length = new long[256];

    Runs(Image image) {
        this.image = image;
    }

    /** Tells of some bytes that are known to be equal; the run is grown both ways, at most {@code reach} bytes each. */
    void found(long from, long count, long reach) {
        byte value = image.at(from);
        int index = Byte.toUnsignedInt(value);
        if (count + 2 * reach <= length[index]) {
            return;
        }
        long before = back(from, value, reach);
        long after = forth(from + count, value, reach);
        if (before + count + after > length[index]) {
            start[index] = from - before;
            length[index] = before + count + after;
        }
    }

    private long back(long from, byte value, long reach) {
        long n = 0;
        while (n < reach && n < from && image.at(from - n - 1) == value) {
            n++;
        }
        return n;
    }

    private long forth(long from, byte value, long reach) {
        long n = 0;
        while (n < reach && from + n < image.size() && image.at(from + n) == value) {
            n++;
        }
        return n;
    }

    /** Whether this is the sum of a window of one value of which a run is known. */
    boolean isConstant(long rolling) {
        for (int value = 0; value < length.length; value++) {
            if (length[value] > 0 && Rolling.ofConstant((byte) value) == rolling) {
                return true;
            }
        }
        return false;
    }

    /** Length of the longest run of a value, 0 where none is known. */
    long length(byte value) {
        return length[Byte.toUnsignedInt(value)];
    }

    /** Where in the run to copy {@code count} bytes from; the place itself where that is possible, for copies then join. */
    long place(byte value, long wanted, long count) {
        int index = Byte.toUnsignedInt(value);
        return Math.clamp(wanted, start[index], start[index] + length[index] - count);
    }
}
