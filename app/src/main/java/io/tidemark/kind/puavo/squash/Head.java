package io.tidemark.kind.puavo.squash;

import java.io.IOException;
import java.nio.ByteBuffer;

/** What the superblock says of places and sizes; all numbers are little-endian. */
record Head(int block, long fragments, int compressor, long root, long inodes, long directories, long fragmentTable) {

    static final int SIZE = 96;

    private static final int MAGIC = 0x7371_7368;
    private static final int LARGEST_BLOCK = 1 << 20;

    static Head of(ByteBuffer bytes) throws IOException {
        if (bytes.getInt(0) != MAGIC || bytes.getShort(28) != 4) {
            throw new IOException("no squashfs image of version 4");
        }
        Head head = new Head(
                bytes.getInt(12),
                Integer.toUnsignedLong(bytes.getInt(16)),
                Short.toUnsignedInt(bytes.getShort(20)),
                bytes.getLong(32),
                bytes.getLong(64),
                bytes.getLong(72),
                bytes.getLong(80));
        if (head.block() < 4096 || head.block() > LARGEST_BLOCK) {
            throw new IOException("a block of no sensible size");
        }
        return head;
    }
}
