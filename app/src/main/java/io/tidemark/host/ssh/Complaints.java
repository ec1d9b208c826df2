package io.tidemark.host.ssh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;

/**
 * The beginning of what a command says on standard error. All of it is read, because what is not read there would stop
 * the output too: both share one window (RFC 4254 section 5.2).
 */
final class Complaints {

    private static final int MOST = 1 << 16;
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final int CHUNK = 1 << 14;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    private final Thread reader;

    private Complaints(InputStream errors) {
        reader = Thread.ofVirtual().name("ssh-complaints").start(() -> read(errors));
    }

    /** Reads a stream on a thread of its own until it ends. */
    static Complaints of(InputStream errors) {
        return new Complaints(errors);
    }

    /** Waits until nothing more comes; both streams of a command end together, so that is soon after its output ended. */
    Complaints whole() throws InterruptedException {
        reader.join(SOON);
        return this;
    }

    /** What was kept so far, each line escaped. */
    String text() {
        String all;
        synchronized (kept) {
            all = kept.toString(StandardCharsets.UTF_8);
        }
        return all.strip().lines().map(Shown::text).collect(Collectors.joining("\n"));
    }

    private void read(InputStream errors) {
        byte[] chunk = new byte[CHUNK];
        try {
            for (int got = errors.read(chunk); got >= 0; got = errors.read(chunk)) {
                keep(chunk, got);
            }
        } catch (IOException ended) {
            // What was said before stays.
        }
    }

    private void keep(byte[] chunk, int length) {
        synchronized (kept) {
            kept.write(chunk, 0, Math.min(length, MOST - kept.size()));
        }
    }
}
