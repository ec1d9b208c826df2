package io.tidemark.delta;

import io.tidemark.job.CpuPool;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

/** Runs tasks on the pool and passes their failures on as what they are. */
final class Parallel {

    private Parallel() {}

    static <T> List<T> all(CpuPool pool, List<? extends Callable<? extends T>> tasks)
            throws ProblemException, IOException, InterruptedException {
        try {
            return pool.all(tasks);
        } catch (ProblemException | IOException | InterruptedException | RuntimeException known) {
            throw known;
        } catch (Exception other) {
            throw new IllegalStateException(other);
        }
    }
}
