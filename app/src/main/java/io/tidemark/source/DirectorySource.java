package io.tidemark.source;

import io.tidemark.job.JobContext;
import io.tidemark.model.EntryPath;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** An upstream that is a directory on this machine. Links are followed only as long as they stay inside. */
final class DirectorySource implements Source {

    private final String root;
    private final Path base;
    private final RateLimit rate;
    private final LongAdder opened = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    DirectorySource(String root, Path base, RateLimit rate) {
        this.root = root;
        this.base = base;
        this.rate = rate;
    }

    @Override
    public String root() {
        return root;
    }

    @Override
    public Answer open(Request request, JobContext job) throws ProblemException, InterruptedException {
        job.checkpoint();
        Path file = inside(request.location());
        opened.increment();
        try {
            BasicFileAttributes now = attributes(file, request.location());
            String validator = FileBody.validator(now);
            if (request.known().filter(validator::equals).isPresent()) {
                return answer(true, 0, now, InputStream.nullInputStream());
            }
            boolean resume =
                    request.validator().filter(validator::equals).isPresent() && request.offset() <= now.size();
            long offset = resume ? request.offset() : 0;
            if (now.size() - offset > request.maxBytes()) {
                throw tooLong(request, now.size());
            }
            return answer(false, offset, now, new FileBody(file, now, offset, new FileBody.Meter(bytes, rate)));
        } catch (IOException error) {
            throw unreadable(request.location(), error);
        }
    }

    @Override
    public byte[] read(String location, long maxBytes, JobContext job) throws ProblemException, InterruptedException {
        try (Answer answer = open(Request.whole(location, maxBytes), job)) {
            return answer.body().readAllBytes();
        } catch (IOException error) {
            throw unreadable(location, error);
        }
    }

    @Override
    public List<Entry> list(String location, JobContext job) throws ProblemException, InterruptedException {
        job.checkpoint();
        String bare = location.endsWith("/") ? location.substring(0, location.length() - 1) : location;
        Path directory = inside(bare);
        opened.increment();
        try (Stream<Path> names = Files.list(directory)) {
            List<Entry> entries = new ArrayList<>();
            for (Path path : (Iterable<Path>) names::iterator) {
                entries.add(entry(path));
            }
            return entries;
        } catch (IOException error) {
            throw unreadable(location.isEmpty() ? root : location, error);
        }
    }

    @Override
    public long requests() {
        return opened.sum();
    }

    @Override
    public long bytesReceived() {
        return bytes.sum();
    }

    @Override
    public void close() {
        // Nothing stays open between calls.
    }

    /** The real path of a location; refused when it leads out of the root, by itself or through a link. */
    private Path inside(String location) throws ProblemException, InterruptedException {
        Locations.check(location);
        try {
            Path real = base.resolve(location).toRealPath();
            if (!real.startsWith(base.toRealPath())) {
                throw new ProblemException(
                        Problem.of("upstream.location", Problem.Category.REFUSED, "object", location));
            }
            return real;
        } catch (IOException error) {
            throw unreadable(location.isEmpty() ? root : location, error);
        }
    }

    private static BasicFileAttributes attributes(Path file, String location) throws IOException, ProblemException {
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile()) {
            String code = attributes.isDirectory() ? "upstream.missing" : "upstream.special";
            throw new ProblemException(Problem.of(
                    code,
                    attributes.isDirectory() ? Problem.Category.UNREACHABLE : Problem.Category.REFUSED,
                    "object",
                    location));
        }
        return attributes;
    }

    private static Answer answer(boolean unchanged, long offset, BasicFileAttributes now, InputStream body) {
        return new Answer(
                unchanged,
                offset,
                now.size(),
                Optional.of(FileBody.validator(now)),
                Optional.of(now.lastModifiedTime().toInstant()),
                body);
    }

    private Entry entry(Path path) throws IOException, ProblemException {
        String name = path.getFileName().toString();
        if (!Locations.validName(name) || name.indexOf('\ufffd') >= 0) {
            throw new ProblemException(Problem.of(
                    "upstream.name",
                    Problem.Category.REFUSED,
                    "object",
                    EntryPath.of(name).text(),
                    "directory",
                    path.getParent()));
        }
        BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Optional<String> target = found.isSymbolicLink()
                ? Optional.of(Files.readSymbolicLink(path).toString())
                : Optional.empty();
        long size = found.isRegularFile() ? found.size() : -1;
        return new Entry(
                name, type(found), size, Optional.of(found.lastModifiedTime().toInstant()), target);
    }

    private static Entry.Type type(BasicFileAttributes found) {
        if (found.isSymbolicLink()) {
            return Entry.Type.SYMLINK;
        } else if (found.isDirectory()) {
            return Entry.Type.DIRECTORY;
        }
        return found.isRegularFile() ? Entry.Type.FILE : Entry.Type.SPECIAL;
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

    private static ProblemException unreadable(String location, IOException error) throws InterruptedException {
        String code =
                switch (error) {
                    case NoSuchFileException gone -> "upstream.missing";
                    case NotDirectoryException file -> "upstream.missing";
                    case AccessDeniedException denied -> "upstream.denied";
                    case SourceException known -> "";
                    case InterruptedIOException cancelled -> "";
                    default -> "upstream.unreadable";
                };
        return code.isEmpty()
                ? SourceException.problem(error, location)
                : new ProblemException(
                        Problem.of(code, Problem.Category.UNREACHABLE, "object", location)
                                .with(error.toString()),
                        error);
    }
}
