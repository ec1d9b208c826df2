package io.tidemark.source.http;

import io.tidemark.model.Problem;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/**
 * The clock of one socket: by when the current step must be over, who waits for it, and why it was cut.
 */
final class Line {

    private enum Cut {
        NO,
        LATE,
        INTERRUPTED
    }

    private final Socket socket;
    private volatile long deadline;
    private volatile Thread waiting;
    private volatile Cut cut = Cut.NO;

    Line(Socket socket) {
        this.socket = socket;
    }

    /** The calling thread is about to wait; it must be over within this time. */
    void expect(Duration within) {
        deadline = System.nanoTime() + within.toNanos();
        waiting = Thread.currentThread();
    }

    /** Nobody waits at the moment. */
    void rest() {
        waiting = null;
    }

    /** Called by the watchdog. */
    void inspect(long now) {
        Thread thread = waiting;
        if (thread == null || cut != Cut.NO) {
            return;
        }
        if (thread.isInterrupted()) {
            cut(Cut.INTERRUPTED);
        } else if (now - deadline > 0) {
            cut(Cut.LATE);
        }
    }

    /** Closes the socket, whatever state it is in. */
    void close() {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // Nothing is left to do with a socket that cannot be closed.
        }
    }

    /** What an I/O error on this line means: our own cut, or the other side's fault. */
    IOException explain(IOException error, HttpUrl url, String step) {
        if (error instanceof HttpFault) {
            return error;
        } else if (cut == Cut.INTERRUPTED || Thread.currentThread().isInterrupted()) {
            return Interruptions.noted(error);
        } else if (cut == Cut.LATE) {
            return HttpFault.passing(
                    Problem.of("upstream.timeout", Problem.Category.UNREACHABLE, "object", url, "step", step), error);
        }
        return Faults.broken(error, url);
    }

    private void cut(Cut why) {
        cut = why;
        close();
    }
}
