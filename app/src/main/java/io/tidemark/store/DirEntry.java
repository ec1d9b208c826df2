package io.tidemark.store;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
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
    static void collect(MemorySegment records, int length, List<DirEntry> into) {
        int at = 0;
        while (at < length) {
            int size = Short.toUnsignedInt(records.get(JAVA_SHORT_UNALIGNED, at + 16));
            byte[] name = name(records, at + 19);
            if (!isDots(name)) {
                into.add(new DirEntry(name, records.get(JAVA_BYTE, at + 18)));
            }
            at += size;
        }
    }

    private static byte[] name(MemorySegment records, int from) {
        int end = from;
        while (records.get(JAVA_BYTE, end) != 0) {
            end++;
        }
        return records.asSlice(from, end - from).toArray(JAVA_BYTE);
    }

    private static boolean isDots(byte[] name) {
        return name[0] == '.' && (name.length == 1 || (name.length == 2 && name[1] == '.'));
    }
}
