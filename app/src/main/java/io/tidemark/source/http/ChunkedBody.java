package io.tidemark.source.http;

import java.io.EOFException;
import java.io.IOException;

/** A chunked body (RFC 9112, section 7.1); extensions and trailers are bounded and thrown away. */
final class ChunkedBody extends Bodies.Body {

    private static final int MAX_LINE = 4096;
    private static final int MAX_TRAILERS = 32;

    private final Connection connection;
    private long left;
    private boolean first = true;
    private boolean ended;

    ChunkedBody(Connection connection) {
        this.connection = connection;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left == 0 && !ended) {
            nextChunk();
        }
        if (ended) {
            return -1;
        }
        int count = connection.read(target, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new EOFException("chunk ends early");
        }
        left -= count;
        return count;
    }

    @Override
    boolean complete() {
        return ended;
    }

    private void nextChunk() throws IOException {
        if (!first && !line().isEmpty()) {
            throw HttpFault.lie("upstream.protocol", "rule", "chunk");
        }
        first = false;
        String size = line().replaceFirst("[ \t]*(;.*)?$", "");
        if (!size.matches("[0-9A-Fa-f]{1,15}")) {
            throw HttpFault.lie("upstream.protocol", "rule", "chunk");
        }
        left = Long.parseLong(size, 16);
        if (left == 0) {
            trailers();
            ended = true;
        }
    }

    private void trailers() throws IOException {
        for (int i = 0; i <= MAX_TRAILERS; i++) {
            if (line().isEmpty()) {
                return;
            }
        }
        throw HttpFault.lie("upstream.headers");
    }

    private String line() throws IOException {
        StringBuilder text = new StringBuilder();
        int c = connection.next();
        while (c != '\n') {
            text.append((char) c);
            if (text.length() > MAX_LINE) {
                throw HttpFault.lie("upstream.headers");
            }
            c = connection.next();
        }
        return text.toString().stripTrailing();
    }
}
