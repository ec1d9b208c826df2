package io.tidemark.kind.alpine;

import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Follows one gzip member as its bytes pass and finds where it ends, which {@code GZIPInputStream} hides. Hands the plain
 * bytes on and checks length and CRC at the end. Used by one thread.
 */
final class GzipMember implements AutoCloseable {

    /** Receives plain bytes. */
    interface Sink {
        void take(byte[] buffer, int offset, int length) throws Malformed;
    }

    private static final int TRAILER = 8;

    private final Sink sink;
    private GzipHeader header = new GzipHeader();
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] plain = new byte[4096];
    private boolean body;
    private long trailer;
    private int trailerBytes;

    GzipMember(Sink sink) {
        this.sink = sink;
    }

    boolean complete() {
        return trailerBytes == TRAILER;
    }

    /** Begins with the next member; dearer parts are used again. */
    void restart() {
        header = new GzipHeader();
        inflater.reset();
        crc.reset();
        body = false;
        trailer = 0;
        trailerBytes = 0;
    }

    /** Takes bytes; answers how many belonged to this member. Fewer than given only when it is complete. */
    int update(byte[] buffer, int offset, int length) throws Malformed {
        int used = 0;
        while (!body && used < length) {
            body = header.accept(buffer[offset + used++] & 0xff);
        }
        if (body && !inflater.finished() && used < length) {
            used += inflate(buffer, offset + used, length - used);
        }
        while (inflater.finished() && !complete() && used < length) {
            trailer(buffer[offset + used++] & 0xff);
        }
        return used;
    }

    private int inflate(byte[] buffer, int offset, int length) throws Malformed {
        inflater.setInput(buffer, offset, length);
        try {
            for (int n = inflater.inflate(plain); n > 0 || !inflater.finished(); n = inflater.inflate(plain)) {
                crc.update(plain, 0, n);
                sink.take(plain, 0, n);
                if (n == 0 && inflater.needsInput()) {
                    return length;
                } else if (n == 0 && inflater.needsDictionary()) {
                    throw Malformed.format("deflate data asks for a dictionary");
                }
            }
            return length - inflater.getRemaining();
        } catch (DataFormatException e) {
            throw Malformed.format("damaged deflate data: " + e.getMessage());
        }
    }

    private void trailer(int b) throws Malformed {
        trailer |= (long) b << (8 * trailerBytes++);
        if (!complete()) {
            return;
        }
        if ((trailer & 0xffffffffL) != crc.getValue() || trailer >>> 32 != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw Malformed.format("gzip member with a wrong checksum or length");
        }
    }

    /** Frees the native memory. */
    @Override
    public void close() {
        inflater.end();
    }
}
