package io.tidemark.ui.timeline;

import io.tidemark.ui.part.Pens;
import javafx.scene.canvas.GraphicsContext;

/** Draws a whole picture: grid, lanes, today, versions, labels, in this order. */
final class Painter {

    private final Inks inks;
    private final Pens pens;

    Painter(Inks inks, Pens pens) {
        this.inks = inks;
        this.pens = pens;
    }

    void paint(GraphicsContext context, Frame frame) {
        Brush brush = new Brush(context, inks, pens);
        Rows rows = frame.rows();
        brush.rectangle(inks.get(Ink.BACKGROUND), 0, 0, rows.width(), rows.height());
        double right = rows.width() - rows.left();
        brush.clipped(rows.left(), 0, right, rows.height(), () -> ground(brush, frame));
        brush.clipped(0, rows.lanesTop(), rows.width(), rows.lanesHeight(), () -> {
            if (frame.pick().lane() > 0) {
                LabelsPainter.row(brush, frame);
            }
            LabelsPainter.lanes(brush, frame);
        });
        brush.clipped(rows.left() - 1, rows.lanesTop(), right + 1, rows.lanesHeight(), () -> lanes(brush, frame));
        brush.clipped(rows.left() - 20, 0, right + 20, rows.height(), () -> versions(brush, frame));
        LabelsPainter.versions(brush, frame);
    }

    private static void ground(Brush brush, Frame frame) {
        RulerPainter.afterToday(brush, frame);
        RulerPainter.grid(brush, frame);
        RulerPainter.words(brush, frame);
    }

    private static void lanes(Brush brush, Frame frame) {
        pickLine(brush, frame);
        new LanesPainter(brush, frame).paint();
    }

    private static void versions(Brush brush, Frame frame) {
        RulerPainter.today(brush, frame);
        if (frame.pick().lane() == 0) {
            LabelsPainter.row(brush, frame);
        }
        new VersionsPainter(brush, frame).paint();
    }

    /** From the picked version down through the lanes. */
    private static void pickLine(Brush brush, Frame frame) {
        int position = frame.history().position(frame.pick().version().orElse(""));
        Cluster cluster = position < 0 ? null : frame.clusters().holding(position);
        if (cluster != null) {
            double x = frame.clusters().x(cluster, frame.scale());
            brush.dashes(3, 3);
            brush.vertical(
                    brush.inks.get(Ink.ACCENT),
                    x,
                    frame.rows().sizes() + 10,
                    frame.rows().height());
            brush.dashes();
        }
    }
}
