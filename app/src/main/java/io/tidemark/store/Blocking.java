package io.tidemark.store;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.IntSupplier;

/** Keeps native calls that take long off the carriers of virtual threads. */
final class Blocking {

    private Blocking() {}

    /** Runs the call on a platform thread: on this one if it is one. An interrupt is kept for later. */
    static int call(IntSupplier call) {
        return Thread.currentThread().isVirtual() ? elsewhere(call) : call.getAsInt();
    }

    private static int elsewhere(IntSupplier call) {
        FutureTask<Integer> task = new FutureTask<>(call::getAsInt);
        Thread.ofPlatform().daemon().name("tidemark-disk").start(task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
