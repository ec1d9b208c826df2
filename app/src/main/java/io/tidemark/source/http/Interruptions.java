package io.tidemark.source.http;

import java.io.IOException;
import java.io.InterruptedIOException;

/** Carries an interruption through code that may only throw {@link IOException}. */
final class Interruptions {

    private Interruptions() {}

    /** The exception to throw; the thread stays marked as interrupted. */
    static IOException noted(Exception cause) {
        Thread.currentThread().interrupt();
        InterruptedIOException noted = new InterruptedIOException("interrupted");
        noted.initCause(cause);
        return noted;
    }
}
