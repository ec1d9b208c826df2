package io.tidemark.source.http;

import io.tidemark.model.TransferSettings;
import java.time.Duration;

/**
 * Bounds of one upstream's traffic.
 *
 * @param connections exchanges open at once
 * @param silence longest wait for look-up, connect, handshake, a complete head, or the next byte of a body
 * @param slowest bytes per second that a body must bring on average over {@code silence}
 */
public record Limits(int connections, Duration silence, long slowest) {

    /** Bounds for these settings; a body slower than 512 bytes per second is a drip, not a slow line. */
    public static Limits of(TransferSettings settings) {
        return new Limits(
                Math.clamp(settings.connections(), 1, 64),
                Duration.ofSeconds(Math.max(1, settings.timeoutSeconds())),
                512);
    }
}
