package io.tidemark.host.ssh;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends what takes too long by cutting the wire: sshj's own timeouts bound neither a host that is silent before its
 * greeting nor one that sends a byte now and then. One for each connection; safe for all threads.
 */
final class Watchdog implements AutoCloseable {

    private final ScheduledThreadPoolExecutor clock;
    private final Runnable cut;
    private volatile Step missed;

    /** Watches over one connection; {@code cut} closes its socket, must not wait and may be called more than once. */
    Watchdog(Runnable cut) {
        this.cut = cut;
        clock = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("ssh-deadline").factory());
        clock.setRemoveOnCancelPolicy(true);
    }

    /** Begins a step; closing the guard in time ends it. On a connection that was closed nothing can begin. */
    Guard begin(Step step, Duration limit) {
        try {
            Future<?> bark = clock.schedule(() -> miss(step), limit.toMillis(), TimeUnit.MILLISECONDS);
            return () -> bark.cancel(false);
        } catch (RejectedExecutionException closed) {
            cut.run();
            return () -> {};
        }
    }

    /** The first step that was not done in time. */
    Optional<Step> missed() {
        return Optional.ofNullable(missed);
    }

    /** Nothing is watched any more. */
    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void miss(Step step) {
        if (missed == null) {
            missed = step;
        }
        cut.run();
    }

    /** A step under way. */
    interface Guard extends AutoCloseable {
        @Override
        void close();
    }
}
