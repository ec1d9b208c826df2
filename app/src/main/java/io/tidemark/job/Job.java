package io.tidemark.job;

import io.tidemark.model.JobRecord;
import io.tidemark.model.JobState;
import io.tidemark.model.LogLine;
import io.tidemark.model.Outcome;
import io.tidemark.model.Phrase;
import io.tidemark.model.Problem;
import io.tidemark.model.ProgressSample;
import io.tidemark.model.Severity;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One job: its state, and what its work may ask of its surroundings. Safe for all threads. */
final class Job implements JobContext {

    private final JobOrder order;
    private final CpuPool cpu;
    private final Clock clock;
    private final JobKeeper keeper;
    private final Progress progress = new Progress();
    private final LogRing log;
    private final Instant queued;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private JobState state = JobState.QUEUED;
    private Optional<Instant> started = Optional.empty();
    private Optional<Instant> ended = Optional.empty();
    private Optional<Problem> problem = Optional.empty();
    private Optional<Outcome> outcome = Optional.empty();
    private ProgressSample last = ProgressSample.none();
    private Thread worker;
    private boolean cancelled;

    Job(JobOrder order, CpuPool cpu, Clock clock, JobKeeper keeper) {
        this.order = order;
        this.cpu = cpu;
        this.clock = clock;
        this.keeper = keeper;
        this.log = new LogRing(clock);
        this.queued = clock.instant();
    }

    JobOrder order() {
        return order;
    }

    JobState state() {
        return locked(() -> state);
    }

    /** How it stands now. */
    JobRecord record(Optional<String> waitsFor) {
        return locked(() -> new JobRecord(
                order.id(),
                order.plan(),
                state,
                order.actor(),
                queued,
                started,
                ended,
                state == JobState.QUEUED ? waitsFor : Optional.empty(),
                state.ended() ? last : progress.sample(),
                problem,
                outcome));
    }

    List<LogLine> log(long after) {
        return log.after(after);
    }

    /** The thread that will do the work; interrupted at once if the job was cancelled before. */
    void takenBy(Thread thread) {
        locked(() -> {
            worker = thread;
            if (cancelled) {
                thread.interrupt();
            }
            return true;
        });
    }

    void begin() {
        change(() -> {
            state = JobState.RUNNING;
            started = Optional.of(clock.instant());
        });
    }

    void done(Outcome result) {
        change(() -> {
            outcome = Optional.of(result);
            end(JobState.DONE);
        });
    }

    void failed(Problem cause) {
        change(() -> {
            problem = Optional.of(cause);
            end(JobState.FAILED);
        });
    }

    void stopped() {
        change(() -> end(JobState.CANCELLED));
    }

    void cancel() {
        locked(() -> {
            cancelled = true;
            if (worker != null && !state.ended()) {
                worker.interrupt();
            }
            return true;
        });
    }

    void pause() {
        change(() -> {
            if (state == JobState.RUNNING) {
                state = JobState.PAUSED;
            }
        });
    }

    /** Lets it go on; false if it was not paused. */
    boolean goOn() {
        boolean[] paused = new boolean[1];
        change(() -> {
            paused[0] = state == JobState.PAUSED;
            if (paused[0]) {
                state = JobState.RUNNING;
            }
        });
        return paused[0];
    }

    void await() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!state.ended()) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public void checkpoint() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (state == JobState.PAUSED) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void log(Severity severity, Phrase phrase) {
        keeper.logged(order.id(), log.add(severity, phrase));
    }

    @Override
    public CpuPool cpu() {
        return cpu;
    }

    private void end(JobState how) {
        last = progress.sample();
        state = how;
        ended = Optional.of(clock.instant());
        worker = null;
    }

    private void change(Runnable step) {
        locked(() -> {
            step.run();
            keeper.changed(record(Optional.empty()));
            changed.signalAll();
            return true;
        });
    }

    private <T> T locked(java.util.function.Supplier<T> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }
}
