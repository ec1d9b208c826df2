package io.tidemark.ui;

import java.util.concurrent.atomic.AtomicReference;

/** Work handed to the bridge. Cancelling interrupts it; its answer is then dropped. Safe for all threads. */
public final class Call {

    private final AtomicReference<Thread> worker = new AtomicReference<>();
    private volatile boolean cancelled;

    Call() {}

    /** Stops the work if it still runs; neither answer nor problem arrives any more. */
    public void cancel() {
        cancelled = true;
        Thread running = worker.get();
        if (running != null) {
            running.interrupt();
        }
    }

    /** Whether somebody gave the answer up. */
    public boolean cancelled() {
        return cancelled;
    }

    void began(Thread thread) {
        worker.set(thread);
        if (cancelled) {
            thread.interrupt();
        }
    }

    void finished() {
        worker.set(null);
    }
}
