package io.tidemark.model;

/**
 * A remark on a text that a person writes, and where in it.
 *
 * @param notice a danger stops what the text is for, a warning may be a slip
 * @param line from 1; 0 where it is about the text as a whole
 * @param column from 1; 0 where only the line is known
 */
public record Finding(Notice notice, int line, int column) {

    /** Whether it stops what the text is for. */
    public boolean stops() {
        return notice.severity() == Severity.DANGER;
    }
}
