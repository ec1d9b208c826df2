package io.tidemark.store;

import io.tidemark.job.CpuPool;
import io.tidemark.job.JobContext;
import io.tidemark.job.MachinePool;
import io.tidemark.job.Progress;
import io.tidemark.model.Phrase;
import io.tidemark.model.Severity;
import java.util.concurrent.atomic.AtomicLong;

/** A job that nobody watches, on a pool as wide as the machine; it may be cancelled at a checkpoint of the test's choice. */
final class TestJob implements JobContext {

    private static final CpuPool CPU = new MachinePool();

    private final Progress progress = new Progress();
    private final AtomicLong left;

    private TestJob(long checkpoints) {
        left = new AtomicLong(checkpoints);
    }

    static TestJob quiet() {
        return new TestJob(Long.MAX_VALUE);
    }

    /** A job that is cancelled when it has passed so many checkpoints. */
    static TestJob cancelledAfter(long checkpoints) {
        return new TestJob(checkpoints);
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public void checkpoint() throws InterruptedException {
        if (Thread.interrupted() || left.getAndDecrement() <= 0) {
            throw new InterruptedException();
        }
    }

    @Override
    public void log(Severity severity, Phrase phrase) {}

    @Override
    public CpuPool cpu() {
        return CPU;
    }
}
