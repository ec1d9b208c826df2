package io.tidemark.kind.puavo.squash;

/**
 * Unpacks LZO1X, the compression that Puavo images use, as Linux documents the format (Documentation/staging/lzo.rst).
 * Damaged input ends with an {@link IndexOutOfBoundsException}; it never writes beyond the room it was given.
 */
final class Lzo {

    private static final int FIRST_LITERALS = 17;
    private static final int FAR = 0x4000;
    private static final int AFTER_LITERALS = 4;

    private final byte[] in;
    private final byte[] out;
    private int from;
    private int to;

    private Lzo(byte[] in, int room) {
        this.in = in;
        this.out = new byte[room];
    }

    /** What is packed in some bytes; it takes no more than a given room. */
    static byte[] unpack(byte[] packed, int room) {
        Lzo lzo = new Lzo(packed, room);
        lzo.run();
        return java.util.Arrays.copyOf(lzo.out, lzo.to);
    }

    private void run() {
        int state = 0;
        if (peek() > FIRST_LITERALS) {
            int count = next() - FIRST_LITERALS;
            literals(count);
            state = Math.min(count, AFTER_LITERALS);
        }
        while (state >= 0) {
            state = step(next(), state);
        }
    }

    /** One instruction; how many literals went before the next one, -1 at the end. */
    private int step(int code, int state) {
        if (code >= 64) {
            return copy((code >> 5) + 1, 1 + (code >> 2 & 7) + (next() << 3), code & 3);
        }
        if (code >= 32) {
            int length = length(code & 31, 31);
            int tail = pair();
            return copy(length, 1 + (tail >> 2), tail & 3);
        }
        if (code >= 16) {
            return far(code);
        }
        return near(code, state);
    }

    private int far(int code) {
        int length = length(code & 7, 7);
        int tail = pair();
        int distance = ((code & 8) << 11) + (tail >> 2);
        return distance == 0 ? -1 : copy(length, distance + FAR, tail & 3);
    }

    private int near(int code, int state) {
        if (state == 0) {
            int count = code == 0 ? zeros(15) : code;
            literals(count + 3);
            return AFTER_LITERALS;
        }
        int distance = (code >> 2) + (next() << 2) + 1;
        return state == AFTER_LITERALS ? copy(3, distance + 0x800, code & 3) : copy(2, distance, code & 3);
    }

    private int length(int bits, int base) {
        return 2 + (bits == 0 ? zeros(base) : bits);
    }

    /** A number that went beyond its bits: each zero stands for 255. */
    private int zeros(int base) {
        int count = base;
        while (peek() == 0) {
            from++;
            count = Math.addExact(count, 255);
        }
        return count + next();
    }

    private int copy(int length, int distance, int literals) {
        for (int i = 0; i < length; i++) {
            out[to] = out[to - distance];
            to++;
        }
        literals(literals);
        return literals;
    }

    private void literals(int count) {
        System.arraycopy(in, from, out, to, count);
        from += count;
        to += count;
    }

    private int pair() {
        return next() | next() << 8;
    }

    private int peek() {
        return in[from] & 0xff;
    }

    private int next() {
        return in[from++] & 0xff;
    }
}
