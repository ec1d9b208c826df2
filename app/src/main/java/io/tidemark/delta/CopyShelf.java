package io.tidemark.delta;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Keeps the copies of all pieces between the two passes: in memory as long as they are few, in a nameless temporary file
 * beside the output behind that. Safe for all threads.
 */
final class CopyShelf implements AutoCloseable {

    private final long budget;
    private final Path directory;
    private final Slot[] slots;
    private long inMemory;
    private FileChannel file;
    private long end;

    /** Room for some pieces; bytes beyond the budget go to a file in the directory. */
    CopyShelf(int pieces, long budget, Path directory) {
        this.slots = new Slot[pieces];
        this.budget = budget;
        this.directory = directory;
    }

    private record Slot(long start, byte[] bytes, long at, int size) {}

    /** Puts away the copies of a piece that starts at a place of the new image. */
    synchronized void put(int piece, long start, CopyLog log) throws IOException {
        if (inMemory + log.size() <= budget) {
            inMemory += log.size();
            slots[piece] = new Slot(start, Arrays.copyOf(log.bytes(), log.size()), -1, log.size());
        } else {
            spill(piece, start, log);
        }
    }

    private void spill(int piece, long start, CopyLog log) throws IOException {
        if (file == null) {
            Path path = Files.createTempFile(directory, ".tidemark-delta", ".tmp");
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            Files.deleteIfExists(path);
        }
        ByteBuffer bytes = ByteBuffer.wrap(log.bytes(), 0, log.size());
        slots[piece] = new Slot(start, new byte[0], end, log.size());
        while (bytes.hasRemaining()) {
            end += file.write(bytes, end);
        }
    }

    /** Takes the copies of a piece back; once. */
    CopyLog take(int piece) throws IOException {
        Slot slot = slots[piece];
        slots[piece] = null;
        if (slot.at < 0) {
            return new CopyLog(slot.start, slot.bytes, slot.size);
        }
        ByteBuffer bytes = ByteBuffer.allocate(slot.size);
        while (bytes.hasRemaining() && file.read(bytes, slot.at + bytes.position()) >= 0) {}
        return new CopyLog(slot.start, bytes.array(), slot.size);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
