package io.tidemark.delta;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file mapped for reading, of any size. Safe for all threads; owned by whoever opened it. A file that is cut short
 * while it is mapped makes reading throw {@link InternalError}, see {@link #shrunk}.
 */
final class Image implements AutoCloseable {

    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final long FIRST_SLICE = 1024;
    private static final long LAST_SLICE = 1 << 20;

    private final Path path;
    private final Arena arena;
    private final FileChannel channel;
    private final MemorySegment bytes;

    private Image(Path path, Arena arena, FileChannel channel, MemorySegment bytes) {
        this.path = path;
        this.arena = arena;
        this.channel = channel;
        this.bytes = bytes;
    }

    /** Maps a regular file. */
    static Image open(Path path) throws ProblemException {
        if (!Files.isRegularFile(path)) {
            throw new ProblemException(Problem.of("delta.nofile", Problem.Category.USAGE, "object", path));
        }
        Arena arena = Arena.ofShared();
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
            return map(path, arena, channel);
        } catch (IOException failed) {
            arena.close();
            throw unreadable(path, failed);
        }
    }

    private static Image map(Path path, Arena arena, FileChannel channel) throws IOException {
        try {
            MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            return new Image(path, arena, channel, bytes);
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
    }

    /** The problem of a file that cannot be read. */
    static ProblemException unreadable(Path path, IOException cause) {
        return new ProblemException(
                Problem.of("delta.read", Problem.Category.STORAGE, "object", path, "cause", cause), cause);
    }

    /** The problem of a file that became shorter while it was read. */
    ProblemException shrunk(InternalError cause) {
        return new ProblemException(Problem.of("delta.changed", Problem.Category.REFUSED, "object", path), cause);
    }

    /** Refuses a file whose size is not what it was when it was opened. */
    void requireUnchanged() throws ProblemException {
        try {
            if (channel.size() != size()) {
                throw new ProblemException(Problem.of("delta.changed", Problem.Category.REFUSED, "object", path));
            }
        } catch (IOException failed) {
            throw unreadable(path, failed);
        }
    }

    /** Fails where the file ends before a place. */
    void requireWhole(long place) throws IOException {
        if (channel.size() <= place) {
            throw new EOFException(path.toString());
        }
    }

    Path path() {
        return path;
    }

    /** Size in bytes when it was opened. */
    long size() {
        return bytes.byteSize();
    }

    MemorySegment bytes() {
        return bytes;
    }

    FileChannel channel() {
        return channel;
    }

    /** Eight bytes, little endian. */
    long word(long at) {
        return bytes.get(LONG, at);
    }

    /** An unsigned number of at most eight bytes, big endian. */
    long number(long at, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << Byte.SIZE | Byte.toUnsignedInt(at(at + i));
        }
        return value;
    }

    byte at(long at) {
        return bytes.get(ValueLayout.JAVA_BYTE, at);
    }

    /** Copies bytes into an array. */
    void read(long at, byte[] to, int count) {
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, at, to, 0, count);
    }

    /**
     * How many bytes are equal from two places on, at most a limit. Slices grow, because the comparison of long ones is
     * fast only once it is compiled.
     */
    static long equal(Image left, long leftAt, Image right, long rightAt, long limit) {
        long most = Math.min(limit, Math.min(left.size() - leftAt, right.size() - rightAt));
        long done = 0;
        long slice = FIRST_SLICE;
        while (done < most) {
            long count = Math.min(slice, most - done);
            long from = leftAt + done;
            long other = rightAt + done;
            long found = MemorySegment.mismatch(left.bytes, from, from + count, right.bytes, other, other + count);
            if (found >= 0) {
                return done + found;
            }
            done += count;
            slice = Math.min(slice * 2, LAST_SLICE);
        }
        return most;
    }

    /** How many bytes are equal before two places, at most a limit. */
    static long equalBefore(Image left, long leftAt, Image right, long rightAt, long limit) {
        long most = Math.min(limit, Math.min(leftAt, rightAt));
        long done = 0;
        while (done + Long.BYTES <= most) {
            long differ = left.word(leftAt - done - Long.BYTES) ^ right.word(rightAt - done - Long.BYTES);
            if (differ != 0) {
                return done + Long.numberOfLeadingZeros(differ) / Byte.SIZE;
            }
            done += Long.BYTES;
        }
        while (done < most && left.at(leftAt - done - 1) == right.at(rightAt - done - 1)) {
            done++;
        }
        return done;
    }

    @Override
    public void close() {
        arena.close();
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
