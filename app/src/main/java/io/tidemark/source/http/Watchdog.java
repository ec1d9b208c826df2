package io.tidemark.source.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Cuts connections whose deadline has passed or whose reader was interrupted. It looks five times a second while there
 * is anything to look at, and its thread ends soon after the last exchange did. Closing the socket is the one thing
 * that ends every blocking call on it, inside TLS as well.
 */
final class Watchdog {

    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int IDLE_TICKS = 10;

    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private Thread thread;

    /** Looks after a line from now on. */
    void watch(Line line) {
        lines.add(line);
        synchronized (this) {
            if (thread == null) {
                thread = Thread.ofPlatform().daemon().name("tidemark-watchdog").start(this::run);
            }
        }
    }

    /** Forgets a line. */
    void leave(Line line) {
        lines.remove(line);
    }

    private void run() {
        int idle = 0;
        while (idle < IDLE_TICKS || !retire()) {
            LockSupport.parkNanos(TICK);
            long now = System.nanoTime();
            idle = lines.isEmpty() ? idle + 1 : 0;
            lines.forEach(line -> line.inspect(now));
        }
    }

    private synchronized boolean retire() {
        if (lines.isEmpty()) {
            thread = null;
        }
        return thread == null;
    }
}
