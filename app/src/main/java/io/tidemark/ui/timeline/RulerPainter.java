package io.tidemark.ui.timeline;

import java.time.Instant;
import java.util.List;

/** Draws the ruler, the grid below it, and where today is. */
final class RulerPainter {

    private RulerPainter() {}

    static void grid(Brush brush, Frame frame) {
        Ruler ruler = ruler(frame);
        TimeScale scale = frame.scale();
        double bottom = frame.rows().height();
        for (Tick tick : ruler.big(scale)) {
            if (scale.x(tick.at()) >= scale.left()) {
                brush.vertical(brush.inks.get(Ink.GRID), scale.x(tick.at()), 0, bottom);
            }
        }
        for (Tick tick : ruler.small(scale)) {
            if (scale.x(tick.at()) >= scale.left()) {
                brush.vertical(brush.inks.get(Ink.GRID), scale.x(tick.at()), Rows.RULER - 4, Rows.RULER);
            }
        }
    }

    /** A mark is named where its name fits before the next; the first one's name stays at the left edge. */
    static void words(Brush brush, Frame frame) {
        TimeScale scale = frame.scale();
        List<Tick> ticks = ruler(frame).big(scale);
        for (int i = 0; i < ticks.size(); i++) {
            double x = Math.max(scale.left(), scale.x(ticks.get(i).at())) + 6;
            double next = i + 1 < ticks.size() ? scale.x(ticks.get(i + 1).at()) : scale.right();
            if (x + brush.pens.width(ticks.get(i).words(), brush.pens.small) < next - 4) {
                brush.text(ticks.get(i).words(), brush.pens.small, brush.inks.get(Ink.MUTED), x, 12);
            }
        }
    }

    static void afterToday(Brush brush, Frame frame) {
        double x =
                Math.max(frame.scale().left(), frame.scale().x(frame.history().now()));
        if (x < frame.scale().right()) {
            double width = frame.rows().width() - x;
            brush.rectangle(
                    brush.inks.get(Ink.AFTER_TODAY), x, 0, width, frame.rows().height());
        }
    }

    static void today(Brush brush, Frame frame) {
        TimeScale scale = frame.scale();
        double x = scale.x(frame.history().now());
        if (x < scale.left() || x > scale.right()) {
            return;
        }
        brush.vertical(
                brush.inks.get(Ink.TODAY), x, Rows.RULER - 6, frame.rows().height());
        String words = words(frame);
        double width = brush.pens.width(words, brush.pens.smallBold) + 10;
        double left = Math.clamp(x - width / 2, scale.left(), Math.max(scale.left(), scale.right() - width));
        brush.box(brush.inks.get(Ink.TODAY), brush.inks.get(Ink.TODAY), Math.round(left), 3, width, 17);
        brush.text(words, brush.pens.smallBold, brush.inks.get(Ink.TODAY_TEXT), Math.round(left) + 5, 12);
    }

    private static String words(Frame frame) {
        return frame.texts().formats().day(Instant.ofEpochMilli(frame.history().now()));
    }

    private static Ruler ruler(Frame frame) {
        return new Ruler(frame.texts().formats(), frame.texts().locale());
    }
}
