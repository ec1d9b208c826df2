package io.tidemark.engine.remote;

import io.tidemark.engine.Connections;
import io.tidemark.engine.Connections.Connection;
import io.tidemark.job.JobContext;
import io.tidemark.model.JobRecord;
import io.tidemark.model.LogLine;
import io.tidemark.model.Outcome;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.time.Duration;
import java.util.function.Supplier;

/** Shows a job of another machine to somebody here: its progress, its log, and at last how it ended. */
final class Following {

    private static final Duration PACE = Duration.ofMillis(200);

    private final FarJobs jobs;
    private final Supplier<Connection> line;
    private final JobContext job;
    private long lastLine;

    Following(FarJobs jobs, Supplier<Connection> line, JobContext job) {
        this.jobs = jobs;
        this.line = line;
        this.job = job;
    }

    /**
     * Follows it to its end.
     *
     * @throws ProblemException why it failed; {@code far.goes-on} if somebody stopped following, {@code far.cut} if the line
     *     did not come back: in both cases the job goes on
     */
    Outcome follow(JobRecord started) throws ProblemException, InterruptedException {
        job.log("far.started", "id", started.id());
        Pulse news = Pulse.beating(PACE, new LineNews(line, job), () -> true);
        try {
            return toEnd(started);
        } catch (InterruptedException leaving) {
            throw new ProblemException(goesOn(started), leaving);
        } finally {
            news.close();
        }
    }

    private Outcome toEnd(JobRecord started) throws ProblemException, InterruptedException {
        JobRecord now = started;
        while (!now.state().ended()) {
            show(now);
            Thread.sleep(PACE);
            now = jobs.look(started.id());
        }
        show(now);
        return outcome(now);
    }

    private void show(JobRecord now) throws ProblemException {
        job.progress().show(now.progress());
        for (LogLine line : jobs.log(now.id(), lastLine)) {
            job.log(line.severity(), line.phrase());
            lastLine = line.number();
        }
    }

    private static Outcome outcome(JobRecord ended) throws ProblemException {
        return switch (ended.state()) {
            case DONE -> ended.outcome().orElseThrow(() -> new ProblemException(lost(ended)));
            case FAILED -> throw new ProblemException(ended.problem().orElseGet(() -> lost(ended)));
            case CANCELLED -> throw new ProblemException(of("far.cancelled", Problem.Category.CANCELLED, ended));
            case INTERRUPTED, QUEUED, RUNNING, PAUSED -> throw new ProblemException(lost(ended));
        };
    }

    private static Problem goesOn(JobRecord job) {
        return of("far.goes-on", Problem.Category.CANCELLED, job).in(Problem.State.UNKNOWN);
    }

    private static Problem lost(JobRecord job) {
        return of("far.interrupted", Problem.Category.UNREACHABLE, job).in(Problem.State.STAGING_KEPT);
    }

    private static Problem of(String code, Problem.Category category, JobRecord job) {
        return Problem.of(
                code,
                category,
                "object",
                String.join(" ", job.plan().command()),
                "dir",
                job.plan().operation().dir(),
                "id",
                job.id());
    }

    /** Says when the line is cut and when it is there again. */
    private static final class LineNews implements Runnable {

        private final Supplier<Connection> line;
        private final JobContext job;
        private Connections.State last = Connections.State.CONNECTED;

        LineNews(Supplier<Connection> line, JobContext job) {
            this.line = line;
            this.job = job;
        }

        @Override
        public void run() {
            Connection now = line.get();
            if (now.state() != last) {
                last = now.state();
                if (last == Connections.State.CUT) {
                    job.log("far.line.cut", "server", now.server());
                } else if (last == Connections.State.CONNECTED) {
                    job.log("far.line.back", "server", now.server());
                }
            }
        }
    }
}
