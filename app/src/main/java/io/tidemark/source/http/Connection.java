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

    /** The next head up to and without its empty line; the whole of it must arrive in time. */
    Head head(int maxBytes) throws IOException {
        StringBuilder text = new StringBuilder(512);
        int newlines = 0;
        while (newlines < 2) {
            int c = next();
            newlines = c == '\n' ? newlines + 1 : c == '\r' ? newlines : 0;
            text.append((char) c);
            if (text.length() > maxBytes) {
                throw HttpFault.lie("upstream.headers");
            }
        }
        return Head.parse(text.toString().stripTrailing());
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
