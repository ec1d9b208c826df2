package io.tidemark.ui.shell;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** Lays its content out as if it were smaller and shows it larger, so that everything keeps its proportions. */
final class ScaledPane extends Pane {

    private final DoubleProperty scale = new SimpleDoubleProperty(1);
    private final Region content;

    ScaledPane(Region content) {
        super(content);
        this.content = content;
        Scale zoom = new Scale(1, 1, 0, 0);
        zoom.xProperty().bind(scale);
        zoom.yProperty().bind(scale);
        content.getTransforms().add(zoom);
        scale.addListener(change -> requestLayout());
    }

    DoubleProperty scale() {
        return scale;
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / scale.get(), getHeight() / scale.get());
    }
}
