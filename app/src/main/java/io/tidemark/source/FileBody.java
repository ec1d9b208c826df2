package io.tidemark.source;

import io.tidemark.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Bytes of a local file; one that changes while it is read fails instead of giving a mixture. Used by one thread. */
final class FileBody extends InputStream {

    private final Path file;
    private final BasicFileAttributes opened;
    private final FileChannel channel;
    private final Meter meter;
    private long left;

    /** Counts bytes, and slows down who reads too many of them. */
    record Meter(LongAdder bytes, RateLimit rate) {

        void spend(int count) throws IOException {
            bytes.add(count);
            try {
                rate.spend(count);
            } catch (InterruptedException cancelled) {
                Thread.currentThread().interrupt();
                throw (IOException) new InterruptedIOException("interrupted").initCause(cancelled);
            }
        }
    }

    FileBody(Path file, BasicFileAttributes opened, long offset, Meter meter) throws IOException {
        this.file = file;
        this.opened = opened;
        this.meter = meter;
        this.left = opened.size() - offset;
        this.channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        channel.position(offset);
    }

    /** Size and modification time, as one text that names the state of a file. */
    static String validator(BasicFileAttributes attributes) {
        long nanos = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
        return "\"" + Long.toHexString(nanos) + "-" + Long.toHexString(attributes.size()) + "\"";
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int count = read(one, 0, 1);
        return count < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left == 0) {
            unchanged();
            return -1;
        }
        int most = meter.rate().portion((int) Math.min(length, left));
        int count = receive(ByteBuffer.wrap(target, offset, most));
        if (count < 0) {
            throw moved();
        }
        left -= count;
        meter.spend(count);
        return count;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private int receive(ByteBuffer target) throws IOException {
        try {
            return channel.read(target);
        } catch (ClosedByInterruptException interrupted) {
            throw (IOException) new InterruptedIOException("interrupted").initCause(interrupted);
        }
    }

    private void unchanged() throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!validator(now).equals(validator(opened))) {
            throw moved();
        }
    }

    private SourceException moved() {
        return new SourceException(
                Problem.of("upstream.moved", Problem.Category.UNREACHABLE, "object", file), true, null);
    }
}
