package io.tidemark.host.ssh;

import io.tidemark.model.ProblemException;
import java.io.InputStream;

/**
 * A file that is to be made on a host.
 *
 * @param path its own bytes, absolute
 * @param mode permission bits
 * @param mtime last change, seconds since 1970
 * @param content opened when it is its turn, and closed
 */
public record NewFile(byte[] path, int mode, long mtime, Content content) {

    /** Where its bytes come from. */
    @FunctionalInterface
    public interface Content {
        /** The bytes, from the first on. */
        InputStream open() throws ProblemException;
    }
}
