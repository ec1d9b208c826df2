package io.tidemark.delta;

import java.util.Arrays;

/**
 * Copies of one piece of the new image, in order and without overlap, as a few bytes each: gap since the last copy, length,
 * change of displacement, all in variable length. Not for several threads.
 */
final class CopyLog {

    private static final int LARGEST = 27;

    private byte[] bytes;
    private int size;
    private long end;
    private long displacement;
    private final long start;

    /** An empty log of the piece that starts at a place of the new image. */
    CopyLog(long start) {
        this(start, new byte[256], 0);
    }

    /** A log read back from its bytes. */
    CopyLog(long start, byte[] bytes, int size) {
        this.start = start;
        this.bytes = bytes;
        this.size = size;
        this.end = start;
    }

    /** Adds a copy of old bytes; {@code to} is not before the end of the last one. */
    void add(long from, long to, long length) {
        if (size + LARGEST + 3 > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        long change = from - to - displacement;
        write(to - end);
        write(length);
        write(change << 1 ^ change >> 63);
        end = to + length;
        displacement = from - to;
    }

    private void write(long value) {
        long rest = value;
        while (rest > 0x7f || rest < 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** The bytes, owned by this log; the first {@link #size} are in use. */
    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    /** Reads the copies from the first one on. */
    Cursor read() {
        return new Cursor();
    }

    /** Goes through the copies; not before the first one until {@link #next} was asked. */
    final class Cursor {
        private int at;
        private long to = start;
        private long length;
        private long shift;

        /** Goes to the next copy; false after the last one. */
        boolean next() {
            if (at >= size) {
                return false;
            }
            to += length + varint();
            length = varint();
            long change = varint();
            shift += change >>> 1 ^ -(change & 1);
            return true;
        }

        private long varint() {
            long value = 0;
            int bits = 0;
            byte next = bytes[at++];
            while (next < 0) {
                value |= (long) (next & 0x7f) << bits;
                bits += 7;
                next = bytes[at++];
            }
            return value | (long) next << bits;
        }

        /** Place in the old image. */
        long from() {
            return to + shift;
        }

        /** Place in the new image. */
        long to() {
            return to;
        }

        long length() {
            return length;
        }
    }
}
