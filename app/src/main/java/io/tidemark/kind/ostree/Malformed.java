package io.tidemark.kind.ostree;

/** Bytes that break a format or a bound; the reason names the place in the format. */
final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;

    private final String said;
    private final int line;
    private final int column;

    Malformed(String reason) {
        super(reason);
        this.said = reason;
        this.line = 0;
        this.column = 0;
    }

    /** A text that breaks its format at a line and column, both from 1. */
    Malformed(String said, int line, int column) {
        super(said + " (" + line + ":" + column + ")");
        this.said = said;
        this.line = line;
        this.column = column;
    }

    /** The reason without the place. */
    String said() {
        return said;
    }

    /** The line, 0 where it is unknown. */
    int line() {
        return line;
    }

    int column() {
        return column;
    }
}
