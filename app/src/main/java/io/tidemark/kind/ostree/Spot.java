package io.tidemark.kind.ostree;

/**
 * A place in a text.
 *
 * @param line from 1, 0 for the whole text
 * @param column from 1
 * @param offset characters before it
 */
record Spot(int line, int column, int offset) {

    static final Spot NOWHERE = new Spot(0, 0, 0);
}
