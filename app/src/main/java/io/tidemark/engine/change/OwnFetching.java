package io.tidemark.engine.change;

import io.tidemark.job.JobContext;
import io.tidemark.kind.OwnFetch;
import io.tidemark.model.Notice;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.store.Staging;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Lets a kind whose upstream speaks to its own program only bring the rest of a staged version. */
final class OwnFetching {

    private static final int BUFFER = 128 * 1024;

    private final Making making;
    private final Staging staging;
    private final JobContext job;

    OwnFetching(Making making, Staging staging, JobContext job) {
        this.making = making;
        this.staging = staging;
        this.job = job;
    }

    /** Brings it; nothing happens where the files of the survey are all there is. */
    List<Notice> run() throws ProblemException, InterruptedException {
        Optional<OwnFetch> fetch = making.repository().kind().fetch();
        if (fetch.isEmpty()) {
            return List.of();
        }
        job.progress().phase("fetch", -1, -1);
        OwnFetch.Order order = new OwnFetch.Order(
                making.repository().config(),
                making.survey(),
                making.base().tree(),
                staging.tree(),
                staging.scratch(),
                making.terms().overrides());
        return fetch.get().fetch(order, new Into(), job);
    }

    private final class Into implements OwnFetch.Sink {

        @Override
        public void file(String path, Path file) throws ProblemException, InterruptedException {
            String identity = "own:" + path;
            staging.bring(path, file, identity, this::sha256, job);
            job.progress().file();
        }

        @Override
        public void content(String path, byte[] content) throws ProblemException {
            staging.put(path, "", new Staging.Content(content, content.length, Optional.empty()));
        }

        @Override
        public void directory(String path) throws ProblemException {
            staging.directory(path);
        }

        private String sha256(Path file) throws InterruptedException, ProblemException {
            try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                byte[] buffer = new byte[BUFFER];
                for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                    digest.update(buffer, 0, got);
                    job.progress().bytes(got);
                    job.checkpoint();
                }
                return HexFormat.of().formatHex(digest.digest());
            } catch (IOException unreadable) {
                Problem problem = Problem.of("store.io", Problem.Category.STORAGE, "object", file, "path", file);
                throw new ProblemException(problem.with(unreadable.toString()), unreadable);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
