package io.tidemark.source;

import io.tidemark.job.JobContext;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * An upstream that speaks FTP (RFC 959, 2428 and 3659), with or without TLS (RFC 4217). Data connections are always opened
 * by us and always to the host of the control connection, whatever address the server names.
 */
final class FtpSource implements Source {

    private final FtpUrl url;
    private final FtpSessions sessions;
    private final Retry retry;
    private final RateLimit rate;
    private final LongAdder requests = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private volatile boolean machine = true;

    FtpSource(FtpUrl url, FtpSessions sessions, Retry retry, RateLimit rate) {
        this.url = url;
        this.sessions = sessions;
        this.retry = retry;
        this.rate = rate;
    }

    FtpSessions sessions() {
        return sessions;
    }

    Retry retry() {
        return retry;
    }

    RateLimit rate() {
        return rate;
    }

    void received(int count) {
        bytes.add(count);
    }

    @Override
    public String root() {
        return url.text();
    }

    @Override
    public Answer open(Request request, JobContext job) throws ProblemException, InterruptedException {
        String location = Locations.check(request.location());
        job.checkpoint();
        Stat stat = stat(location, job);
        if (request.known().isPresent() && stat.validator().equals(request.known())) {
            return answer(true, 0, stat, InputStream.nullInputStream());
        }
        boolean resume = request.validator().isPresent()
                && stat.validator().equals(request.validator())
                && request.offset() <= stat.size();
        long offset = resume ? request.offset() : 0;
        if (stat.size() - offset > request.maxBytes()) {
            throw tooLong(request, stat.size());
        }
        requests.increment();
        FtpBody body = retry.run(location, job, () -> {
            FtpBody opened = new FtpBody(this, location, stat, offset, job);
            opened.begin();
            return opened;
        });
        return answer(false, offset, stat, body);
    }

    @Override
    public Stat stat(String location, JobContext job) throws ProblemException, InterruptedException {
        Locations.check(location);
        return retry.run(location, job, () -> with(location, session -> session.stat(location)));
    }

    @Override
    public List<Entry> list(String location, JobContext job) throws ProblemException, InterruptedException {
        String bare = location.endsWith("/") ? location.substring(0, location.length() - 1) : location;
        Locations.check(bare);
        return retry.run(bare.isEmpty() ? root() : bare, job, () -> {
            requests.increment();
            return with(bare, session -> listed(session, bare));
        });
    }

    /** Servers without MLSD show times too coarsely, so each file's is asked for. */
    private List<Entry> listed(FtpSession session, String location)
            throws IOException, ProblemException, InterruptedException {
        Optional<List<Entry>> exact = machine ? session.list(location, true) : Optional.empty();
        if (exact.isPresent()) {
            return exact.get();
        }
        machine = false;
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : session.list(location, false).orElseThrow()) {
            boolean file = entry.type() == Entry.Type.FILE;
            entries.add(
                    file
                            ? new Entry(
                                    entry.name(),
                                    entry.type(),
                                    entry.size(),
                                    session.modified(Locations.join(location, entry.name())),
                                    Optional.empty())
                            : entry);
        }
        return entries;
    }

    /** Something to do with a connection. */
    @FunctionalInterface
    private interface Task<T> {
        T run(FtpSession session) throws IOException, ProblemException, InterruptedException;
    }

    /** A refusal leaves the connection usable; anything else does not. */
    private <T> T with(String object, Task<T> task) throws IOException, ProblemException, InterruptedException {
        FtpSession session = sessions.take();
        boolean usable = false;
        try {
            T result = task.run(session);
            usable = true;
            return result;
        } catch (SourceException refused) {
            usable = !refused.passing();
            throw refused;
        } catch (IOException broken) {
            throw FtpFaults.broken(broken, object.isEmpty() ? root() : object);
        } finally {
            if (usable) {
                sessions.give(session);
            } else {
                sessions.drop(session);
            }
        }
    }

    @Override
    public int width(int most) {
        return Math.min(most, sessions.most());
    }

    @Override
    public long requests() {
        return requests.sum();
    }

    @Override
    public long bytesReceived() {
        return bytes.sum();
    }

    @Override
    public void close() {
        sessions.close();
    }

    private static Answer answer(boolean unchanged, long offset, Stat stat, InputStream body) {
        return new Answer(unchanged, offset, stat.size(), stat.validator(), stat.modified(), body);
    }

    private static ProblemException tooLong(Request request, long size) {
        return new ProblemException(Problem.of(
                "upstream.size",
                Problem.Category.REFUSED,
                "object",
                request.location(),
                "size",
                size,
                "limit",
                request.maxBytes()));
    }
}
