package io.tidemark.ui.deltas;

/** What cells of the matrix say of a pair. */
enum Measure {
    /** What a client fetches. */
    BYTES,
    /** How long that takes on a line of the chosen speed. */
    SECONDS
}
