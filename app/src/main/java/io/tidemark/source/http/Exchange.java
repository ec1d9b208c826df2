package io.tidemark.source.http;

import io.tidemark.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * An answer whose body is still to be read. Reading waits at most as long as the limits allow, then fails with an
 * {@link HttpFault}; an interrupted reader gets an {@link java.io.InterruptedIOException} and stays marked. Closing gives
 * the connection back, or drops it when bytes are left. Used by one thread at a time.
 */
public final class Exchange extends InputStream {

    private static final int SHORT_REST = 64 * 1024;

    private final HttpUrl url;
    private final Head head;
    private final Bodies.Body body;
    private final Connection connection;
    private final Transport transport;
    private long waited;
    private long window;
    private long windowBytes;
    private boolean failed;
    private boolean closed;

    Exchange(Query query, Head head, Connection connection, Transport transport, long waited) throws HttpFault {
        this.url = query.url();
        this.head = head;
        this.body = Bodies.of(query.method(), head, connection);
        this.connection = connection;
        this.transport = transport;
        this.waited = waited;
    }

    /** Where the answer came from. */
    public HttpUrl url() {
        return url;
    }

    /** The status code. */
    public int status() {
        return head.status();
    }

    /** The first header of this name, given in lower case. */
    public Optional<String> header(String name) {
        return head.first(name);
    }

    /** Declared length of the body, -1 when unknown. */
    public long length() throws HttpFault {
        return head.chunked() ? -1 : head.length();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int count = read(one, 0, 1);
        return count < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
        long start = System.nanoTime();
        try {
            connection.line().expect(transport.limits().silence());
            int count = body.read(target, offset, length);
            progress(System.nanoTime() - start, count);
            return count;
        } catch (IOException error) {
            failed = true;
            throw error instanceof java.io.EOFException
                            && !Thread.currentThread().isInterrupted()
                    ? shortBody(error)
                    : connection.line().explain(error, url, "body");
        } finally {
            connection.line().rest();
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            boolean reusable = !failed && body.complete() && head.keepAlive() && !connection.leftovers();
            transport.giveBack(url, connection, reusable, waited);
        }
    }

    /** Reads a short rest, so that the connection can be kept, and closes. */
    public void discard() {
        try (this) {
            readNBytes(SHORT_REST);
        } catch (IOException rest) {
            failed = true;
        }
    }

    /** Only time spent waiting for the server counts; a slow caller or a rate limit is no fault of the server. */
    private void progress(long nanos, int count) throws HttpFault {
        waited += nanos;
        window += nanos;
        windowBytes += Math.max(0, count);
        long full = transport.limits().silence().toNanos();
        if (window < full) {
            return;
        }
        if (windowBytes < transport.limits().slowest() * (window / 1e9)) {
            throw HttpFault.passing(
                    Problem.of("upstream.timeout.slow", Problem.Category.UNREACHABLE, "object", url), null);
        }
        window = 0;
        windowBytes = 0;
    }

    private HttpFault shortBody(IOException error) {
        return HttpFault.passing(Problem.of("upstream.short", Problem.Category.UNREACHABLE, "object", url), error);
    }
}
