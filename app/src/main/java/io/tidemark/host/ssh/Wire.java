package io.tidemark.host.ssh;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * The bytes between us and a host: a socket, or a channel through another host.
 *
 * @param in what the host sends, greeting first
 * @param out what we send
 * @param end ends it in good order, and what carries it stays
 * @param cut ends it from any thread at once, without waiting for anybody, and what carries it too
 */
record Wire(InputStream in, OutputStream out, Runnable end, Runnable cut) {

    /** The same with a greeting that is bounded. */
    static Wire of(InputStream in, OutputStream out, Runnable end, Runnable cut) {
        return new Wire(new Greeting(in), out, end, cut);
    }
}
