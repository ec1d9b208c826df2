package io.tidemark.store;

import io.tidemark.model.ProblemException;
import java.io.OutputStream;

/** A file being written from a position on, buffered; {@link #close} writes what is left and closes the file. */
final class FileOutput extends OutputStream {

    private final OpenFile file;
    private final byte[] buffer = new byte[Scratch.BUFFER];
    private int filled;
    private long at;
    private boolean closed;

    FileOutput(OpenFile file, long at) {
        this.file = file;
        this.at = at;
    }

    @Override
    public void write(int b) throws StreamProblem {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws StreamProblem {
        if (length > buffer.length - filled) {
            flush();
        }
        if (length > buffer.length) {
            put(from, offset, length);
        } else {
            System.arraycopy(from, offset, buffer, filled, length);
            filled += length;
        }
    }

    @Override
    public void flush() throws StreamProblem {
        int length = filled;
        filled = 0;
        put(buffer, 0, length);
    }

    private void put(byte[] from, int offset, int length) throws StreamProblem {
        try {
            file.write(from, offset, length, at);
            at += length;
        } catch (ProblemException e) {
            throw new StreamProblem(e);
        }
    }

    @Override
    public void close() throws StreamProblem {
        if (!closed) {
            closed = true;
            try (file) {
                flush();
            }
        }
    }
}
