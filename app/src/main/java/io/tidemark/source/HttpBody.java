package io.tidemark.source;

import io.tidemark.job.JobContext;
import io.tidemark.source.http.HttpFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Optional;

/**
 * Bytes of one file: bounded, counted, slowed to the rate limit, and picked up again where they broke off when the file
 * is still the same. Used by one thread.
 */
final class HttpBody extends InputStream {

    /** Bytes after which a broken connection counts as the first one again. */
    private static final long PROGRESS = 16 * 1024;

    private final HttpSource source;
    private final Request request;
    private final JobContext job;
    private HttpFetch.Got got;
    private long received;
    private long receivedAtFault;
    private int failed;

    HttpBody(HttpSource source, Request request, HttpFetch.Got got, JobContext job) {
        this.source = source;
        this.request = request;
        this.got = got;
        this.job = job;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int count = read(one, 0, 1);
        return count < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (got.unchanged() || length == 0) {
            return got.unchanged() ? -1 : 0;
        }
        try {
            return count(receive(target, offset, source.rate().portion(length)));
        } catch (HttpFault fault) {
            throw new SourceException(fault.problem(), fault.passing(), fault);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(interrupted);
        }
    }

    @Override
    public void close() {
        got.exchange().close();
    }

    private int receive(byte[] target, int offset, int length) throws IOException, InterruptedException {
        while (true) {
            try {
                return got.exchange().read(target, offset, length);
            } catch (HttpFault fault) {
                resume(fault);
            }
        }
    }

    private int count(int bytes) throws HttpFault, InterruptedException {
        if (bytes > 0) {
            received += bytes;
            source.received(bytes);
            if (received > request.maxBytes()) {
                throw HttpFetch.tooLong(got.exchange().url(), received, request.maxBytes());
            }
            source.rate().spend(bytes);
        }
        return bytes;
    }

    /** Goes on where the line broke, or throws what broke it. */
    private void resume(HttpFault first) throws IOException, InterruptedException {
        HttpFault fault = first;
        failed = received - receivedAtFault >= PROGRESS ? 0 : failed;
        receivedAtFault = received;
        boolean resumed = false;
        while (!resumed) {
            failed++;
            if (failed >= source.retry().attempts() || !Retry.again(fault)) {
                throw fault;
            }
            got.exchange().close();
            source.retry().hold(failed, fault, request.location(), job);
            try {
                got = again(fault);
                resumed = true;
            } catch (HttpFault next) {
                fault = next;
            }
        }
    }

    /** The rest of the same file; a file that changed meanwhile cannot be joined with what was handed out already. */
    private HttpFetch.Got again(HttpFault fault) throws IOException, InterruptedException {
        Optional<String> validator = got.validator().filter(Validators::strong);
        long position = got.offset() + received;
        if (validator.isEmpty() && position > 0) {
            throw HttpFault.lasting(fault.problem(), fault);
        }
        Request rest = new Request(request.location(), position, validator, Optional.empty(), request.maxBytes());
        HttpFetch.Got next = source.rest(rest);
        if (next.offset() != position || (got.size() >= 0 && next.size() != got.size())) {
            next.exchange().close();
            throw HttpFault.lasting(fault.problem(), fault);
        }
        return new HttpFetch.Got(next.exchange(), false, got.offset(), got.size(), got.validator());
    }
}
