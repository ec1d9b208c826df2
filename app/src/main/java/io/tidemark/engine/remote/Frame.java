package io.tidemark.engine.remote;

/**
 * One record of the protocol: on the stream a line {@code KIND ID SIZE NAME}, then so many bytes of JSON.
 *
 * @param id number of the call that it belongs to, 0 where it belongs to none
 * @param name what is called, {@code -} in all others
 * @param body JSON in UTF-8, possibly empty
 */
record Frame(Kind kind, long id, String name, byte[] body) {

    static final String NAMELESS = "-";

    /** The largest record either side takes. */
    static final int LARGEST = 16 << 20;

    private static final byte[] EMPTY = {};

    /** What a record is for. */
    enum Kind {
        /** Who speaks; the first record of each side. */
        HELLO,
        /** A call with its arguments. */
        CALL,
        /** The caller does not want the answer any more. */
        CANCEL,
        /** A call's result. */
        ANSWER,
        /** Why a call failed, as a problem. */
        FAILURE,
        /** A call was cancelled. */
        CANCELLED,
        /** How far a call is. */
        PROGRESS,
        /** A line that a call says meanwhile. */
        LOG,
        /** A sign of life is asked for. */
        PING,
        /** The sign of life. */
        PONG
    }

    static Frame of(Kind kind, long id, byte[] body) {
        return new Frame(kind, id, NAMELESS, body);
    }

    static Frame bare(Kind kind, long id) {
        return of(kind, id, EMPTY);
    }
}
