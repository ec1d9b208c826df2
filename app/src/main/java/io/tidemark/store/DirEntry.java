package io.tidemark.store;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * One name in a directory.
 *
 * @param name its raw bytes
 * @param type {@code DT_…} of dirent.h, 0 where the file system does not say
 */
record DirEntry(byte[] name, int type) {

    static final int UNKNOWN = 0;
    static final int DIRECTORY = 4;
    static final int FILE = 8;
    static final int LINK = 10;

    /** The name as text; only for names that we made ourselves. */
    String text() {
        return new String(name, StandardCharsets.UTF_8);
    }

    /** Reads the records of getdents64(2): inode, offset, record length at 16, type at 18, name from 19. */
    static void collect(MemorySegment buffer, int length, List<DirEntry> into) {
        byte[] records = buffer.asSlice(0, length).toArray(JAVA_BYTE);
        ByteBuffer numbers = ByteBuffer.wrap(records).order(ByteOrder.nativeOrder());
        int at = 0;
        while (at < length) {
            byte[] name = name(records, at + 19);
            if (!isDots(name)) {
                into.add(new DirEntry(name, records[at + 18]));
            }
            at += Short.toUnsignedInt(numbers.getShort(at + 16));
        }
    }

    private static byte[] name(byte[] records, int from) {
        int end = from;
        while (records[end] != 0) {
            end++;
        }
        return Arrays.copyOfRange(records, from, end);
    }

    private static boolean isDots(byte[] name) {
        return name[0] == '.' && (name.length == 1 || (name.length == 2 && name[1] == '.'));
    }
}
