package io.tidemark.engine.remote;

/** The line is no more; what was under way on it has an unknown end. */
final class LineLost extends Exception {

    private static final long serialVersionUID = 1L;

    LineLost(String why, Throwable cause) {
        super(why, cause);
    }
}
