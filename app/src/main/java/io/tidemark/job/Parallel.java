package io.tidemark.job;

import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

/** Runs tasks on a pool and passes their failures on as what they are. */
public final class Parallel {

    private Parallel() {}

    /** As {@link CpuPool#all}, of tasks that fail as work on files does; another checked exception is a mistake. */
    public static <T> List<T> all(CpuPool pool, List<? extends Callable<? extends T>> tasks)
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
