package io.tidemark.ui.part;

import io.tidemark.model.LineDiff;

/** One row of a difference as it is drawn. */
public sealed interface DiffLine {

    /** Whether something differs here. */
    boolean changed();

    /** Both sides beside each other. */
    record Beside(LineDiff.Row row) implements DiffLine {
        @Override
        public boolean changed() {
            return !row.same();
        }
    }

    /** One line of one side. */
    record Single(LineDiff.Line line, Sign sign) implements DiffLine {
        @Override
        public boolean changed() {
            return sign != Sign.SAME;
        }
    }

    /** Which side a single line belongs to. */
    enum Sign {
        SAME,
        GONE,
        FRESH
    }
}
