package io.tidemark.kind.alpine;

import io.tidemark.job.JobContext;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.source.Answer;
import io.tidemark.source.Entry;
import io.tidemark.source.Request;
import io.tidemark.source.Source;
import io.tidemark.source.SourceException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads small things from an upstream, with what may be missing told apart from what went wrong.
 *
 * @param source the upstream
 * @param branch directory below its root that everything but keys lies in
 * @param job who asks
 */
record Fetch(Source source, String branch, JobContext job) {

    /** A file and the modification time that came with it. */
    record Fetched(byte[] bytes, Optional<Instant> modified) {}

    String location(String path) {
        return branch + "/" + path;
    }

    /** What a person would type to see the file. */
    String shown(String path) {
        String root = source.root();
        return (root.endsWith("/") ? root : root + "/") + location(path);
    }

    /** The whole of a file below the branch, bounded. */
    Fetched file(String path, long most) throws ProblemException, InterruptedException {
        job.checkpoint();
        try (Answer answer = source.open(Request.whole(location(path), most), job)) {
            return new Fetched(answer.body().readAllBytes(), answer.modified());
        } catch (InterruptedIOException cancelled) {
            Thread.interrupted();
            throw new InterruptedException();
        } catch (IOException e) {
            throw SourceException.problem(e, shown(path));
        }
    }

    /** The same, empty when upstream has no such file. */
    Optional<Fetched> fileIfThere(String path, long most) throws ProblemException, InterruptedException {
        try {
            return Optional.of(file(path, most));
        } catch (ProblemException e) {
            if (missing(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Entries of a directory below the branch; empty when upstream has none or shows no listings. */
    Optional<List<Entry>> list(String path) throws ProblemException, InterruptedException {
        job.checkpoint();
        try {
            return Optional.of(source.list(location(path), job));
        } catch (ProblemException e) {
            if (missing(e) || showsNone(e.problem())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Whether a server simply has no listing for us, which is no fault; anything else is one. */
    private static boolean showsNone(Problem problem) {
        String status = problem.args().getOrDefault("status", "");
        boolean forbidden = Set.of("401", "403", "405", "406", "501").contains(status);
        return problem.code().equals("upstream.listing") || (problem.code().equals("upstream.http") && forbidden);
    }

    static boolean missing(ProblemException e) {
        return e.problem().code().equals("upstream.missing");
    }
}
