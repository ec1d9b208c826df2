package io.tidemark.ui.deltas;

import java.util.Optional;

/**
 * Where the cells of a matrix lie in its picture: names of rows at the left, of columns above.
 *
 * @param size rows and columns
 * @param left room for the names of rows
 * @param right room for what stands behind rows
 */
record Lattice(int size, double left, double right, double width, double height) {

    /** Room for the names of rows where they are days. */
    static final double LEFT = 86;

    static final double TOP = 24;

    private static final double TALLEST = 64;
    private static final double SHORTEST = 3;

    /** The height in which cells need not be smaller than they may be. */
    static double tallest(int size) {
        return TOP + TALLEST * Math.max(2, size);
    }

    double pitchX() {
        return Math.max(SHORTEST, (width - left - right) / Math.max(1, size));
    }

    double pitchY() {
        return Math.clamp((height - TOP) / Math.max(1, size), SHORTEST, TALLEST);
    }

    /** Between two cells. */
    double gap() {
        return Math.min(pitchX(), pitchY()) > 14 ? 3 : 1;
    }

    double x(int column) {
        return left + column * pitchX();
    }

    double y(int row) {
        return TOP + row * pitchY();
    }

    double cellWidth() {
        return pitchX() - gap();
    }

    double cellHeight() {
        return pitchY() - gap();
    }

    /** Every how many rows or columns a name finds room. */
    int every(double pitch, double wanted) {
        return Math.max(1, (int) Math.ceil(wanted / pitch));
    }

    /** The cell at a place of the picture. */
    Optional<Spot> at(double x, double y) {
        int column = (int) Math.floor((x - left) / pitchX());
        int row = (int) Math.floor((y - TOP) / pitchY());
        boolean inside = row >= 0 && column >= 0 && row < size && column < size;
        return inside ? Optional.of(new Spot(row, column)) : Optional.empty();
    }

    /** A cell. */
    record Spot(int row, int column) {}
}
