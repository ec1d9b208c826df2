package io.tidemark.source;

import java.time.Duration;

/**
 * A token bucket over all connections of an upstream: at most this many bytes in a second on average, at most a quarter
 * of a second's worth at once.
 */
final class RateLimit {

    private static final double NANOS = 1e9;

    private final long bytesPerSecond;
    private final Pause pause;
    private double tokens;
    private long filled = System.nanoTime();

    /** A limit, 0 for none. */
    RateLimit(long bytesPerSecond, Pause pause) {
        this.bytesPerSecond = bytesPerSecond;
        this.pause = pause;
    }

    /** How many bytes may be read in one go. */
    int portion(int wanted) {
        return bytesPerSecond <= 0 ? wanted : Math.clamp(bytesPerSecond / 8, 1, wanted);
    }

    /** Counts bytes that were read, and waits until they are paid for. */
    void spend(long bytes) throws InterruptedException {
        if (bytesPerSecond > 0) {
            Duration debt = take(bytes);
            if (debt.isPositive()) {
                pause.of(debt);
            }
        }
    }

    private synchronized Duration take(long bytes) {
        long now = System.nanoTime();
        tokens = Math.min(bytesPerSecond / 4.0, tokens + (now - filled) / NANOS * bytesPerSecond) - bytes;
        filled = now;
        return tokens >= 0 ? Duration.ZERO : Duration.ofNanos((long) (-tokens / bytesPerSecond * NANOS));
    }
}
