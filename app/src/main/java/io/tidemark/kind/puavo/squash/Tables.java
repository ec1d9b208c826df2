package io.tidemark.kind.puavo.squash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.HashMap;
import java.util.Map;

/** The tables of an image: chains of packed blocks of 8 KiB, unpacked when they are asked for and kept. */
final class Tables {

    private static final int BLOCK = 8192;
    private static final int PLAIN = 0x8000;
    /** Unpacked tables of an image with a million files take less. */
    private static final int MOST_BLOCKS = 64 << 10;

    /** Whoever points at the same tables again and again is up to no good. */
    private static final long MOST_BYTES = 1L << 30;

    private final FileChannel file;
    private final Unpacker unpacker;
    private final Map<Long, Block> blocks = new HashMap<>();
    private long taken;

    Tables(FileChannel file, Unpacker unpacker) {
        this.file = file;
        this.unpacker = unpacker;
    }

    /** One block, and where the one after it begins in the file. */
    private record Block(byte[] bytes, long next) {}

    /** A place from which one reads on over the ends of blocks; a block begins at a place of the file. */
    Cursor at(long block, int offset) throws IOException {
        Cursor cursor = new Cursor(block);
        cursor.skip(offset);
        return cursor;
    }

    /** Plain bytes of the file. */
    ByteBuffer plain(long place, int length) throws IOException {
        if (place < 0 || length < 0 || place > file.size() - length) {
            throw new IOException("a table lies outside of the image");
        }
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, place + bytes.position()) < 0) {
                throw new IOException("the image ends early");
            }
        }
        return bytes.flip();
    }

    private Block block(long place) throws IOException {
        Block known = blocks.get(place);
        if (known != null) {
            return known;
        }
        if (blocks.size() >= MOST_BLOCKS) {
            throw new IOException("the tables are too large");
        }
        int head = Short.toUnsignedInt(plain(place, 2).getShort());
        int length = head & ~PLAIN;
        if (length == 0 || length > BLOCK) {
            throw new IOException("a block of a table has no sensible length");
        }
        byte[] stored = plain(place + 2, length).array();
        byte[] bytes = (head & PLAIN) != 0 ? stored : unpacker.unpack(stored, BLOCK);
        Block block = new Block(bytes, place + 2 + length);
        blocks.put(place, block);
        return block;
    }

    /** Reads numbers and bytes one after another. */
    final class Cursor {

        private Block at;
        private int offset;

        private Cursor(long place) throws IOException {
            at = block(place);
        }

        void skip(int bytes) throws IOException {
            take(bytes);
        }

        int u16() throws IOException {
            return Short.toUnsignedInt(take(2).getShort());
        }

        long u32() throws IOException {
            return Integer.toUnsignedLong(take(4).getInt());
        }

        long u64() throws IOException {
            return take(8).getLong();
        }

        ByteBuffer take(int length) throws IOException {
            taken += length;
            if (taken > MOST_BYTES) {
                throw new IOException("the tables are read too often");
            }
            ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
            while (bytes.hasRemaining()) {
                if (offset == at.bytes().length) {
                    at = block(at.next());
                    offset = 0;
                }
                int part = Math.min(bytes.remaining(), at.bytes().length - offset);
                bytes.put(at.bytes(), offset, part);
                offset += part;
            }
            return bytes.flip();
        }
    }
}
