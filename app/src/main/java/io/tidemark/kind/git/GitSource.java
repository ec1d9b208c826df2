package io.tidemark.kind.git;

import io.tidemark.job.JobContext;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.TransferSettings;
import io.tidemark.program.Git;
import io.tidemark.source.Answer;
import io.tidemark.source.Entry;
import io.tidemark.source.Request;
import io.tidemark.source.Source;
import io.tidemark.source.Userinfo;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A git repository somewhere, as far as it can be read without its objects: one file, {@link #OFFERS}, that says what it
 * offers. Safe for all threads.
 */
final class GitSource implements Source {

    /** What {@code git ls-remote --symref} answers. */
    static final String OFFERS = "offers";

    /** Schemes that git reads by itself; the short form of ssh; a path. */
    private static final Predicate<String> ADDRESS = Pattern.compile("(?i)(https?|git|ssh|file)://[^\\p{Cntrl}"
                    + " ]+|[A-Za-z0-9][A-Za-z0-9._-]*@?[A-Za-z0-9.-]*:[^:\\p{Cntrl}"
                    + " ][^\\p{Cntrl}]*|/[^\\p{Cntrl}]*")
            .asMatchPredicate();

    private static final Predicate<String> OTHER_SCHEME = Pattern.compile(
                    "(?i)(?!(https?|git|ssh|file)://)[a-z][a-z0-9+.-]*:(//|:).*")
            .asMatchPredicate();

    private final Git git;
    private final String url;
    private final TransferSettings settings;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong received = new AtomicLong();

    private GitSource(Git git, String url, TransferSettings settings) {
        this.git = git;
        this.url = url;
        this.settings = settings;
    }

    /**
     * Opens an address; nothing is contacted.
     *
     * @throws ProblemException {@code git.url} if git would read something else from it than an address; {@code
     *     upstream.password} if it has a password in it
     */
    static GitSource open(Git git, String url, TransferSettings settings) throws ProblemException {
        Userinfo.requireNoPassword(url);
        if (!ADDRESS.test(url) || OTHER_SCHEME.test(url)) {
            throw new ProblemException(Problem.of("git.url", Problem.Category.USAGE, "object", url));
        }
        return new GitSource(git, url, settings);
    }

    @Override
    public String root() {
        return url;
    }

    @Override
    public Answer open(Request request, JobContext job) throws ProblemException, InterruptedException {
        byte[] content = read(request.location(), request.maxBytes(), job);
        return new Answer(
                false, 0, content.length, Optional.empty(), Optional.empty(), new ByteArrayInputStream(content));
    }

    @Override
    public byte[] read(String location, long maxBytes, JobContext job) throws ProblemException, InterruptedException {
        if (!location.equals(OFFERS)) {
            throw new ProblemException(
                    Problem.of("upstream.missing", Problem.Category.UNREACHABLE, "object", url + " " + location));
        }
        requests.incrementAndGet();
        byte[] answer = git.offers(url, settings, job).getBytes(StandardCharsets.ISO_8859_1);
        received.addAndGet(answer.length);
        if (answer.length > maxBytes) {
            throw new ProblemException(Problem.of(
                    "upstream.size",
                    Problem.Category.REFUSED,
                    "object",
                    url,
                    "size",
                    answer.length,
                    "limit",
                    maxBytes));
        }
        return answer;
    }

    @Override
    public List<Entry> list(String location, JobContext job) {
        return List.of(new Entry(OFFERS, Entry.Type.FILE, -1, Optional.empty(), Optional.empty()));
    }

    @Override
    public long requests() {
        return requests.get();
    }

    @Override
    public long bytesReceived() {
        return received.get();
    }

    @Override
    public void close() {
        // Each run of git ends by itself.
    }
}
