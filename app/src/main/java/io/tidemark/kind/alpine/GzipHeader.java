package io.tidemark.kind.alpine;

/** Recognises the header of a gzip member (RFC 1952) byte by byte, with its optional fields. */
final class GzipHeader {

    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int CHECKSUM = 2;
    private static final int FIXED = 10;

    private int count;
    private int flags;
    private int extra = -1;
    private int field;

    /** Takes the next byte; true when it was the header's last one. */
    boolean accept(int b) throws Malformed {
        if (count < FIXED) {
            fixed(b);
            count++;
            return count == FIXED && flags == 0;
        }
        optional(b);
        return flags == 0;
    }

    private void fixed(int b) throws Malformed {
        boolean wrong = (count == 0 && b != 0x1f) || (count == 1 && b != 0x8b) || (count == 2 && b != 8);
        if (count == 3) {
            flags = b & ~1;
            wrong = (b & 0xe0) != 0;
        }
        if (wrong) {
            throw Malformed.format("not a gzip member");
        }
    }

    private void optional(int b) {
        if ((flags & EXTRA) != 0) {
            extraField(b);
        } else if ((flags & NAME) != 0) {
            untilZero(b, NAME);
        } else if ((flags & COMMENT) != 0) {
            untilZero(b, COMMENT);
        } else if (++field == 2) {
            flags &= ~CHECKSUM;
        }
    }

    /** Two bytes of length, little-endian, then so many bytes. */
    private void extraField(int b) {
        field++;
        if (field == 1) {
            extra = b;
        } else if (field == 2) {
            extra |= b << 8;
        }
        if (field >= 2 && field == extra + 2) {
            flags &= ~EXTRA;
            field = 0;
        }
    }

    private void untilZero(int b, int flag) {
        if (b == 0) {
            flags &= ~flag;
        }
    }
}
