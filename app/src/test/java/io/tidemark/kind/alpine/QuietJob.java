package io.tidemark.kind.alpine;

import io.tidemark.job.CpuPool;
import io.tidemark.job.JobContext;
import io.tidemark.job.Progress;
import io.tidemark.model.Phrase;
import io.tidemark.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** A job that runs on the calling thread and says nothing. */
final class QuietJob implements JobContext {

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
    public void log(Severity severity, Phrase phrase) {}

    @Override
    public CpuPool cpu() {
        return new CpuPool() {
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
        };
    }
}
