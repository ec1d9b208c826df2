package io.tidemark.ui.timeline;

import io.tidemark.model.Lane;
import io.tidemark.ui.part.Hue;
import io.tidemark.ui.part.Words;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;
import javafx.scene.text.Font;
import org.kordamp.ikonli.feather.Feather;

/** Draws the bars of one lane: what its channel pointed at, when; what was undone stays, hatched and struck through. */
final class LanesPainter {

    private static final double EDGE = 4;
    private static final double MARK = 7;
    private static final double LOCK = 18;
    /** Narrower bars have square corners. */
    private static final double ROUND = 14;

    private final Brush brush;
    private final Frame frame;
    private final String picked;
    private final double height;

    LanesPainter(Brush brush, Frame frame) {
        this.brush = brush;
        this.frame = frame;
        this.picked = frame.pick().version().orElse("");
        this.height = frame.rows().bar();
    }

    void paint() {
        Rows rows = frame.rows();
        for (int lane = rows.firstLane(); lane <= rows.lastLane(); lane++) {
            paint(frame.history().tracks().get(lane), rows.laneMiddle(lane));
        }
    }

    private void paint(Track track, double middle) {
        List<Bar> pieces = Bars.visible(track, frame.scale());
        for (Bar piece : pieces) {
            if (piece.single()) {
                single(track, piece, middle);
            } else {
                crowd(piece, middle);
            }
        }
        undone(track, middle);
        pieces.stream().filter(piece -> !piece.single()).forEach(piece -> words(piece, middle));
        hold(track, middle);
    }

    private void single(Track track, Bar bar, double middle) {
        Lane.Span span = track.span(bar.from());
        Hue hue = frame.history().hue(span.version());
        double left = Math.max(bar.left(), frame.scale().left() - 8);
        double width = Math.max(2, Math.min(bar.right(), frame.scale().right() + 8) - left - 1);
        double top = middle - height / 2;
        boolean chosen = span.version().equals(picked);
        if (width < ROUND) {
            Paint fill = span.undone() ? brush.inks.get(Ink.BACKGROUND) : brush.inks.fill(hue);
            brush.plainBox(fill, brush.inks.border(hue), left, top, width, height);
        } else if (span.undone()) {
            brush.dashes(3, 2);
            brush.box(hatch(hue), brush.inks.border(hue), left, top, width, height);
            brush.dashes();
        } else {
            brush.box(brush.inks.fill(hue), brush.inks.border(hue), chosen ? 2 : 1, left, top, width, height);
        }
        if (span.end().isEmpty() && track.seen().isPresent()) {
            unseen(track, new Bar(bar.from(), bar.to(), left, left + width), brush.inks.border(hue), top);
        } else if (span.end().isEmpty()) {
            brush.rectangle(brush.inks.border(hue), left + width - EDGE, top + 1, EDGE, height - 2);
        }
        boolean marked = bar.from() > 0 && track.span(bar.from() - 1).undone();
        name(span, hue, new Bar(bar.from(), bar.to(), left + (marked ? MARK - 2 : 0), left + width), middle);
    }

    /** Nobody knows what a host has served since it was last seen. */
    private void unseen(Track track, Bar bar, Paint border, double top) {
        double seen = Math.max(bar.left(), frame.scale().x(track.seen().getAsLong()));
        if (bar.right() - seen < 2) {
            brush.rectangle(border, bar.right() - EDGE, top + 1, EDGE, height - 2);
            return;
        }
        brush.rectangle(brush.inks.get(Ink.BACKGROUND), seen, top, bar.right() - seen + 1, height);
        brush.dashes(3, 3);
        brush.line(border, 1, seen, top + 0.5, bar.right(), top + 0.5);
        brush.line(border, 1, seen, top + height - 0.5, bar.right(), top + height - 0.5);
        brush.dashes();
    }

    private void name(Lane.Span span, Hue hue, Bar bar, double middle) {
        double start = Math.max(bar.left(), frame.scale().left()) + (span.undone() ? 3 : 8);
        double end = bar.right() - (span.undone() ? MARK - 3 : 5);
        Font font = span.undone() ? brush.pens.tinyBold : brush.pens.smallBold;
        String words = span.undone()
                ? brush.pens.whole(Words.brief(span.version()), font, end - start)
                : brush.pens.tail(Words.brief(span.version()), font, end - start);
        if (words.isEmpty()) {
            return;
        }
        Paint paint = span.undone() ? brush.inks.get(Ink.DANGER) : brush.inks.text(hue);
        brush.text(words, font, paint, start, middle);
        if (span.undone()) {
            brush.line(paint, 1.2, start - 1, middle + 0.5, start + brush.pens.width(words, font) + 1, middle + 0.5);
        }
    }

    private void crowd(Bar bar, double middle) {
        double left = Math.max(bar.left(), frame.scale().left() - 8);
        double width = Math.max(2, Math.min(bar.right(), frame.scale().right() + 8) - left - 1);
        Paint border = brush.inks.get(Ink.NONE_BORDER);
        brush.box(brush.inks.get(Ink.NONE_FILL), border, left, middle - height / 2, width, height);
    }

    /** How many versions a bar stands for, over whatever marks lie there. */
    private void words(Bar bar, double middle) {
        double left = Math.max(bar.left(), frame.scale().left() - 8);
        double right = Math.min(bar.right(), frame.scale().right() + 8);
        String words = frame.texts().get("ui.timeline.crowd", "count", bar.count());
        double start = Math.max(left, frame.scale().left()) + 8;
        double width = brush.pens.width(words, brush.pens.small);
        if (width < right - start - 4) {
            brush.rectangle(brush.inks.get(Ink.BACKGROUND), start - 3, middle - 8, width + 6, 16);
            brush.text(words, brush.pens.small, brush.inks.get(Ink.MUTED), start, middle);
        }
    }

    /** A red mark where a rollback ended a span; marks closer than their size become one. */
    private void undone(Track track, double middle) {
        double before = frame.scale().left() - MARK;
        int[] undone = track.undone();
        for (int i = Marks.firstVisible(track, frame.scale().time(before)); i < undone.length; i++) {
            double x = frame.scale().x(track.end(undone[i]));
            if (x > frame.scale().right() + MARK) {
                return;
            }
            if (x - before >= MARK) {
                brush.disc(brush.inks.get(Ink.DANGER), x, middle, MARK);
                brush.icon(Feather.ROTATE_CCW, 9, brush.inks.get(Ink.ON_DANGER), x, middle);
                before = x + MARK;
            }
        }
    }

    private void hold(Track track, double middle) {
        if (track.hold().isEmpty() || track.size() == 0) {
            return;
        }
        TimeScale scale = frame.scale();
        double end = Math.min(scale.x(track.end(track.size() - 1)), scale.right());
        double start = Math.max(scale.x(track.start(track.size() - 1)), scale.left());
        if (end < scale.left()) {
            return;
        }
        String words = frame.texts().get("ui.timeline.hold");
        double width = brush.pens.width(words, brush.pens.smallBold) + 26;
        String version = track.span(track.size() - 1).version();
        double room = end - start - brush.pens.width(version, brush.pens.smallBold) - 14 - EDGE;
        if (room > width) {
            holdChip(words, end - width - EDGE - 1, middle);
        } else {
            holdChip("", room > LOCK ? end - LOCK - EDGE - 1 : Math.min(end + 4, scale.right() - LOCK - 2), middle);
        }
    }

    private void holdChip(String words, double x, double middle) {
        Paint ink = brush.inks.get(Ink.HOLD_TEXT);
        double width = words.isEmpty() ? LOCK : brush.pens.width(words, brush.pens.smallBold) + 26;
        brush.context.setFill(brush.inks.get(Ink.HOLD_FILL));
        brush.context.fillRoundRect(x, middle - 8.5, width, 17, 17, 17);
        brush.context.setStroke(ink);
        brush.context.setLineWidth(1);
        brush.context.strokeRoundRect(x + 0.5, middle - 8, width - 1, 16, 16, 16);
        brush.icon(Feather.LOCK, 10, ink, words.isEmpty() ? x + width / 2 : x + 12, middle);
        brush.text(words, brush.pens.smallBold, ink, x + 20, middle);
    }

    private Paint hatch(Hue hue) {
        Color ground = (Color) brush.inks.get(Ink.BACKGROUND);
        Color line = (Color) brush.inks.fill(hue);
        return new LinearGradient(
                0,
                0,
                5,
                5,
                false,
                CycleMethod.REPEAT,
                new Stop(0, ground),
                new Stop(0.5, ground),
                new Stop(0.5, line),
                new Stop(1, line));
    }
}
