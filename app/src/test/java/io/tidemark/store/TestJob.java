package io.tidemark.store;

import io.tidemark.job.CpuPool;
import io.tidemark.job.JobContext;
import io.tidemark.job.MachinePool;
import io.tidemark.job.Progress;
import io.tidemark.model.Phrase;
import io.tidemark.model.Severity;

/** A job that nobody watches and nobody cancels, on a pool as wide as the machine. */
final class TestJob implements JobContext {

    private final Progress progress = new Progress();
    private final CpuPool cpu = new MachinePool();

    static TestJob quiet() {
        return new TestJob();
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public void checkpoint() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    @Override
    public void log(Severity severity, Phrase phrase) {}

    @Override
    public CpuPool cpu() {
        return cpu;
    }
}
