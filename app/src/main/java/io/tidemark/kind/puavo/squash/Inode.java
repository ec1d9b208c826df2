package io.tidemark.kind.puavo.squash;

import java.io.IOException;

/** What an image says of one file or directory. */
sealed interface Inode {

    /** A file: where its blocks are, and where its end is if that shares a block with others. */
    record Plain(long start, long stored, long size, long fragment) implements Inode {

        boolean shares() {
            return fragment != NONE;
        }
    }

    /** A directory: where its list is in the table, and how many bytes it has. */
    record Directory(long block, int offset, long size) implements Inode {}

    /** A link, a device, a pipe: nothing that takes room of its own. */
    record Other() implements Inode {}

    /** Mode, owner, group, time and number: what all have after their type. */
    int COMMON = 14;

    /** No fragment. */
    long NONE = 0xffff_ffffL;

    /** Reads one. */
    static Inode read(Tables.Cursor cursor, int block) throws IOException {
        int type = cursor.u16();
        cursor.skip(COMMON);
        return switch (type) {
            case 1 -> directory(cursor);
            case 2 -> file(cursor, block);
            case 8 -> largeDirectory(cursor);
            case 9 -> largeFile(cursor, block);
            default -> new Other();
        };
    }

    private static Inode directory(Tables.Cursor cursor) throws IOException {
        long start = cursor.u32();
        cursor.skip(4);
        long size = cursor.u16();
        return new Directory(start, cursor.u16(), size);
    }

    private static Inode largeDirectory(Tables.Cursor cursor) throws IOException {
        cursor.skip(4);
        long size = cursor.u32();
        long start = cursor.u32();
        cursor.skip(6);
        return new Directory(start, cursor.u16(), size);
    }

    private static Inode file(Tables.Cursor cursor, int block) throws IOException {
        long start = cursor.u32();
        long fragment = cursor.u32();
        cursor.skip(4);
        long size = cursor.u32();
        return new Plain(start, stored(cursor, size, fragment, block), size, fragment);
    }

    private static Inode largeFile(Tables.Cursor cursor, int block) throws IOException {
        long start = cursor.u64();
        long size = cursor.u64();
        cursor.skip(12);
        long fragment = cursor.u32();
        cursor.skip(8);
        return new Plain(start, stored(cursor, size, fragment, block), size, fragment);
    }

    /** Bytes of all blocks as they are stored; a block of holes has none. */
    private static long stored(Tables.Cursor cursor, long size, long fragment, int block) throws IOException {
        if (size < 0) {
            throw new IOException("a file of no sensible size");
        }
        long count = fragment == NONE ? (size + block - 1) / block : size / block;
        long stored = 0;
        for (long i = 0; i < count; i++) {
            stored += cursor.u32() & 0xff_ffff;
        }
        return stored;
    }
}
