package io.tidemark.delta;

/** The delta format of librsync: a magic number, commands, an end. Source: librsync {@code src/prototab.c}, {@code emit.c}. */
final class DeltaFormat {

    static final int MAGIC = 0x7273_0236;
    static final int END = 0x00;
    /** The longest literal whose length is its command. */
    static final int SHORT_LITERAL = 0x40;
    /** Literal with its length in one byte; the next three commands are for two, four and eight bytes. */
    static final int LITERAL = 0x41;
    /** Copy with one byte each; position widths are four commands apart, length widths one. */
    static final int COPY = 0x45;
    /** First command that has no meaning. */
    static final int RESERVED = 0x55;

    private DeltaFormat() {}

    /** Binary logarithm of the bytes that hold an unsigned value: 0, 1, 2 or 3. */
    static int width(long value) {
        return value < 1 << 8 ? 0 : value < 1 << 16 ? 1 : value < 1L << 32 ? 2 : 3;
    }

    /** Bytes that the command of a copy takes. */
    static int copySize(long position, long length) {
        return 1 + (1 << width(position)) + (1 << width(length));
    }

    /** Bytes that the command of a literal takes beside its data; none for an empty one. */
    static int literalSize(long length) {
        return length == 0 ? 0 : length <= SHORT_LITERAL ? 1 : 1 + (1 << width(length));
    }
}
