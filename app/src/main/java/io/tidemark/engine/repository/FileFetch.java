package io.tidemark.engine.repository;

import io.tidemark.job.JobContext;
import io.tidemark.kind.ContentCheck;
import io.tidemark.kind.RepositoryKind;
import io.tidemark.kind.WantedFile;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.source.Answer;
import io.tidemark.source.Request;
import io.tidemark.source.Source;
import io.tidemark.source.SourceException;
import io.tidemark.store.Staging;
import io.tidemark.store.StreamProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Brings one file into staging: bytes pass the kind's check on their way, once. What an earlier attempt left is gone on
 * from, if upstream still has the same file. Safe for all threads.
 */
public final class FileFetch {

    private static final int BUFFER = 128 * 1024;

    /** Up to this a file is checked in memory and written whole; fetching it again costs less than keeping part of it. */
    private static final int SMALL = 1 << 20;

    private static final long LARGEST_UNKNOWN = 64L << 30;

    private final RepositoryKind kind;
    private final Staging staging;
    private final JobContext job;

    /** Fetches for one staged version. */
    public FileFetch(RepositoryKind kind, Staging staging, JobContext job) {
        this.kind = kind;
        this.staging = staging;
        this.job = job;
    }

    /** Fetches from upstream. */
    public void from(Source source, WantedFile file) throws ProblemException, InterruptedException {
        if (isSmall(file)) {
            whole(source, file);
        } else {
            inParts(source, file);
        }
        job.progress().file();
    }

    private static boolean isSmall(WantedFile file) {
        return file.size() >= 0 && file.size() <= SMALL;
    }

    private void whole(Source source, WantedFile file) throws ProblemException, InterruptedException {
        try (Answer answer = source.open(Request.whole(file.location(), file.size()), job)) {
            requireSize(file, answer.size());
            whole(answer.body(), file);
        } catch (IOException closing) {
            throw SourceException.problem(closing, file.location());
        }
    }

    /** One byte more than promised is asked for, so that a longer file shows. */
    private void whole(InputStream in, WantedFile file) throws ProblemException, InterruptedException {
        byte[] content = new byte[(int) file.size() + 1];
        ContentCheck check = kind.check(file);
        int length = 0;
        for (int got = read(in, content, 0, file); got > 0; got = read(in, content, length, file)) {
            check.update(content, length, got);
            length += got;
            job.progress().bytes(got);
            job.checkpoint();
        }
        check.finish();
        requireSize(file, length);
        put(file, content, length);
    }

    private void put(WantedFile file, byte[] content, int length) throws ProblemException {
        staging.put(file.path(), file.identity(), new Staging.Content(content, length, file.modified()));
    }

    private void inParts(Source source, WantedFile file) throws ProblemException, InterruptedException {
        try (Staging.Part part = staging.begin(file.path(), file.identity())) {
            boolean resumed = part.length() > 0 && part.validator().isPresent();
            try {
                fetch(source, file, part, resumed);
            } catch (ProblemException failed) {
                if (!resumed || !Moved.is(failed)) {
                    throw failed;
                }
                fetch(source, file, part, false);
            }
        }
    }

    /** Takes over a file that lies in a directory; false if it is not there or not the wanted one. */
    public boolean local(Path tree, WantedFile file) throws ProblemException, InterruptedException {
        Path path = tree.resolve(file.path());
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            if (isSmall(file)) {
                whole(in, file);
            } else {
                inPart(in, file);
            }
            job.progress().file();
            return true;
        } catch (ProblemException failed) {
            if (Moved.is(failed)) {
                return false;
            }
            throw failed;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Takes over a file that a delivery brought, read once and checked like any other. */
    public void delivered(Staging.Delivery delivery, WantedFile file) throws ProblemException, InterruptedException {
        if (!Files.isRegularFile(delivery.place().resolve(file.location()), LinkOption.NOFOLLOW_LINKS)) {
            throw new ProblemException(
                    Problem.of("upstream.missing", Problem.Category.UNREACHABLE, "object", file.location()));
        }
        delivery.take(file.location(), file.path(), file.identity(), path -> digest(path, file));
        job.progress().file();
    }

    private String digest(Path path, WantedFile file) throws ProblemException, InterruptedException {
        ContentCheck check = kind.check(file);
        MessageDigest digest = sha256();
        byte[] buffer = buffer(file);
        long length = 0;
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                check.update(buffer, 0, got);
                digest.update(buffer, 0, got);
                length += got;
                job.checkpoint();
            }
        } catch (IOException unreadable) {
            throw storage(unreadable);
        }
        check.finish();
        requireSize(file, length);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Writes what the survey holds already. */
    public void given(WantedFile file) throws ProblemException, InterruptedException {
        if (file.linkTarget().isPresent()) {
            staging.link(file.path(), file.linkTarget().get());
        } else {
            byte[] content = file.content().orElseThrow();
            ContentCheck check = kind.check(file);
            check.update(content, 0, content.length);
            check.finish();
            put(file, content, content.length);
        }
        job.progress().file();
    }

    private void inPart(InputStream in, WantedFile file) throws ProblemException, InterruptedException {
        try (Staging.Part part = staging.begin(file.path(), file.identity())) {
            part.restart();
            copy(in, file, part, kind.check(file), Optional.empty());
        }
    }

    private void fetch(Source source, WantedFile file, Staging.Part part, boolean resume)
            throws ProblemException, InterruptedException {
        ContentCheck check = kind.check(file);
        long offset = resume ? part.length() : 0;
        Optional<String> validator = resume ? part.validator() : Optional.empty();
        long most = file.size() >= 0 ? file.size() : LARGEST_UNKNOWN;
        Request request = new Request(file.location(), offset, validator, Optional.empty(), most);
        try (Answer answer = source.open(request, job)) {
            requireSize(file, answer.size());
            if (resume && answer.offset() == offset) {
                again(part, check);
            } else {
                part.restart();
            }
            copy(answer.body(), file, part, check, answer.validator());
        } catch (IOException closing) {
            throw SourceException.problem(closing, file.location());
        }
    }

    private static void requireSize(WantedFile file, long size) throws ProblemException {
        if (file.size() >= 0 && size >= 0 && size != file.size()) {
            throw new ProblemException(Problem.of(
                    Moved.LENGTH,
                    Problem.Category.REFUSED,
                    "object",
                    file.location(),
                    "size",
                    size,
                    "limit",
                    file.size()));
        }
    }

    private void again(Staging.Part part, ContentCheck check) throws ProblemException, InterruptedException {
        try (InputStream in = part.existing()) {
            byte[] buffer = new byte[BUFFER];
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                check.update(buffer, 0, got);
                job.progress().bytes(got);
                job.checkpoint();
            }
        } catch (IOException unreadable) {
            throw storage(unreadable);
        }
    }

    private void copy(
            InputStream in, WantedFile file, Staging.Part part, ContentCheck check, Optional<String> validator)
            throws ProblemException, InterruptedException {
        byte[] buffer = buffer(file);
        try (OutputStream out = part.append(validator)) {
            for (int got = read(in, buffer, 0, file); got >= 0; got = read(in, buffer, 0, file)) {
                check.update(buffer, 0, got);
                out.write(buffer, 0, got);
                job.progress().bytes(got);
                job.checkpoint();
            }
        } catch (IOException disk) {
            throw storage(disk);
        }
        finish(file, part, check);
    }

    /** Most files are small; clearing a large buffer for each would cost more than filling it. */
    private static byte[] buffer(WantedFile file) {
        return new byte[file.size() < 0 ? BUFFER : Math.clamp(file.size() + 1, 1, BUFFER)];
    }

    private static ProblemException storage(IOException failed) throws InterruptedException {
        return failed instanceof StreamProblem known
                ? known.problem()
                : SourceException.problem(failed, failed.getMessage());
    }

    private static int read(InputStream in, byte[] buffer, int from, WantedFile file)
            throws ProblemException, InterruptedException {
        try {
            return in.read(buffer, from, buffer.length - from);
        } catch (InterruptedIOException cancelled) {
            Thread.interrupted();
            throw new InterruptedException();
        } catch (IOException broken) {
            throw SourceException.problem(broken, file.location());
        }
    }

    /** Bytes that are not what was promised are of no use to the next attempt either. */
    private static void finish(WantedFile file, Staging.Part part, ContentCheck check) throws ProblemException {
        try {
            check.finish();
        } catch (ProblemException wrong) {
            part.restart();
            throw wrong;
        }
        part.commit(file.modified());
    }
}
