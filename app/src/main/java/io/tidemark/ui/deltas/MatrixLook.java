package io.tidemark.ui.deltas;

import io.tidemark.ui.Place.Pair;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** How a person wants to see the matrix. Changes nothing but the picture; JavaFX thread only. */
final class MatrixLook {

    /** Speeds of lines that schools have, in millions of bits a second. */
    static final List<Integer> LINES = List.of(4, 10, 20, 50, 100, 300, 1000);

    private static final int USUAL = 100;
    /** A byte has 8 bits; a million bits a second are a thousand a millisecond. */
    private static final double BITS = 8.0 / 1000;

    private final ObjectProperty<Direction> direction = new SimpleObjectProperty<>(Direction.ALL);
    private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(Measure.BYTES);
    private final ObjectProperty<Integer> line = new SimpleObjectProperty<>(USUAL);

    ObjectProperty<Direction> direction() {
        return direction;
    }

    ObjectProperty<Measure> measure() {
        return measure;
    }

    /** The line of a client, in millions of bits a second. */
    ObjectProperty<Integer> line() {
        return line;
    }

    /** Milliseconds in which a client fetches so many bytes. */
    long millis(long bytes) {
        return Math.round(bytes * BITS / line.get());
    }

    boolean shows(Grid grid, Pair pair) {
        return direction.get().shows(grid.place(pair.from()), grid.place(pair.to()));
    }

    /** The pair, or its way back where only that is shown. */
    Optional<Pair> shown(Grid grid, Pair pair) {
        return Optional.of(shows(grid, pair) ? pair : pair.turned());
    }

    /** How many pairs of a grid are shown. */
    long count(Grid grid) {
        long all = (long) grid.members() * Math.max(0, grid.members() - 1);
        return direction.get() == Direction.ALL ? all : all / 2;
    }
}
