package io.tidemark.job;

import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Some threads that work off a list together, for work that waits: requests to an upstream, calls to the disk. They are
 * platform threads, because a call to the disk would hold the carrier of a virtual one, and a few threads that read from a
 * socket are cheaper than a poller that hands each answer on. The first failure stops the others and is thrown as it was;
 * interrupting the caller stops all. Returns only when all have stopped.
 */
public final class Crew {

    private Crew() {}

    /** What one worker does with one item. */
    @FunctionalInterface
    public interface Task<T> {
        /** Does it; blocks. */
        void run(T item) throws ProblemException, InterruptedException;
    }

    /**
     * Works off the items in order, at most {@code width} at once.
     *
     * @throws ProblemException the first failure
     */
    public static <T> void all(int width, List<T> items, Task<? super T> task)
            throws ProblemException, InterruptedException {
        if (items.isEmpty()) {
            return;
        }
        Shift<T> shift = new Shift<>(items.iterator(), task);
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < Math.clamp(items.size(), 1, Math.max(1, width)); i++) {
            workers.add(Thread.ofPlatform().daemon().name("tidemark-crew-" + i).unstarted(shift));
        }
        shift.workers = List.copyOf(workers);
        workers.forEach(Thread::start);
        boolean interrupted = joined(workers);
        shift.rethrow();
        if (interrupted) {
            throw new InterruptedException();
        }
    }

    /** Waits for all; when interrupted passes that on and goes on waiting. */
    private static boolean joined(List<Thread> workers) {
        boolean interrupted = false;
        for (Thread worker : workers) {
            while (worker.isAlive()) {
                try {
                    worker.join();
                } catch (InterruptedException cancelled) {
                    interrupted = true;
                    workers.forEach(Thread::interrupt);
                }
            }
        }
        return interrupted;
    }

    private static final class Shift<T> implements Runnable {
        private final Iterator<T> items;
        private final Task<? super T> task;
        private final AtomicReference<Throwable> failure = new AtomicReference<>();
        private volatile List<Thread> workers = List.of();

        Shift(Iterator<T> items, Task<? super T> task) {
            this.items = items;
            this.task = task;
        }

        @Override
        public void run() {
            try {
                for (T item = next(); item != null; item = next()) {
                    task.run(item);
                }
            } catch (ProblemException | InterruptedException | RuntimeException | Error e) {
                if (failure.compareAndSet(null, e)) {
                    workers.forEach(Thread::interrupt);
                }
            }
        }

        private T next() {
            synchronized (items) {
                return failure.get() == null && items.hasNext() ? items.next() : null;
            }
        }

        void rethrow() throws ProblemException, InterruptedException {
            switch (failure.get()) {
                case null -> {}
                case ProblemException problem -> throw problem;
                case InterruptedException cancelled -> throw cancelled;
                case RuntimeException bug -> throw bug;
                case Error error -> throw error;
                case Throwable other -> throw new IllegalStateException(other);
            }
        }
    }
}
