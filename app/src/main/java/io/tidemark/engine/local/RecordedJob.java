package io.tidemark.engine.local;

import io.tidemark.engine.repository.Ground;
import io.tidemark.job.CpuPool;
import io.tidemark.job.JobContext;
import io.tidemark.job.JobKeeper;
import io.tidemark.job.Progress;
import io.tidemark.model.JobRecord;
import io.tidemark.model.JobState;
import io.tidemark.model.LogLine;
import io.tidemark.model.Outcome;
import io.tidemark.model.Phrase;
import io.tidemark.model.Plan;
import io.tidemark.model.Problem;
import io.tidemark.model.Severity;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A job on somebody's own thread: what is said goes to its own context and is kept as well. Safe for all threads. */
final class RecordedJob implements JobContext {

    private static final long PACE_NANOS = 2_000_000_000L;

    private final String id = JobIds.fresh();
    private final Plan plan;
    private final Ground ground;
    private final JobKeeper keeper;
    private final JobContext inner;
    private final Instant started;
    private final AtomicLong lines = new AtomicLong();
    private final AtomicLong kept = new AtomicLong(System.nanoTime());

    RecordedJob(Plan plan, Ground ground, JobKeeper keeper, JobContext inner) {
        this.plan = plan;
        this.ground = ground;
        this.keeper = keeper;
        this.inner = inner;
        this.started = ground.clock().instant();
    }

    String id() {
        return id;
    }

    void begin() {
        keep(JobState.RUNNING, Optional.empty(), Optional.empty());
    }

    void done(Outcome outcome) {
        keep(JobState.DONE, Optional.empty(), Optional.of(outcome));
    }

    void failed(Problem problem) {
        keep(JobState.FAILED, Optional.of(problem), Optional.empty());
    }

    void cancelled() {
        keep(JobState.CANCELLED, Optional.empty(), Optional.empty());
    }

    @Override
    public Progress progress() {
        return inner.progress();
    }

    @Override
    public void checkpoint() throws InterruptedException {
        inner.checkpoint();
        long last = kept.get();
        if (System.nanoTime() - last > PACE_NANOS && kept.compareAndSet(last, System.nanoTime())) {
            keep(JobState.RUNNING, Optional.empty(), Optional.empty());
        }
    }

    @Override
    public void log(Severity severity, Phrase phrase) {
        inner.log(severity, phrase);
        keeper.logged(id, new LogLine(lines.incrementAndGet(), ground.clock().instant(), severity, phrase));
    }

    @Override
    public CpuPool cpu() {
        return inner.cpu();
    }

    private void keep(JobState state, Optional<Problem> problem, Optional<Outcome> outcome) {
        keeper.changed(new JobRecord(
                id,
                plan,
                state,
                ground.actor(),
                started,
                Optional.of(started),
                state.ended() ? Optional.of(ground.clock().instant()) : Optional.empty(),
                Optional.empty(),
                inner.progress().sample(),
                problem,
                outcome));
    }
}
