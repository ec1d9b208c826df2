package io.tidemark.engine.image;

import io.tidemark.delta.DeltaPair;
import io.tidemark.job.JobContext;
import io.tidemark.job.LowPriority;
import io.tidemark.model.ProblemException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * A pool of workers that make deltas, each one at a time, at low priority. Its width can be changed while it works: a wider
 * pool begins more at once, a narrower one lets workers finish what they have. Pausing and cancelling the job pauses and
 * cancels them. The first failure ends all. Safe for all threads.
 */
final class DeltaWorkers {

    private static final long LOOK_MILLIS = 50;

    private final JobContext job;
    private final Deque<DeltaPair> waiting = new ArrayDeque<>();
    private final List<DeltaWorker> busy = new ArrayList<>();
    private final List<DeltaPair> made;
    private final List<Thread> threads = new ArrayList<>();
    private Work work;
    private int width;
    private int numbers;
    private Exception failure;
    private boolean stopped;
    private boolean only;

    /** What a worker does with one pair. */
    @FunctionalInterface
    interface Work {
        void make(DeltaPair pair, JobContext worker) throws Exception;
    }

    /** Workers who have nothing to do yet; some pairs were finished before. */
    DeltaWorkers(int width, List<DeltaPair> finished, JobContext job) {
        this.job = job;
        made = new ArrayList<>(finished);
        this.width = Math.max(1, width);
    }

    /** How many deltas may be made at once from now on, at least one. */
    synchronized void width(int wanted) {
        width = Math.max(1, wanted);
        begin();
    }

    /** How many deltas may be made at once. */
    synchronized int width() {
        return width;
    }

    /** Pairs that nobody has begun. */
    synchronized List<DeltaPair> waiting() {
        return List.copyOf(waiting);
    }

    /** Pairs that are finished, those of an earlier run first. */
    synchronized List<DeltaPair> made() {
        return List.copyOf(made);
    }

    /** Those that are being made, in the order in which they were begun. */
    synchronized List<DeltaWorker> busy() {
        return busy.stream()
                .sorted(Comparator.comparingInt(DeltaWorker::number))
                .toList();
    }

    /** Makes all; returns when the last one is made. */
    void make(List<DeltaPair> pairs, Work task) throws ProblemException, InterruptedException {
        start(pairs, task);
        try {
            while (!finished()) {
                job.checkpoint();
            }
        } finally {
            stop();
        }
        rethrow();
    }

    private synchronized void start(List<DeltaPair> pairs, Work task) {
        waiting.addAll(pairs);
        only = pairs.size() == 1;
        work = task;
        begin();
    }

    private synchronized boolean finished() throws InterruptedException {
        if (failure != null || waiting.isEmpty() && busy.isEmpty()) {
            return true;
        }
        wait(LOOK_MILLIS);
        return false;
    }

    private void begin() {
        while (work != null && !stopped && busy.size() < width && !waiting.isEmpty()) {
            DeltaWorker worker = new DeltaWorker(numbers++, waiting.removeFirst(), job, only);
            busy.add(worker);
            Thread thread = Thread.ofPlatform()
                    .daemon()
                    .name("delta-" + worker.number())
                    .unstarted(() -> run(worker));
            threads.add(thread);
            thread.start();
        }
    }

    private void run(DeltaWorker worker) {
        Exception failed = null;
        try {
            LowPriority.here();
            work.make(worker.pair(), worker);
        } catch (Exception e) {
            failed = e;
        }
        done(worker, failed);
    }

    private synchronized void done(DeltaWorker worker, Exception failed) {
        busy.remove(worker);
        threads.remove(Thread.currentThread());
        if (failed == null) {
            made.add(worker.pair());
        } else if (failure == null && !stopped) {
            failure = failed;
        }
        if (failure == null) {
            begin();
        }
        notifyAll();
    }

    private void stop() throws InterruptedException {
        List<Thread> left;
        synchronized (this) {
            stopped = true;
            waiting.clear();
            left = List.copyOf(threads);
            busy.forEach(DeltaWorker::stop);
        }
        boolean interrupted = Thread.interrupted();
        for (Thread thread : left) {
            thread.join();
        }
        if (interrupted) {
            throw new InterruptedException();
        }
    }

    private void rethrow() throws ProblemException, InterruptedException {
        switch (failure) {
            case null -> {}
            case ProblemException problem -> throw problem;
            case InterruptedException interrupted -> throw interrupted;
            case RuntimeException bug -> throw bug;
            case Exception other -> throw new IllegalStateException(other);
        }
    }
}
