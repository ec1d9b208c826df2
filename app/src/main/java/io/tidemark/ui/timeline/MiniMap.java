package io.tidemark.ui.timeline;

import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The whole history with a window over the part on show; the window can be moved, and pulled at its edges. */
final class MiniMap extends Pane {

    private static final double EDGE = 8;

    private final TimelineModel model;
    private final MiniPicture picture;
    private final Region window = new Region();
    private TimeRange grabbed = new TimeRange(0, 1);
    private double grabbedTime;
    private Grip grip = Grip.MIDDLE;

    MiniMap(TimelineModel model) {
        this.model = model;
        this.picture = new MiniPicture(model);
        window.getStyleClass().add("minimap-window");
        window.setManaged(false);
        window.setMouseTransparent(true);
        getChildren().addAll(picture, window);
        getStyleClass().add("minimap");
        model.range().addListener(change -> requestLayout());
        model.history().addListener(change -> requestLayout());
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseMoved(event -> setCursor(grip(event.getX()).cursor));
    }

    MiniPicture picture() {
        return picture;
    }

    @Override
    protected void layoutChildren() {
        picture.resizeRelocate(0, 0, getWidth(), getHeight());
        double left = Math.max(0, scale().x(model.range().get().start()));
        double right = Math.min(getWidth(), scale().x(model.range().get().end()));
        window.resizeRelocate(left, 5, Math.max(8, right - left), getHeight() - 10);
    }

    private TimeScale scale() {
        return new TimeScale(model.limit(), 0, Math.max(1, getWidth()));
    }

    private void pressed(MouseEvent event) {
        grabbedTime = scale().time(event.getX());
        grip = grip(event.getX());
        if (grip == Grip.OUTSIDE) {
            TimeRange shown = model.range().get();
            model.look(shown.moved(grabbedTime - (shown.start() + shown.end()) / 2));
            grip = Grip.MIDDLE;
        }
        grabbed = model.range().get();
    }

    private void dragged(MouseEvent event) {
        double by = scale().time(event.getX()) - grabbedTime;
        model.look(
                switch (grip) {
                    case LEFT ->
                        new TimeRange(
                                Math.min(grabbed.start() + by, grabbed.end() - TimeRange.SHORTEST), grabbed.end());
                    case RIGHT ->
                        new TimeRange(
                                grabbed.start(), Math.max(grabbed.end() + by, grabbed.start() + TimeRange.SHORTEST));
                    case MIDDLE, OUTSIDE -> grabbed.moved(by);
                });
    }

    private Grip grip(double x) {
        double left = window.getLayoutX();
        double right = left + window.getWidth();
        if (Math.abs(x - left) <= EDGE / 2) {
            return Grip.LEFT;
        } else if (Math.abs(x - right) <= EDGE / 2) {
            return Grip.RIGHT;
        }
        return x > left && x < right ? Grip.MIDDLE : Grip.OUTSIDE;
    }

    private enum Grip {
        LEFT(Cursor.W_RESIZE),
        RIGHT(Cursor.E_RESIZE),
        MIDDLE(Cursor.OPEN_HAND),
        OUTSIDE(Cursor.DEFAULT);

        private final Cursor cursor;

        Grip(Cursor cursor) {
            this.cursor = cursor;
        }
    }
}
