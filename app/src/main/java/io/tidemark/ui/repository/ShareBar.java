package io.tidemark.ui.repository;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** A strip in two colours: what is shared with other versions, and what is this version's alone. */
final class ShareBar extends Pane {

    private final double unique;
    private final Region left = new Region();
    private final Region right = new Region();

    ShareBar(double unique) {
        this.unique = Math.clamp(unique, 0, 1);
        getStyleClass().add("share-bar");
        left.getStyleClass().add("shared");
        right.getStyleClass().add("unique");
        getChildren().addAll(left, right);
    }

    @Override
    protected void layoutChildren() {
        double edge = Math.round(getWidth() * (1 - unique));
        left.resizeRelocate(0, 0, Math.max(0, edge - 1), getHeight());
        right.resizeRelocate(edge, 0, getWidth() - edge, getHeight());
    }
}
