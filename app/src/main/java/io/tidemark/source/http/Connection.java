package io.tidemark.source.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One open connection with its read buffer. Used by one exchange at a time. */
final class Connection {

    private final Line line;
    private final InputStream in;
    private final OutputStream out;
    private final boolean proxied;
    private final byte[] buffer = new byte[32 * 1024];
    private int at;
    private int end;
    private long idleSince;

    /** Wraps a connected socket; {@code proxied} when requests must name the whole address. */
    Connection(Line line, Socket socket, boolean proxied) throws IOException {
        this.line = line;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        this.proxied = proxied;
    }

    Line line() {
        return line;
    }

    boolean proxied() {
        return proxied;
    }

    void send(String head) throws IOException {
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** The next head, as long as the buffer at most; the whole of it must arrive in time. */
    Head head() throws IOException {
        int from = at;
        int stop = headEnd(from);
        while (stop < 0) {
            from = Math.max(at, end - 3) - at;
            more();
            stop = headEnd(from);
        }
        String text = new String(buffer, at, stop - at, StandardCharsets.ISO_8859_1);
        at = stop;
        return Head.parse(text);
    }

    /** Position after the empty line that ends a head, -1 if it has not come yet. */
    private int headEnd(int from) {
        for (int i = from; i < end; i++) {
            if (buffer[i] == '\n') {
                int next = i + 1 < end && buffer[i + 1] == '\r' ? i + 2 : i + 1;
                if (next < end && buffer[next] == '\n') {
                    return next + 1;
                }
            }
        }
        return -1;
    }

    /** Reads on behind what is there already, which moves to the front. */
    private void more() throws IOException {
        System.arraycopy(buffer, at, buffer, 0, end - at);
        end -= at;
        at = 0;
        if (end == buffer.length) {
            throw HttpFault.lie("upstream.headers");
        }
        int count = in.read(buffer, end, buffer.length - end);
        if (count < 0) {
            throw new EOFException("connection closed");
        }
        end += count;
    }

    /** One byte; the end of the stream is an error here. */
    int next() throws IOException {
        if (at == end && !fill()) {
            throw new EOFException("connection closed");
        }
        return buffer[at++] & 0xff;
    }

    /** Bytes as they come; -1 at the end of the stream. */
    int read(byte[] target, int offset, int length) throws IOException {
        if (at == end && length >= buffer.length) {
            return in.read(target, offset, length);
        }
        if (at == end && !fill()) {
            return -1;
        }
        int count = Math.min(length, end - at);
        System.arraycopy(buffer, at, target, offset, count);
        at += count;
        return count;
    }

    /** Whether bytes came that no answer accounts for. */
    boolean leftovers() {
        return at < end;
    }

    void idle() {
        idleSince = System.nanoTime();
    }

    boolean idleFor(Duration time) {
        return System.nanoTime() - idleSince > time.toNanos();
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer, 0, buffer.length));
        return end > 0;
    }
}
