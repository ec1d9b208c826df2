package io.tidemark.engine.image;

import io.tidemark.delta.DeltaPair;
import io.tidemark.job.CpuPool;
import io.tidemark.job.JobContext;
import io.tidemark.job.Progress;
import io.tidemark.model.Phrase;
import io.tidemark.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * The surroundings of one delta that is being made. It has progress of its own; where it is the only one, all processors
 * work on its parts, otherwise it keeps to the thread that it is on.
 */
final class DeltaWorker implements JobContext, CpuPool {

    private final int number;
    private final DeltaPair pair;
    private final JobContext job;
    private final boolean only;
    private final Progress progress = new Progress();
    private volatile boolean stopped;

    DeltaWorker(int number, DeltaPair pair, JobContext job, boolean only) {
        this.only = only;
        this.number = number;
        this.pair = pair;
        this.job = job;
    }

    int number() {
        return number;
    }

    DeltaPair pair() {
        return pair;
    }

    /** Makes it give up at the next occasion. */
    void stop() {
        stopped = true;
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public void checkpoint() throws InterruptedException {
        if (stopped) {
            throw new InterruptedException("the job was stopped");
        }
        job.checkpoint();
    }

    @Override
    public void log(Severity severity, Phrase phrase) {
        job.log(severity, phrase);
    }

    @Override
    public CpuPool cpu() {
        return only ? job.cpu() : this;
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
