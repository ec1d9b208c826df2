package io.tidemark.job;

import io.tidemark.model.ProblemException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;

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
        all(() -> width, items, task);
    }

    /**
     * The same with a width that may change; it is asked after each item, and workers come and go with it. Nobody waits
     * for a turn: waking a thread for each item would cost as much as a small request.
     */
    public static <T> void all(IntSupplier width, List<T> items, Task<? super T> task)
            throws ProblemException, InterruptedException {
        if (!items.isEmpty()) {
            Shift<T> shift = new Shift<>(items.iterator(), task, width);
            shift.widen();
            boolean interrupted = shift.join();
            shift.rethrow();
            if (interrupted) {
                throw new InterruptedException();
            }
        }
    }

    private static final class Shift<T> implements Runnable {
        private final Iterator<T> items;
        private final Task<? super T> task;
        private final IntSupplier width;
        private final Set<Thread> workers = new HashSet<>();
        private Throwable failure;
        private int started;

        Shift(Iterator<T> items, Task<? super T> task, IntSupplier width) {
            this.items = items;
            this.task = task;
            this.width = width;
        }

        /** Starts as many workers as there is room and work for. */
        synchronized void widen() {
            while (workers.size() < Math.max(1, width.getAsInt()) && items.hasNext() && failure == null) {
                Thread worker = Thread.ofPlatform()
                        .daemon()
                        .name("tidemark-crew-" + started++)
                        .unstarted(this);
                workers.add(worker);
                worker.start();
            }
        }

        @Override
        public void run() {
            try {
                for (T item = next(true); item != null; item = next(false)) {
                    task.run(item);
                }
            } catch (ProblemException | InterruptedException | RuntimeException | Error e) {
                fail(e);
            } finally {
                leave();
            }
        }

        /** The next item for this worker; none when all are done, or when there are more workers than wanted. */
        private synchronized T next(boolean fresh) {
            if (!fresh) {
                widen();
            }
            boolean spare = !fresh && workers.size() > Math.max(1, width.getAsInt());
            if (spare) {
                workers.remove(Thread.currentThread());
            }
            return !spare && failure == null && items.hasNext() ? items.next() : null;
        }

        private synchronized void fail(Throwable cause) {
            if (failure == null) {
                failure = cause;
                workers.forEach(Thread::interrupt);
            }
        }

        private synchronized void leave() {
            workers.remove(Thread.currentThread());
            notifyAll();
        }

        /** Waits until all have left; when interrupted passes that on and goes on waiting. */
        synchronized boolean join() {
            boolean interrupted = false;
            while (!workers.isEmpty()) {
                try {
                    wait();
                } catch (InterruptedException cancelled) {
                    interrupted = true;
                    failure = failure == null ? cancelled : failure;
                    workers.forEach(Thread::interrupt);
                }
            }
            return interrupted;
        }

        synchronized void rethrow() throws ProblemException, InterruptedException {
            switch (failure) {
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
