package io.tidemark.engine.local;

import io.tidemark.model.JobRecord;
import io.tidemark.model.JobState;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job on its way into the process that was started for it. */
record Handover(JobArchive archive, Process worker) {

    private static final Logger LOG = LoggerFactory.getLogger(Handover.class);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration PACE = Duration.ofMillis(20);

    /**
     * Waits until the process has taken the job, and answers how it stands then.
     *
     * @throws ProblemException {@code job.worker} if the process ended without taking it
     */
    JobRecord of(JobRecord order) throws ProblemException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!archive.taken(order.id()) && worker.isAlive() && System.nanoTime() < end && pause()) {
            LOG.trace("job {} waits for its process", order.id());
        }
        if (!archive.taken(order.id()) && !worker.isAlive()) {
            archive.save(lost(order), false);
        }
        return archive.get(order.id()).orElse(order);
    }

    /** Whoever is interrupted need not wait: the job goes on. */
    private static boolean pause() {
        try {
            Thread.sleep(PACE);
            return true;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private JobRecord lost(JobRecord order) {
        Problem problem = Problem.of(
                        "job.worker",
                        Problem.Category.BUG,
                        "object",
                        order.plan().operation().dir())
                .with("exit " + worker.exitValue());
        return new JobRecord(
                order.id(),
                order.plan(),
                JobState.FAILED,
                order.actor(),
                order.queued(),
                Optional.empty(),
                Optional.of(order.queued()),
                Optional.empty(),
                order.progress(),
                Optional.of(problem),
                Optional.empty());
    }
}
