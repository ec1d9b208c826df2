package io.tidemark.ui.repository;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** A name at the left and a value at the right of one line, or below the name where one line is too short. */
final class Fact extends Region {

    private static final double GAP = 10;

    private final Region name;
    private final Region value;

    Fact(Region name, Region value) {
        this.name = name;
        this.value = value;
        getChildren().addAll(name, value);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double line = Math.max(name.prefHeight(-1), value.prefHeight(Math.max(1, width)));
        return oneLine(width) ? line : name.prefHeight(-1) + value.prefHeight(width);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return name.prefWidth(-1) + GAP + value.prefWidth(-1);
    }

    @Override
    protected void layoutChildren() {
        double width = Math.min(getWidth(), value.prefWidth(-1));
        double top = oneLine(getWidth()) ? 0 : name.prefHeight(-1);
        name.resizeRelocate(0, 0, Math.min(getWidth(), name.prefWidth(-1)), name.prefHeight(-1));
        value.resizeRelocate(getWidth() - width, top, width, value.prefHeight(width));
    }

    private boolean oneLine(double width) {
        return width < 0 || name.prefWidth(-1) + GAP + value.prefWidth(-1) <= width;
    }
}
