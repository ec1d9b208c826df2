package io.tidemark.store;

import io.tidemark.model.ProblemException;
import java.io.InputStream;

/** The bytes of an open file as a stream, from its start or a position; closing it closes the file. */
final class FileInput extends InputStream {

    private final OpenFile file;
    private long at;

    FileInput(OpenFile file) {
        this.file = file;
    }

    @Override
    public int read() throws StreamProblem {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws StreamProblem {
        try {
            int got = file.read(into, offset, length, at);
            at += Math.max(got, 0);
            return got;
        } catch (ProblemException e) {
            throw new StreamProblem(e);
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
