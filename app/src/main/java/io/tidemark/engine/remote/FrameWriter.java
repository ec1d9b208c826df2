package io.tidemark.engine.remote;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Puts records on a stream, each whole. Safe for all threads. */
final class FrameWriter {

    private final OutputStream out;

    FrameWriter(OutputStream out) {
        this.out = out;
    }

    /** A line that is no record, before the first one. */
    synchronized void line(String text) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    synchronized void write(Frame frame) throws IOException {
        String head = frame.kind() + " " + frame.id() + " " + frame.body().length + " " + frame.name() + "\n";
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[start.length + frame.body().length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(frame.body(), 0, whole, start.length, frame.body().length);
        out.write(whole);
        out.flush();
    }
}
