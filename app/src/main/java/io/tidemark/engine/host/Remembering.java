package io.tidemark.engine.host;

import io.tidemark.engine.repository.Opened;
import io.tidemark.job.JobContext;
import io.tidemark.model.Host;
import io.tidemark.model.Notice;
import io.tidemark.model.ProblemException;
import io.tidemark.store.WriteSession;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes into the journal here what was done there. That it was done does not hang on it. */
record Remembering(Opened repository, Host host, String actor) {

    private static final Logger LOG = LoggerFactory.getLogger(Remembering.class);

    /**
     * A line that a version lies or is shown there.
     *
     * @return a remark if it could not be written
     */
    Optional<Notice> that(String version, String channel, JobContext job) throws InterruptedException {
        try (WriteSession session = repository.store().write("host-publish", actor, job)) {
            session.journalPublished(version, channel, host.name());
            return Optional.empty();
        } catch (ProblemException busy) {
            LOG.info("not journalled here: {}", busy.problem().code());
            return Optional.of(Notice.info("host.not-journalled", "host", host.name()));
        }
    }
}
