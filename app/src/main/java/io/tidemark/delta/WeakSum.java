package io.tidemark.delta;

/** The weak sums of signatures, which can be rolled on by one byte. Source: librsync {@code rollsum.h}, {@code rabinkarp.h}. */
public enum WeakSum {
    /** Two 16-bit sums, much like Adler-32: the sum of old signatures. */
    ROLLSUM {
        @Override
        int of(byte[] bytes, int from, int count) {
            int first = 0;
            int second = 0;
            for (int i = from; i < from + count; i++) {
                first += Byte.toUnsignedInt(bytes[i]) + OFFSET;
                second += first;
            }
            return second << 16 | first & 0xffff;
        }

        @Override
        int roll(int sum, int count, int power, byte out, byte in) {
            int first = sum + Byte.toUnsignedInt(in) - Byte.toUnsignedInt(out);
            int second = (sum >>> 16) + first - count * (Byte.toUnsignedInt(out) + OFFSET);
            return second << 16 | first & 0xffff;
        }

        @Override
        int shrink(int sum, int count, int power, byte out) {
            int gone = Byte.toUnsignedInt(out) + OFFSET;
            return (sum >>> 16) - count * gone << 16 | sum - gone & 0xffff;
        }
    },
    /** A polynomial modulo 2^32: the sum of signatures since librsync 2.2. */
    RABIN_KARP {
        @Override
        int of(byte[] bytes, int from, int count) {
            int sum = 1;
            for (int i = from; i < from + count; i++) {
                sum = sum * FACTOR + Byte.toUnsignedInt(bytes[i]);
            }
            return sum;
        }

        @Override
        int roll(int sum, int count, int power, byte out, byte in) {
            return sum * FACTOR + Byte.toUnsignedInt(in) - power * (Byte.toUnsignedInt(out) + ADJUST);
        }

        @Override
        int shrink(int sum, int count, int power, byte out) {
            return sum - power * INVERSE * (Byte.toUnsignedInt(out) + ADJUST);
        }
    };

    private static final int OFFSET = 31;
    private static final int FACTOR = 0x0810_4225;
    private static final int ADJUST = 0x0810_4224;
    private static final int INVERSE = 0x98f0_09ad;

    /** The sum of some bytes. */
    abstract int of(byte[] bytes, int from, int count);

    /**
     * The sum of a window of {@code count} bytes after one byte left and one came.
     *
     * @param power what {@link #power} says for that count
     */
    abstract int roll(int sum, int count, int power, byte out, byte in);

    /**
     * The sum of a window of {@code count} bytes after its first one left.
     *
     * @param power what {@link #power} says for that count
     */
    abstract int shrink(int sum, int count, int power, byte out);

    /** The power for a window that is shorter by one byte. */
    static int shrunk(int power) {
        return power * INVERSE;
    }

    /** A number that rolling needs, the same for all windows of one length. */
    static int power(int count) {
        int power = 1;
        for (int i = 0; i < count; i++) {
            power *= FACTOR;
        }
        return power;
    }
}
