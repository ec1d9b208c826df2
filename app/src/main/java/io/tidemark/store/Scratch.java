package io.tidemark.store;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Native memory of one thread, reused from call to call so that linking a file allocates nothing. */
final class Scratch {

    /** Longest path the kernel takes. */
    private static final int PATH = 4096;

    /** Room for a read, a write or a directory listing. */
    static final int BUFFER = 1 << 16;

    /** Where errno is kept after a call. */
    final MemorySegment state;

    /** Room for the records that calls fill in or read. */
    final MemorySegment record;

    private final MemorySegment first;
    private final MemorySegment second;
    private final Arena arena = Arena.ofAuto();
    private MemorySegment buffer;

    Scratch() {
        state = arena.allocate(Libc.STATE);
        record = arena.allocate(256, 8);
        first = arena.allocate(PATH + 1);
        second = arena.allocate(PATH + 1);
    }

    /** The name as the first path argument. */
    MemorySegment first(byte[] name) {
        return fill(first, name);
    }

    /** The name as the second path argument. */
    MemorySegment second(byte[] name) {
        return fill(second, name);
    }

    /** Memory for bytes in bulk. */
    MemorySegment buffer() {
        if (buffer == null) {
            buffer = arena.allocate(BUFFER, 8);
        }
        return buffer;
    }

    /** A name that no file can have, too long or with a zero in it, is made too long, so that the kernel refuses it. */
    private static MemorySegment fill(MemorySegment target, byte[] name) {
        if (name.length >= PATH || hasZero(name)) {
            target.asSlice(0, PATH).fill((byte) 'x');
            target.set(JAVA_BYTE, PATH, (byte) 0);
        } else {
            MemorySegment.copy(name, 0, target, JAVA_BYTE, 0, name.length);
            target.set(JAVA_BYTE, name.length, (byte) 0);
        }
        return target;
    }

    private static boolean hasZero(byte[] name) {
        for (byte b : name) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }
}
