package io.tidemark.serve;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the heads of requests one after another; each has to fit into the buffer and to come within half a minute. */
final class RequestReader {

    private static final int MAX_BYTES = 16 * 1024;
    private static final long MAX_NANOS = 30_000_000_000L;

    private final InputStream in;
    private final byte[] buffer = new byte[MAX_BYTES];
    private int at;
    private int end;

    RequestReader(InputStream in) {
        this.in = in;
    }

    /** The next request, empty when the client went away. */
    Optional<HttpRequest> next() throws IOException {
        long start = 0;
        int stop = headEnd();
        while (stop < 0) {
            if (!more() || (start != 0 && System.nanoTime() - start > MAX_NANOS)) {
                return Optional.empty();
            }
            start = start == 0 ? System.nanoTime() : start;
            stop = headEnd();
        }
        String text = new String(buffer, at, stop - at, StandardCharsets.ISO_8859_1);
        at = stop;
        return Optional.of(HttpRequest.parse(text));
    }

    private boolean more() throws IOException {
        System.arraycopy(buffer, at, buffer, 0, end - at);
        end -= at;
        at = 0;
        if (end == MAX_BYTES) {
            throw new HttpRequest.Malformed();
        }
        int count = in.read(buffer, end, MAX_BYTES - end);
        end += Math.max(0, count);
        return count > 0;
    }

    private int headEnd() {
        for (int i = at; i < end; i++) {
            if (buffer[i] == '\n') {
                int next = i + 1 < end && buffer[i + 1] == '\r' ? i + 2 : i + 1;
                if (next < end && buffer[next] == '\n') {
                    return next + 1;
                }
            }
        }
        return -1;
    }
}
