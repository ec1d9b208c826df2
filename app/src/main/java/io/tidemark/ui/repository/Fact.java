package io.tidemark.ui.repository;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/**
 * A name at the left and a value at the right of one line: the first of the values that fits beside the name, each
 * shorter than the one before; where none does, the first one that fits alone stands below the name.
 */
final class Fact extends Region {

    private static final double GAP = 10;

    private final Region name;
    private final List<Region> values;

    Fact(Region name, Region... values) {
        this.name = name;
        this.values = List.of(values);
        getChildren().add(name);
        getChildren().addAll(values);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        Region value = fitting(width);
        double line = Math.max(nameHeight(width), value.prefHeight(Math.max(1, width)));
        return beside(value, width) ? line : nameHeight(width) + value.prefHeight(width);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return name.prefWidth(-1) + GAP + values.getFirst().prefWidth(-1);
    }

    @Override
    protected void layoutChildren() {
        Region value = fitting(getWidth());
        values.forEach(each -> each.setVisible(each.equals(value)));
        boolean beside = beside(value, getWidth());
        double line = beside ? getHeight() : nameHeight(getWidth());
        double width = Math.min(getWidth(), value.prefWidth(-1));
        double height = value.prefHeight(width);
        double top = beside ? (getHeight() - height) / 2 : line;
        double high = nameHeight(getWidth());
        name.resizeRelocate(0, (line - high) / 2, Math.min(getWidth(), name.prefWidth(-1)), high);
        value.resizeRelocate(getWidth() - width, top, width, height);
    }

    /** A long name breaks into lines rather than losing its end. */
    private double nameHeight(double width) {
        return name.prefHeight(width < 0 ? -1 : Math.min(width, name.prefWidth(-1)));
    }

    private Region fitting(double width) {
        return values.stream()
                .filter(value -> beside(value, width))
                .findFirst()
                .or(() -> values.stream()
                        .filter(value -> value.prefWidth(-1) <= width)
                        .findFirst())
                .orElse(values.getLast());
    }

    private boolean beside(Region value, double width) {
        return width < 0 || name.prefWidth(-1) + GAP + value.prefWidth(-1) <= width;
    }
}
