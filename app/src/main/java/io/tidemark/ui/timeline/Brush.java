package io.tidemark.ui.timeline;

import io.tidemark.ui.part.Pens;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.shape.ArcType;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;

/** Draws the few shapes that a timeline is made of. */
final class Brush {

    final GraphicsContext context;
    final Inks inks;
    final Pens pens;

    Brush(GraphicsContext context, Inks inks, Pens pens) {
        this.context = context;
        this.inks = inks;
        this.pens = pens;
        context.setTextBaseline(VPos.CENTER);
    }

    void text(String text, Font font, Paint paint, double x, double y) {
        context.setTextAlign(TextAlignment.LEFT);
        draw(text, font, paint, x, y);
    }

    void centred(String text, Font font, Paint paint, double x, double y) {
        context.setTextAlign(TextAlignment.CENTER);
        draw(text, font, paint, Math.round(x), y);
    }

    void icon(Ikon ikon, int size, Paint paint, double x, double y) {
        centred(new String(Character.toChars(ikon.getCode())), pens.icon(size), paint, x, y);
    }

    void line(Paint paint, double width, double x1, double y1, double x2, double y2) {
        context.setStroke(paint);
        context.setLineWidth(width);
        context.strokeLine(x1, y1, x2, y2);
    }

    void vertical(Paint paint, double x, double top, double bottom) {
        line(paint, 1, Math.round(x) + 0.5, top, Math.round(x) + 0.5, bottom);
    }

    void dashes(double... lengths) {
        context.setLineDashes(lengths);
    }

    void box(Paint fill, Paint border, double x, double y, double width, double height) {
        box(fill, border, 1, x, y, width, height);
    }

    void box(Paint fill, Paint border, double line, double x, double y, double width, double height) {
        double round = Math.min(6, width);
        context.setFill(fill);
        context.fillRoundRect(x, y, width, height, round, round);
        context.setStroke(border);
        context.setLineWidth(line);
        double inset = line / 2;
        context.strokeRoundRect(x + inset, y + inset, Math.max(0.1, width - line), height - line, round, round);
    }

    /** A box with square corners on whole pixels: the renderer draws it many times faster than a round one. */
    void plainBox(Paint fill, Paint border, double x, double y, double width, double height) {
        double left = Math.round(x);
        double right = Math.max(left + 1, Math.round(x + width));
        double top = Math.round(y);
        rectangle(border, left, top, right - left, height);
        if (right - left > 2) {
            rectangle(fill, left + 1, top + 1, right - left - 2, height - 2);
        }
    }

    void rectangle(Paint fill, double x, double y, double width, double height) {
        context.setFill(fill);
        context.fillRect(x, y, width, height);
    }

    void disc(Paint fill, double x, double y, double radius) {
        context.setFill(fill);
        context.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    void ring(Paint paint, double width, double x, double y, double radius) {
        context.setStroke(paint);
        context.setLineWidth(width);
        context.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    /** Part of a ring, clockwise from twelve o'clock. */
    void arc(Paint paint, double width, double x, double y, double radius, double share) {
        context.setStroke(paint);
        context.setLineWidth(width);
        context.strokeArc(x - radius, y - radius, 2 * radius, 2 * radius, 90, -360 * share, ArcType.OPEN);
    }

    /** Runs drawing that stays inside a rectangle. */
    void clipped(double x, double y, double width, double height, Runnable drawing) {
        context.save();
        context.beginPath();
        context.rect(x, y, width, height);
        context.clip();
        drawing.run();
        context.restore();
    }

    private void draw(String text, Font font, Paint paint, double x, double y) {
        context.setFont(font);
        context.setFill(paint);
        context.fillText(text, x, y);
    }
}
