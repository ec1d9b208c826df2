package io.tidemark.kind.puavo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The head of a squashfs image of version 4.
 *
 * @param made when it was made
 * @param block bytes of a block of data
 * @param compression name of the compressor
 * @param used bytes of the file system, without what pads it
 */
record Superblock(Instant made, int block, String compression, long used) {

    private static final int SIZE = 96;
    /** {@code hsqs}. */
    private static final int MAGIC = 0x7371_7368;

    private static final List<String> COMPRESSORS = List.of("", "gzip", "lzma", "lzo", "xz", "lz4", "zstd");

    /** The head of a file; empty if it is no such image, or cannot be read. */
    static Optional<Superblock> of(Path file) {
        ByteBuffer head = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            while (head.hasRemaining() && channel.read(head) >= 0) {
                // A reading may bring less than there is room for.
            }
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        return head.hasRemaining() ? Optional.empty() : of(head);
    }

    private static Optional<Superblock> of(ByteBuffer head) {
        int compressor = Short.toUnsignedInt(head.getShort(20));
        if (head.getInt(0) != MAGIC || head.getShort(28) != 4) {
            return Optional.empty();
        }
        return Optional.of(new Superblock(
                Instant.ofEpochSecond(Integer.toUnsignedLong(head.getInt(8))),
                head.getInt(12),
                compressor < COMPRESSORS.size() ? COMPRESSORS.get(compressor) : Integer.toString(compressor),
                head.getLong(40)));
    }
}
