package io.tidemark.source;

import io.tidemark.job.JobContext;
import io.tidemark.model.Notice;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * An upstream that rsync reads: a daemon, or a directory of an account reached by SSH. Whole trees are listed and fetched
 * in one go; a single file costs a process and a connection, and lies in a private directory while it is read.
 */
final class RsyncSource implements Source {

    private static final int WIDEST = 2;
    private static final List<String> LISTED =
            List.of("-nltH", "-d", "--info=nonreg1", "--out-format=" + RsyncLine.FORMAT);

    private final RsyncTalk talk;
    private final long bytesPerSecond;
    private final LongAdder requests = new LongAdder();
    private final LongAdder received = new LongAdder();
    private Path nothing;

    RsyncSource(RsyncTalk talk, long bytesPerSecond) {
        this.talk = talk;
        this.bytesPerSecond = bytesPerSecond;
    }

    @Override
    public String root() {
        return talk.url().text();
    }

    @Override
    public Answer open(Request request, JobContext job) throws ProblemException, InterruptedException {
        String location = Locations.check(request.location());
        job.checkpoint();
        if (request.known().isPresent()) {
            Stat now = stat(location, job);
            if (now.validator().equals(request.known())) {
                return new Answer(true, 0, now.size(), now.validator(), now.modified(), InputStream.nullInputStream());
            }
        }
        Path scratch = ScratchPlace.make();
        try {
            return talk.retry().run(location, job, () -> brought(request, scratch, job));
        } catch (ProblemException | InterruptedException | RuntimeException | Error failed) {
            thrownAway(scratch, failed);
            throw failed;
        }
    }

    private Answer brought(Request request, Path scratch, JobContext job)
            throws IOException, ProblemException, InterruptedException {
        requests.increment();
        List<String> words = List.of("-tL", "--chmod=D700,F400", "--max-size=" + Math.max(1, request.maxBytes()) + "B");
        talk.once(new RsyncTalk.Run(words, "", scratch.toString(), List.of(request.location())), line -> {}, job);
        Path file = scratch.resolve(request.location());
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw absent(request, job);
        }
        BasicFileAttributes got = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (got.size() > request.maxBytes()) {
            throw absent(request, job);
        }
        Instant modified =
                Instant.ofEpochSecond(got.lastModifiedTime().toInstant().getEpochSecond());
        Optional<String> validator = Optional.of(validator(got.size(), modified));
        boolean resume = request.validator().equals(validator) && request.offset() <= got.size();
        InputStream body = new RsyncBody(file, scratch, received);
        body.skipNBytes(resume ? request.offset() : 0);
        return new Answer(false, resume ? request.offset() : 0, got.size(), validator, Optional.of(modified), body);
    }

    /** Nothing came although nothing failed: it is no file, or longer than it may be. */
    private ProblemException absent(Request request, JobContext job) throws ProblemException, InterruptedException {
        long size = stat(request.location(), job).size();
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

    @Override
    public Stat stat(String location, JobContext job) throws ProblemException, InterruptedException {
        Locations.check(location);
        List<String> words = List.of("-ntL", "-d", "--info=nonreg1", "--out-format=" + RsyncLine.FORMAT);
        List<BulkFetch.Item> found = listed(words, "", List.of(location), job);
        Entry entry = found.stream()
                .filter(item -> item.path().equals(location))
                .findFirst()
                .orElseThrow(() -> missing(location))
                .entry();
        return switch (entry.type()) {
            case FILE -> {
                Instant modified = entry.modified().orElse(Instant.EPOCH);
                yield new Stat(entry.size(), Optional.of(validator(entry.size(), modified)), entry.modified());
            }
            case DIRECTORY, SYMLINK -> throw missing(location);
            case SPECIAL ->
                throw new ProblemException(
                        Problem.of("upstream.special", Problem.Category.REFUSED, "object", location));
        };
    }

    @Override
    public List<Entry> list(String location, JobContext job) throws ProblemException, InterruptedException {
        String bare = location.endsWith("/") ? location.substring(0, location.length() - 1) : location;
        return listed(LISTED, Locations.check(bare), List.of(), job).stream()
                .map(BulkFetch.Item::entry)
                .toList();
    }

    private List<BulkFetch.Item> listed(List<String> words, String from, List<String> names, JobContext job)
            throws ProblemException, InterruptedException {
        job.checkpoint();
        RsyncTalk.Run run = new RsyncTalk.Run(words, from, nothing().toString(), names);
        return talk.retry().run(from.isEmpty() ? root() : from, job, () -> {
            requests.increment();
            RsyncListing listing = new RsyncListing(from);
            talk.once(run, listing, job);
            return listing.items();
        });
    }

    @Override
    public List<String> parts(JobContext job) throws ProblemException, InterruptedException {
        return talk.url().lacksModule() ? talk.retry().run(root(), job, () -> talk.modules(job)) : List.of();
    }

    @Override
    public Optional<BulkFetch> bulk() throws ProblemException {
        return Optional.of(new RsyncBulk(talk, nothing(), bytesPerSecond, requests, received));
    }

    @Override
    public List<Notice> remarks() throws InterruptedException {
        return talk.remarks();
    }

    /** A process for each file: more than a few at once would only crowd the daemon. */
    @Override
    public int width(int most) {
        return Math.min(WIDEST, most);
    }

    @Override
    public long requests() {
        return requests.sum();
    }

    @Override
    public long bytesReceived() {
        return received.sum();
    }

    @Override
    public synchronized void close() {
        if (nothing != null) {
            thrownAway(nothing, new IllegalStateException());
            nothing = null;
        }
    }

    private synchronized Path nothing() throws ProblemException {
        if (nothing == null) {
            nothing = ScratchPlace.make();
        }
        return nothing;
    }

    private static void thrownAway(Path scratch, Throwable failure) {
        try {
            ScratchPlace.remove(scratch);
        } catch (IOException left) {
            failure.addSuppressed(left);
        }
    }

    /** Size and time by the second: all that rsync lists of a file. */
    private static String validator(long size, Instant modified) {
        return "\"" + Long.toHexString(modified.getEpochSecond()) + "-" + Long.toHexString(size) + "\"";
    }

    private static ProblemException missing(String location) {
        return new ProblemException(Problem.of("upstream.missing", Problem.Category.UNREACHABLE, "object", location));
    }
}
