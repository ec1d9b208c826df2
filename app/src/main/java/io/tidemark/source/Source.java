package io.tidemark.source;

import io.tidemark.job.JobContext;
import io.tidemark.model.Notice;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * One upstream tree that can be read from many threads at once. Retries, rate limit, deadlines and sizes are applied
 * inside. Locations are paths below the upstream's root, not percent-encoded, checked never to leave it.
 */
public interface Source extends AutoCloseable {

    /** The upstream's root as people wrote it. */
    String root();

    /**
     * Reads one file from {@code request.offset()} on. The caller closes the answer. A body that breaks off is resumed
     * inside; when that fails it throws a {@link SourceException}, or an {@link java.io.InterruptedIOException} in an
     * interrupted thread, which stays marked.
     *
     * @throws ProblemException {@code upstream.missing} if there is no such file, {@code upstream.unreachable},
     *     {@code upstream.timeout}, {@code upstream.http} …
     */
    Answer open(Request request, JobContext job) throws ProblemException, InterruptedException;

    /** The whole of a small file; refused beyond {@code maxBytes}. */
    default byte[] read(String location, long maxBytes, JobContext job) throws ProblemException, InterruptedException {
        try (Answer answer = open(Request.whole(location, maxBytes), job)) {
            return answer.body().readAllBytes();
        } catch (IOException broken) {
            throw SourceException.problem(broken, location);
        }
    }

    /** Size, validator and time of one file, without its bytes where the source can do that. */
    default Stat stat(String location, JobContext job) throws ProblemException, InterruptedException {
        try (Answer answer = open(Request.whole(location, Long.MAX_VALUE), job)) {
            return new Stat(answer.size(), answer.validator(), answer.modified());
        } catch (IOException onClose) {
            throw new ProblemException(
                    Problem.of("upstream.unreachable", Problem.Category.UNREACHABLE, "object", location), onClose);
        }
    }

    /** Entries of one directory, in no particular order. */
    List<Entry> list(String location, JobContext job) throws ProblemException, InterruptedException;

    /** What it can do in one go, if that is more than file by file. */
    default Optional<BulkFetch> bulk() throws ProblemException {
        return Optional.empty();
    }

    /** What people should know of the means by which it is read. */
    default List<Notice> remarks() throws InterruptedException {
        return List.of();
    }

    /** How many requests are worth making at once now, at most {@code most}: it rises while answers are waited for. */
    default int width(int most) {
        return most;
    }

    /** Parts among which an address leaves the choice, modules of a daemon; none where it says all. */
    default List<String> parts(JobContext job) throws ProblemException, InterruptedException {
        return List.of();
    }

    /** Requests made so far; local sources count file opens. */
    long requests();

    /** Bytes received so far. */
    long bytesReceived();

    @Override
    void close();
}
