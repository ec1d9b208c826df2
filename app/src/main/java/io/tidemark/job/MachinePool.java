package io.tidemark.job;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The pool of this machine: as many platform threads as it has processors, shared by all jobs, made when first used. Threads
 * without work for half a minute end, so that a pool that nobody closes costs nothing.
 */
public final class MachinePool implements CpuPool, AutoCloseable {

    private static final long IDLE_SECONDS = 30;

    private final int width;
    private final ExecutorService threads;

    /** A pool as wide as the machine. */
    public MachinePool() {
        this(Runtime.getRuntime().availableProcessors());
    }

    /** A pool of a given width, at least 1. */
    public MachinePool(int width) {
        ThreadFactory factory = Thread.ofPlatform().daemon().name("cpu-", 0).factory();
        this.width = Math.max(1, width);
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                this.width, this.width, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
        pool.allowCoreThreadTimeOut(true);
        this.threads = pool;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public <T> List<T> all(List<? extends Callable<? extends T>> tasks) throws Exception {
        ExecutorCompletionService<T> done = new ExecutorCompletionService<>(threads);
        List<Future<T>> futures = new ArrayList<>(tasks.size());
        try {
            for (Callable<? extends T> task : tasks) {
                futures.add(done.submit(task::call));
            }
            for (int i = 0; i < futures.size(); i++) {
                done.take().get();
            }
            return results(futures);
        } catch (ExecutionException failed) {
            throw cause(failed);
        } finally {
            futures.forEach(future -> future.cancel(true));
        }
    }

    private static <T> List<T> results(List<Future<T>> futures) {
        return futures.stream().map(Future::resultNow).toList();
    }

    private static Exception cause(ExecutionException failed) {
        return switch (failed.getCause()) {
            case Exception exception -> exception;
            case Error error -> throw error;
            case Throwable other -> new IllegalStateException(other);
        };
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
