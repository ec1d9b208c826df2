package io.tidemark.store;

import io.tidemark.job.CpuPool;
import io.tidemark.job.JobContext;
import io.tidemark.job.Progress;
import io.tidemark.model.Phrase;
import io.tidemark.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Stands for a job where a call was given none: nobody watches, and all is done on the calling thread. */
final class Alone implements JobContext, CpuPool {

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
        // There is no log that anybody could read.
    }

    @Override
    public CpuPool cpu() {
        return this;
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public <T> List<T> all(List<? extends Callable<? extends T>> tasks) throws Exception {
        List<T> results = new ArrayList<>(tasks.size());
        for (Callable<? extends T> task : tasks) {
            results.add(task.call());
        }
        return results;
    }
}
