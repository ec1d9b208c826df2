package io.tidemark.ui.deltas;

/** Which half of the matrix is shown: above the diagonal clients go forward, below it they come back. */
enum Direction {
    ALL,
    FORWARD,
    BACKWARD;

    /** Whether the pair of the images at these places is shown. */
    boolean shows(int from, int to) {
        return switch (this) {
            case ALL -> true;
            case FORWARD -> from < to;
            case BACKWARD -> from > to;
        };
    }
}
