package io.tidemark.engine.remote;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Steps that time asks for: one at a deadline unless it is kept, or one after another while something lives. */
record Pulse(Thread thread, Duration longest) implements AutoCloseable {

    /** Takes a step after that time unless closed before. */
    static Pulse deadline(Duration longest, Runnable late) {
        return new Pulse(
                start(() -> {
                    Thread.sleep(longest);
                    late.run();
                }),
                longest);
    }

    /** Takes a step again and again. */
    static Pulse beating(Duration pace, Runnable step, BooleanSupplier lives) {
        return new Pulse(
                start(() -> {
                    while (lives.getAsBoolean()) {
                        Thread.sleep(pace);
                        if (lives.getAsBoolean()) {
                            step.run();
                        }
                    }
                }),
                pace);
    }

    private static Thread start(Steps steps) {
        // A step may write to a stream that nobody reads: a thread of its own waits for that, no carrier of others.
        return Thread.ofPlatform().daemon().name("pulse").start(() -> {
            try {
                steps.run();
            } catch (InterruptedException kept) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    @FunctionalInterface
    private interface Steps {
        void run() throws InterruptedException;
    }
}
