package io.tidemark.store;

import io.tidemark.model.ProblemException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.function.IntConsumer;
import org.slf4j.LoggerFactory;

/** Writes the bytes of a part and digests them as they pass. */
final class StagedOutput extends FilterOutputStream {

    private final MessageDigest digest;
    private final IntConsumer counter;

    StagedOutput(OutputStream file, MessageDigest digest, IntConsumer counter) {
        super(file);
        this.digest = digest;
        this.counter = counter;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        out.write(from, offset, length);
        digest.update(from, offset, length);
        counter.accept(length);
    }

    /** Closes a stream of this package, whose only exception is a storage problem. */
    static void close(OutputStream stream) throws ProblemException {
        try {
            stream.close();
        } catch (StreamProblem e) {
            throw e.problem();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Closes a stream whose bytes are given up, or were written before. */
    static void closeQuietly(OutputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            LoggerFactory.getLogger(StagedOutput.class).debug("a part was cut short", e);
        }
    }
}
