package io.tidemark.delta;

/**
 * A polynomial over the bytes of a window, modulo 2^64, that can be rolled on by one byte (Karp and Rabin 1987). Only the
 * upper half is used: the lower bits of such a sum mix badly.
 */
final class Rolling {

    /** Bytes in a window. */
    static final int WINDOW = 64;

    static final long BASE = 0x9E37_79B9_7F4A_7C15L;
    /** What the byte that leaves was multiplied with. */
    static final long LEAVING = power(WINDOW);

    private static final long BASE_16 = power(16);
    private static final long BASE_32 = power(32);
    private static final long ONES = ones();

    private Rolling() {}

    /** The sum of a window. Four independent chains keep the processor busy. */
    static long of(byte[] bytes, int from) {
        long a = 0;
        long b = 0;
        long c = 0;
        long d = 0;
        for (int i = from; i < from + 16; i++) {
            a = a * BASE + bytes[i];
            b = b * BASE + bytes[i + 16];
            c = c * BASE + bytes[i + 32];
            d = d * BASE + bytes[i + 48];
        }
        return (a * BASE_16 + b) * BASE_32 + c * BASE_16 + d;
    }

    /** The sum of a window that holds only one value. */
    static long ofConstant(byte value) {
        return value * ONES;
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= BASE;
        }
        return power;
    }

    private static long ones() {
        long sum = 0;
        for (int i = 0; i < WINDOW; i++) {
            sum = sum * BASE + 1;
        }
        return sum;
    }
}
