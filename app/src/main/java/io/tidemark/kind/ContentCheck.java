package io.tidemark.kind;

import io.tidemark.model.ProblemException;

/**
 * Checks the bytes of one file as they pass, in order, once. Used by one thread.
 */
public interface ContentCheck {

    /** The next bytes. */
    void update(byte[] buffer, int offset, int length) throws ProblemException;

    /**
     * Says whether all bytes seen are what upstream promised.
     *
     * @throws ProblemException if they are not; code {@code upstream.content} or {@code upstream.size} when upstream may
     *     simply have moved on, so that the caller surveys again
     */
    void finish() throws ProblemException;
}
