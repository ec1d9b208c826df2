package io.tidemark.source;

import io.tidemark.job.JobContext;
import io.tidemark.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/**
 * Bytes of one file: counted, slowed to the rate limit, and picked up again where they broke off while the file is still
 * the same (REST, RFC 3659, section 5). Used by one thread.
 */
final class FtpBody extends InputStream {

    /** Bytes after which a broken connection counts as the first one again. */
    private static final long PROGRESS = 16 * 1024;

    private static final long WINDOW_NANOS = 60_000_000_000L;
    private static final long SLOWEST = 64L * 60;

    private final FtpSource source;
    private final String location;
    private final Stat stat;
    private final JobContext job;
    private FtpSession session;
    private InputStream in;
    private long at;
    private long atFault;
    private int failed;
    private long windowStart = System.nanoTime();
    private long windowAt;

    FtpBody(FtpSource source, String location, Stat stat, long offset, JobContext job) {
        this.source = source;
        this.location = location;
        this.stat = stat;
        this.job = job;
        this.at = offset;
        this.windowAt = offset;
    }

    /** Asks for the bytes, so that a file that is not there shows at once. */
    void begin() throws IOException {
        session = source.sessions().take();
        try {
            in = session.retrieve(location, at);
        } catch (IOException refused) {
            dropped();
            throw FtpFaults.broken(refused, location);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int count = read(one, 0, 1);
        return count < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (true) {
            try {
                return received(target, offset, source.rate().portion(length));
            } catch (IOException broken) {
                resume(FtpFaults.broken(broken, location));
            } catch (InterruptedException interrupted) {
                throw noted(interrupted);
            }
        }
    }

    private int received(byte[] target, int offset, int length) throws IOException, InterruptedException {
        if (at >= stat.size()) {
            return end();
        }
        int count = in.read(target, offset, (int) Math.min(length, stat.size() - at));
        if (count < 0) {
            throw new IOException("ended after " + at + " of " + stat.size() + " bytes");
        }
        at += count;
        source.received(count);
        source.rate().spend(count);
        hasten();
        return count;
    }

    /** The file is longer than it was if more comes, and whole only if the server says so. */
    private int end() throws IOException {
        if (session != null) {
            if (in.read() >= 0) {
                throw moved();
            }
            session.finish(location);
            source.sessions().give(session);
            session = null;
        }
        return -1;
    }

    private void hasten() throws IOException {
        long now = System.nanoTime();
        if (now - windowStart > WINDOW_NANOS) {
            if (at - windowAt < SLOWEST && source.rate().portion(1 << 20) > SLOWEST) {
                throw new SourceException(
                        Problem.of("upstream.timeout.slow", Problem.Category.UNREACHABLE, "object", location),
                        false,
                        null);
            }
            windowStart = now;
            windowAt = at;
        }
    }

    /** Goes on where the line broke, or throws what broke it. */
    private void resume(IOException first) throws IOException {
        dropped();
        IOException fault = first;
        failed = at - atFault >= PROGRESS ? 0 : failed;
        atFault = at;
        while (true) {
            failed++;
            if (failed >= source.retry().attempts() || !Retry.again(fault)) {
                throw fault;
            }
            try {
                source.retry().hold(failed, fault, location, job);
                again();
                return;
            } catch (InterruptedException cancelled) {
                throw noted(cancelled);
            } catch (IOException next) {
                dropped();
                fault = FtpFaults.broken(next, location);
            }
        }
    }

    private void again() throws IOException {
        session = source.sessions().take();
        Stat now = session.stat(location);
        if (now.size() != stat.size() || !now.validator().equals(stat.validator())) {
            throw moved();
        }
        in = session.retrieve(location, at);
    }

    private SourceException moved() {
        return new SourceException(
                Problem.of("upstream.moved", Problem.Category.UNREACHABLE, "object", location), false, null);
    }

    private void dropped() {
        if (session != null) {
            source.sessions().drop(session);
            session = null;
        }
    }

    private static IOException noted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return (IOException) new InterruptedIOException("interrupted").initCause(cause);
    }

    /** What was not read to its end leaves a connection that nobody can use. */
    @Override
    public void close() {
        dropped();
    }
}
