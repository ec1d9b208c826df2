package io.tidemark.source.http;

import java.util.concurrent.Semaphore;

/**
 * Places for exchanges that are open at once. There are two to begin with, and more, up to the limit, while exchanges
 * mostly wait: a server a few microseconds away gains nothing from eight connections and the machine loses by them, one
 * that is 20 ms away gains eight times.
 */
final class Places {

    private static final int FIRST = 2;
    private static final double LONG_WAIT = 2e6;
    private static final double SHORT_WAIT = 1e6;
    private static final double WEIGHT = 0.2;

    private final int most;
    private final Semaphore free;
    private int size;
    private double wait = -1;

    Places(int most) {
        this.most = most;
        this.size = Math.min(FIRST, most);
        this.free = new Semaphore(size);
    }

    synchronized int size() {
        return size;
    }

    void enter() throws InterruptedException {
        free.acquire();
    }

    /** Leaves without having learnt anything. */
    void leave() {
        free.release();
    }

    /** Leaves after an exchange that waited so many nanoseconds for the server. */
    void leave(long nanos) {
        free.release(permits(nanos));
    }

    /** Two when there is to be a place more, none when there is to be one less. */
    private synchronized int permits(long nanos) {
        wait = wait < 0 ? nanos : wait + WEIGHT * (nanos - wait);
        if (wait > LONG_WAIT && size < most) {
            size++;
            return 2;
        } else if (wait < SHORT_WAIT && size > FIRST) {
            size--;
            return 0;
        }
        return 1;
    }
}
