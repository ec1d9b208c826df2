package io.tidemark.kind.alpine;

import io.tidemark.job.JobContext;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.source.Answer;
import io.tidemark.source.Entry;
import io.tidemark.source.Request;
import io.tidemark.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** An upstream in a directory, as plain as a test needs it; can look like HTTP, where links are directories. */
final class DirectorySource implements Source {

    private final Path root;
    private final boolean listings;
    private final boolean links;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    DirectorySource(Path root) {
        this(root, true, true);
    }

    DirectorySource(Path root, boolean listings, boolean links) {
        this.root = root;
        this.listings = listings;
        this.links = links;
    }

    @Override
    public String root() {
        return root.toUri().toString();
    }

    @Override
    public Answer open(Request request, JobContext job) throws ProblemException {
        requests.incrementAndGet();
        Path file = root.resolve(request.location());
        if (!Files.isRegularFile(file)) {
            throw missing(request.location());
        }
        try {
            if (Files.size(file) > request.maxBytes()) {
                throw new ProblemException(
                        Problem.of("upstream.size", Problem.Category.REFUSED, "object", request.location()));
            }
            bytes.addAndGet(Files.size(file));
            InputStream body = Files.newInputStream(file);
            return new Answer(false, 0, Files.size(file), Optional.empty(), Optional.of(modified(file)), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] read(String location, long maxBytes, JobContext job) throws ProblemException {
        try (Answer answer = open(Request.whole(location, maxBytes), job)) {
            return answer.body().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Entry> list(String location, JobContext job) throws ProblemException {
        requests.incrementAndGet();
        Path directory = root.resolve(location);
        if (!listings || !Files.isDirectory(directory)) {
            throw missing(location);
        }
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                entries.add(entry(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    private Entry entry(Path file) throws IOException {
        boolean link = links && Files.isSymbolicLink(file);
        Optional<String> target =
                link ? Optional.of(Files.readSymbolicLink(file).toString()) : Optional.empty();
        boolean directory = link ? Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) : Files.isDirectory(file);
        long size = directory || link ? -1 : Files.size(file);
        Entry.Type type = link ? Entry.Type.SYMLINK : directory ? Entry.Type.DIRECTORY : Entry.Type.FILE;
        return new Entry(file.getFileName().toString(), type, size, Optional.of(modified(file)), target);
    }

    private static Instant modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant();
    }

    private static ProblemException missing(String location) {
        return new ProblemException(Problem.of("upstream.missing", Problem.Category.UNREACHABLE, "object", location));
    }

    @Override
    public long requests() {
        return requests.get();
    }

    @Override
    public long bytesReceived() {
        return bytes.get();
    }

    @Override
    public void close() {}
}
