package io.tidemark.delta;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Writes commands of the smallest size: copies that touch on both sides are joined, and a copy that costs more than its
 * bytes as part of a literal becomes one. Copies come in order and without overlap. Not for several threads.
 */
final class DeltaEncoder {

    private static final int BUFFER = 1 << 18;
    /** Longer literals go from file to file. */
    private static final long DIRECT = 1 << 16;

    private final Image image;
    private final FileChannel out;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private final byte[] chunk = new byte[(int) DIRECT];
    private long written;
    private long copies;
    private long copied;
    /** All before this place of the new image is written. */
    private long done;

    private long from;
    private long to;
    private long length;

    /** Writes the head; {@code out} stays with the caller. */
    DeltaEncoder(Image image, FileChannel out) {
        this.image = image;
        this.out = out;
        buffer.putInt(DeltaFormat.MAGIC);
    }

    /** Takes the next copy of old bytes. */
    void copy(long oldAt, long newAt, long count) throws IOException {
        if (length > 0 && oldAt == from + length && newAt == to + length) {
            length += count;
            return;
        }
        settle(newAt);
        from = oldAt;
        to = newAt;
        length = count;
    }

    /** Writes what is left and the end command; returns what the delta consists of. */
    DeltaFigures finish() throws IOException {
        settle(image.size());
        literal(image.size());
        room(1);
        buffer.put((byte) DeltaFormat.END);
        flush();
        return new DeltaFigures(written, image.size(), copies, copied);
    }

    /** Decides what becomes of the copy before the one that begins at a place. */
    private void settle(long next) throws IOException {
        if (length == 0) {
            return;
        }
        long before = to - done;
        long after = next - to - length;
        long apart =
                DeltaFormat.literalSize(before) + DeltaFormat.copySize(from, length) + DeltaFormat.literalSize(after);
        if (apart < length + DeltaFormat.literalSize(before + length + after)) {
            literal(to);
            copyCommand();
            done = to + length;
        }
        length = 0;
    }

    private void copyCommand() throws IOException {
        int position = DeltaFormat.width(from);
        int width = DeltaFormat.width(length);
        room(17);
        buffer.put((byte) (DeltaFormat.COPY + 4 * position + width));
        put(from, position);
        put(length, width);
        copies++;
        copied += length;
    }

    private void literal(long end) throws IOException {
        while (done < end) {
            long count = Math.min(end - done, Integer.MAX_VALUE);
            room(9);
            if (count <= DeltaFormat.SHORT_LITERAL) {
                buffer.put((byte) count);
            } else {
                int width = DeltaFormat.width(count);
                buffer.put((byte) (DeltaFormat.LITERAL + width));
                put(count, width);
            }
            data(count);
        }
    }

    private void data(long count) throws IOException {
        if (count > DIRECT) {
            flush();
            transfer(count);
        } else {
            room((int) count);
            image.read(done, chunk, (int) count);
            buffer.put(chunk, 0, (int) count);
            done += count;
        }
    }

    private void transfer(long count) throws IOException {
        for (long left = count; left > 0; ) {
            long moved = image.channel().transferTo(done, left, out);
            if (moved <= 0) {
                image.requireWhole(done);
            }
            done += moved;
            left -= moved;
            written += moved;
        }
    }

    private void put(long value, int width) {
        switch (width) {
            case 0 -> buffer.put((byte) value);
            case 1 -> buffer.putShort((short) value);
            case 2 -> buffer.putInt((int) value);
            case 3 -> buffer.putLong(value);
            default -> throw new IllegalArgumentException(Integer.toString(width));
        }
    }

    private void room(int count) throws IOException {
        if (buffer.remaining() < count) {
            flush();
        }
    }

    private void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            written += out.write(buffer);
        }
        buffer.clear();
    }
}
