package io.tidemark.store;

import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

/**
 * Work for the pool of a job, with the exceptions of this package. The pool gives up on the rest when one task fails;
 * here nothing returns before every task that began has ended, because what they work with is closed afterwards.
 */
final class Parallel {

    private int running;
    private boolean over;

    private Parallel() {}

    /** Runs all tasks and gives their results in order; the first failure is thrown as it was. */
    static <T> List<T> all(JobContext job, List<Callable<T>> tasks) throws ProblemException, InterruptedException {
        Parallel parallel = new Parallel();
        List<Callable<T>> guarded =
                tasks.stream().map(task -> parallel.guarded(task)).collect(Collectors.toList());
        try {
            return job.cpu().all(guarded);
        } catch (ProblemException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            parallel.end();
        }
    }

    private <T> Callable<T> guarded(Callable<T> task) {
        return () -> {
            begin();
            try {
                return task.call();
            } finally {
                ended();
            }
        };
    }

    private synchronized void begin() {
        if (over) {
            throw new CancellationException();
        }
        running++;
    }

    private synchronized void ended() {
        running--;
        notifyAll();
    }

    private synchronized void end() {
        over = true;
        boolean interrupted = false;
        while (running > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
