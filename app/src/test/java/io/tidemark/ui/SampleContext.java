package io.tidemark.ui;

import io.tidemark.job.CpuPool;
import io.tidemark.job.JobContext;
import io.tidemark.job.Progress;
import io.tidemark.model.Phrase;
import io.tidemark.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** A job context that never pauses, writes no log, and has one processor: the calling thread. */
public final class SampleContext implements JobContext {

    private final Progress progress = new Progress();

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
    public void log(Severity severity, Phrase phrase) {
        progress.file();
    }

    @Override
    public CpuPool cpu() {
        return new OneProcessor();
    }

    private static final class OneProcessor implements CpuPool {

        @Override
        public int width() {
            return 1;
        }

        @Override
        public <T> List<T> all(List<? extends Callable<? extends T>> tasks) throws Exception {
            List<T> results = new ArrayList<>();
            for (Callable<? extends T> task : tasks) {
                results.add(task.call());
            }
            return results;
        }
    }
}
