package io.tidemark.ui.jobs;

import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;

/** A small curve of the last speeds. */
final class Sparkline extends Pane {

    private final Polygon area = new Polygon();
    private final Polyline line = new Polyline();
    private List<Double> values = List.of();

    Sparkline() {
        getStyleClass().add("sparkline");
        area.getStyleClass().add("sparkline-area");
        line.getStyleClass().add("sparkline-line");
        getChildren().addAll(area, line);
    }

    void show(List<Double> speeds) {
        values = speeds;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        area.getPoints().clear();
        line.getPoints().clear();
        double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        if (values.size() < 2 || most <= 0) {
            return;
        }
        double step = getWidth() / (values.size() - 1);
        for (int i = 0; i < values.size(); i++) {
            line.getPoints().addAll(i * step, 2 + (getHeight() - 4) * (1 - values.get(i) / most));
        }
        area.getPoints().setAll(line.getPoints());
        area.getPoints().addAll(getWidth(), getHeight(), 0.0, getHeight());
    }
}
