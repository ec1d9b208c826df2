package io.tidemark.ui.timeline;

import java.util.Optional;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;

/** Mouse and keyboard on the timeline. */
final class TimelineInput {

    private static final double STEP = 1.25;
    private static final double DRAG = 4;

    private final TimelineCanvas canvas;
    private final TimelineModel model;
    private final Tooltip tooltip = new Tooltip();
    private final Spoken spoken;
    private TimeRange grabbed = new TimeRange(0, 1);
    private double grabbedX;
    private double grabbedY;
    private double grabbedScroll;
    private boolean dragging;

    TimelineInput(TimelineCanvas canvas, TimelineModel model) {
        this.canvas = canvas;
        this.model = model;
        this.spoken = new Spoken(model, canvas.texts());
        tooltip.setShowDelay(Duration.millis(400));
    }

    void install() {
        canvas.setOnMousePressed(this::pressed);
        canvas.setOnMouseDragged(this::dragged);
        canvas.setOnMouseReleased(this::released);
        canvas.setOnMouseMoved(this::moved);
        canvas.setOnScroll(this::scrolled);
        canvas.setOnKeyPressed(this::typed);
    }

    private void pressed(MouseEvent event) {
        canvas.requestFocus();
        grabbed = model.range().get();
        grabbedX = event.getX();
        grabbedY = event.getY();
        grabbedScroll = canvas.rows().scroll();
        dragging = false;
    }

    private void dragged(MouseEvent event) {
        dragging = dragging || Math.hypot(event.getX() - grabbedX, event.getY() - grabbedY) > DRAG;
        if (dragging) {
            double pace = grabbed.length() / canvas.timeScale().width();
            model.look(grabbed.moved((grabbedX - event.getX()) * pace));
            canvas.scroll()
                    .set(Math.clamp(
                            grabbedScroll + grabbedY - event.getY(),
                            0,
                            canvas.rows().mostScroll()));
        }
    }

    private void released(MouseEvent event) {
        if (!dragging && event.getButton() == MouseButton.PRIMARY) {
            int lane = canvas.rows().laneAt(event.getY());
            if (lane >= 0) {
                model.laneAt(lane);
            }
            canvas.hit(event.getX(), event.getY()).ifPresent(hit -> click(hit, event.isShiftDown()));
        }
    }

    private void click(Hit hit, boolean second) {
        switch (hit) {
            case Hit.OfCrowd crowd -> model.look(crowd.range());
            case Hit.OfVersion version -> choose(version.point().name(), second);
            case Hit.OfSpan span -> choose(span.span().version(), second);
        }
    }

    private void choose(String version, boolean second) {
        if (second) {
            model.pickSecond(version);
        } else {
            model.pick(version);
        }
    }

    private void moved(MouseEvent event) {
        Optional<Hit> hit = canvas.hit(event.getX(), event.getY());
        if (hit.isEmpty()) {
            Tooltip.uninstall(canvas, tooltip);
        } else {
            tooltip.setText(spoken.hit(hit.get()));
            Tooltip.install(canvas, tooltip);
        }
    }

    private void scrolled(ScrollEvent event) {
        event.consume();
        double turn = event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
        if (event.isShortcutDown()) {
            model.zoom(Math.pow(STEP, -Math.signum(turn)), canvas.timeScale().time(event.getX()));
        } else if (canvas.rows().mostScroll() > 0 && !event.isShiftDown() && event.getDeltaX() == 0) {
            canvas.scroll()
                    .set(Math.clamp(
                            canvas.rows().scroll() - turn, 0, canvas.rows().mostScroll()));
        } else {
            model.look(model.range().get().moved(-turn * canvas.timeScale().pace()));
        }
    }

    private void typed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean known = true;
        switch (event.getCode()) {
            case LEFT -> model.step(-1, event.isShiftDown());
            case RIGHT -> model.step(1, event.isShiftDown());
            case UP -> lane(-1);
            case DOWN -> lane(1);
            case HOME -> model.end(false);
            case END -> model.end(true);
            case PLUS, EQUALS, ADD -> model.zoom(1 / STEP);
            case MINUS, SUBTRACT -> model.zoom(STEP);
            case ESCAPE -> known = model.clearSecond();
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }

    /** The lane the keyboard goes to comes into the picture. */
    private void lane(int by) {
        model.lane(by);
        int lane = model.picks().get().lane() - 1;
        Rows rows = canvas.rows();
        canvas.scroll().set(lane < 0 ? rows.scroll() : rows.scrollTo(lane));
    }
}
