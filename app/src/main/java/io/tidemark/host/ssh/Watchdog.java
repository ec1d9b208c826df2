package io.tidemark.host.ssh;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends what takes too long by cutting the wire: sshj's own timeouts bound neither a host that is silent before its
 * greeting nor one that sends a byte now and then. Looks four times a second, because steps begin and end thousands of times
 * a second and must cost nothing. One for each connection; safe for all threads.
 */
final class Watchdog implements AutoCloseable {

    private static final long EVERY = 250;
    /** For so long a step may take to notice that its wire was cut, in nanoseconds. */
    private static final long GRACE = 2_000_000_000;

    private final Set<Guard> running = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor clock;
    private final Runnable cut;
    private volatile Step missed;

    /** Watches over one connection; {@code cut} closes its socket, must not wait and may be called more than once. */
    Watchdog(Runnable cut) {
        this.cut = cut;
        clock = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("ssh-deadline").factory());
        clock.scheduleWithFixedDelay(this::look, EVERY, EVERY, TimeUnit.MILLISECONDS);
    }

    /** Begins a step; closing the guard in time ends it. On a connection that was closed nothing can begin. */
    Guard begin(Step step, Duration limit) {
        Guard guard = new Guard(step, System.nanoTime() + limit.toNanos());
        running.add(guard);
        if (clock.isShutdown()) {
            cut.run();
        }
        return guard;
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

    private void look() {
        long now = System.nanoTime();
        for (Guard guard : running) {
            if (now - guard.end > 0) {
                missed = missed == null ? guard.step : missed;
                cut.run();
            }
            if (now - guard.end > GRACE) {
                guard.shake();
            }
        }
    }

    /** A step under way. */
    final class Guard implements AutoCloseable {

        private final Step step;
        private final long end;
        private final Thread thread = Thread.currentThread();
        private boolean closed;
        private boolean shaken;

        private Guard(Step step, long end) {
            this.step = step;
            this.end = end;
        }

        /**
         * A wait that began in the moment in which sshj's reader died is told of nothing any more, and would last for as
         * long as sshj waits: the thread is woken up.
         */
        private synchronized void shake() {
            if (!closed && !shaken) {
                shaken = true;
                thread.interrupt();
            }
        }

        /** Ends the step; a thread that the watchdog woke up is not interrupted by that, which would mean a person. */
        @Override
        public synchronized void close() {
            closed = true;
            running.remove(this);
            if (shaken && Thread.currentThread() == thread) {
                Thread.interrupted();
            }
        }
    }
}
