package io.tidemark.engine.local;

import io.tidemark.job.JobKeeper;
import io.tidemark.model.JobRecord;
import io.tidemark.model.LogLine;
import io.tidemark.model.ProblemException;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the one job of this process: each change of its state, and now and then how far it is. An end is never written over.
 * Safe for all threads.
 */
final class WorkerKeeper implements JobKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerKeeper.class);

    private final JobArchive archive;
    private final Instant queued;
    private JobRecord last;

    /** A keeper for a job that was asked for at that moment. */
    WorkerKeeper(JobArchive archive, JobRecord order) {
        this.archive = archive;
        this.queued = order.queued();
        this.last = order;
    }

    JobArchive archive() {
        return archive;
    }

    @Override
    public synchronized void changed(JobRecord job) {
        keep(job);
    }

    @Override
    public synchronized void logged(String id, LogLine line) {
        try {
            archive.append(id, line);
        } catch (ProblemException lost) {
            LOG.debug("a line of the log is lost", lost);
        }
    }

    /** How far it is, as seen a moment ago. */
    synchronized void sampled(JobRecord job) {
        if (!last.state().ended() && !job.progress().equals(last.progress())) {
            keep(job);
        }
    }

    private void keep(JobRecord job) {
        last = job;
        try {
            archive.save(asAsked(job), true);
        } catch (ProblemException lost) {
            LOG.warn("the state of job {} could not be kept", job.id(), lost);
        }
    }

    /** Its place in the line is the moment when it was asked for, not when this process began. */
    private JobRecord asAsked(JobRecord job) {
        return new JobRecord(
                job.id(),
                job.plan(),
                job.state(),
                job.actor(),
                queued,
                job.started(),
                job.ended(),
                job.waitsFor(),
                job.progress(),
                job.problem(),
                job.outcome());
    }
}
