package io.tidemark.engine.remote;

import io.tidemark.model.ProblemException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks again and again, on a thread of its own, for as long as somebody wants it. Safe for all threads. */
final class Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration BUSY = Duration.ofMillis(250);
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration UNWANTED = Duration.ofSeconds(15);

    private final Look look;
    private final AtomicBoolean running = new AtomicBoolean();
    private final CountDownLatch first = new CountDownLatch(1);
    private volatile long wanted;

    /** One look. */
    @FunctionalInterface
    interface Look {
        /** Looks; answers whether something is going on. */
        boolean look() throws ProblemException;
    }

    Watch(Look look) {
        this.look = look;
    }

    /** Somebody wants to know, and waits a moment for the first look. */
    void wanted() {
        wanted = System.nanoTime();
        if (running.compareAndSet(false, true)) {
            Thread.ofVirtual().name("watch").start(this::watch);
        }
        try {
            boolean looked = first.await(FIRST.toMillis(), TimeUnit.MILLISECONDS);
            LOG.trace("looked: {}", looked);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try {
            while (System.nanoTime() - wanted < UNWANTED.toNanos()) {
                Thread.sleep(lookOnce() ? BUSY : QUIET);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            running.set(false);
        }
    }

    /** What stands against it is shown with the line; the next look tries again. */
    private boolean lookOnce() {
        try {
            return look.look();
        } catch (ProblemException unreachable) {
            LOG.debug("nothing seen", unreachable);
            return false;
        } finally {
            first.countDown();
        }
    }
}
