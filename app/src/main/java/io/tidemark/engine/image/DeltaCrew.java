package io.tidemark.engine.image;

import io.tidemark.delta.DeltaPair;
import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.util.List;

/** Has deltas made by a pool of workers that others can watch and widen. */
record DeltaCrew(RunningWorkers running, DeltaSettings settings, JobContext job) {

    /**
     * Makes them all.
     *
     * @param root the repository that they belong to
     * @param missing in the order in which they are begun
     * @param finished those that an earlier run finished
     */
    void make(Path root, List<DeltaPair> missing, List<DeltaPair> finished, DeltaWorkers.Work work)
            throws ProblemException, InterruptedException {
        job.progress().phase("deltas", missing.size(), -1);
        int width = settings.workers() > 0 ? settings.workers() : job.cpu().width();
        DeltaWorkers workers = new DeltaWorkers(width, finished, job);
        running.show(root, workers);
        try {
            workers.make(missing, (pair, worker) -> {
                work.make(pair, worker);
                job.progress().file();
            });
        } finally {
            running.hide(root);
        }
    }
}
