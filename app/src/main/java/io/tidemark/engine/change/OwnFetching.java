package io.tidemark.engine.change;

import io.tidemark.job.JobContext;
import io.tidemark.kind.OwnFetch;
import io.tidemark.model.Notice;
import io.tidemark.model.ProblemException;
import io.tidemark.store.Staging;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Lets a kind whose upstream speaks to its own program only bring the rest of a staged version. */
final class OwnFetching {

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
            staging.bring(path, file, identity, read -> BootDigests.sha256(read, job), job);
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
    }
}
