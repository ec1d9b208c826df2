package io.tidemark.ui.deltas;

import io.tidemark.engine.Images.Cell;
import io.tidemark.engine.Images.Way;
import io.tidemark.text.Formats;
import io.tidemark.ui.Place.Pair;
import io.tidemark.ui.part.Paints;
import io.tidemark.ui.part.Pens;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;

/** Draws a matrix of pairs: names, cells in the colour of their share, frames for what is planned, ticks for what is there. */
final class MatrixPainter {

    private static final double ROUND = 6;
    private static final double TWO_LINES = 34;
    private static final String WIDEST = "8.88 MB";
    private static final double NAME = 30;
    private static final double NARROW = 70;
    /** Room that the name of a column takes. */
    private static final double NAMED = 64;

    private final Paints<Tint> paints;
    private final Pens pens;
    private final Formats formats;
    private GraphicsContext context;
    private Grid grid = Grid.EMPTY;
    private Lattice lattice = new Lattice(0, 0, 0, 0);

    MatrixPainter(Paints<Tint> paints, Pens pens, Formats formats) {
        this.paints = paints;
        this.pens = pens;
        this.formats = formats;
    }

    /** Draws all; {@code running} says how far a pair is that is being made, or less than 0. */
    void paint(GraphicsContext canvas, Grid shown, Lattice places, Marked marked, ToDoubleFunction<Pair> running) {
        context = canvas;
        grid = shown;
        lattice = places;
        context.setTextBaseline(VPos.CENTER);
        context.clearRect(0, 0, places.width(), places.height());
        names(marked.picked());
        for (int row = 0; row < grid.size(); row++) {
            for (int column = 0; column < grid.size(); column++) {
                cell(row, column, running);
            }
        }
        marked.hovered().filter(grid::has).ifPresent(pair -> ring(pair, Tint.MUTED, 1.5));
        marked.picked().filter(grid::has).ifPresent(pair -> ring(pair, Tint.ACCENT, marked.focused() ? 3 : 2));
    }

    private void names(Optional<Pair> picked) {
        int from = picked.map(pair -> grid.place(pair.from())).orElse(-1);
        int to = picked.map(pair -> grid.place(pair.to())).orElse(-1);
        int rows = lattice.every(lattice.pitchY(), 15);
        int columns = lattice.every(lattice.pitchX(), NAMED);
        for (int i = 0; i < grid.size(); i++) {
            if (i % rows == 0 || i == from) {
                name(grid.stamp(i), i == from, 0, lattice.y(i) + lattice.cellHeight() / 2, lattice.left() - 8, false);
            }
            boolean free = to < 0 || Math.abs(i - to) * lattice.pitchX() >= NAMED;
            if (i % columns == 0 && free || i == to) {
                String stamp = lattice.pitchX() < NARROW + 12 ? Stamps.narrow(grid.stamp(i)) : grid.stamp(i);
                double middle = lattice.x(i) + lattice.cellWidth() / 2;
                name(stamp, i == to, middle, Lattice.TOP / 2 - 2, Math.max(60, lattice.pitchX()), true);
            }
        }
    }

    private void name(String stamp, boolean here, double x, double y, double room, boolean centred) {
        Font font = here ? pens.bold : pens.plain;
        String words = centred ? pens.tail(stamp, font, room) : pens.elided(stamp, font, room);
        double half = pens.width(words, font) / 2;
        double start = centred
                ? Math.clamp(x - half, lattice.left() - 20, Math.max(lattice.left(), lattice.width() - 2 * half))
                : x;
        context.setTextAlign(TextAlignment.LEFT);
        context.setFont(font);
        context.setFill(paints.get(here ? Tint.ACCENT : Tint.MUTED));
        context.fillText(words, start, y);
    }

    private void cell(int row, int column, ToDoubleFunction<Pair> running) {
        double x = lattice.x(column);
        double y = lattice.y(row);
        Pair pair = grid.pair(row, column);
        Optional<Cell> cell = row == column ? Optional.empty() : grid.cell(pair);
        double done = running.applyAsDouble(pair);
        if (cell.isEmpty()) {
            unknown(done, x, y);
            return;
        }
        boolean full = cell.get().way() == Way.FULL || cell.get().way() == Way.CHAIN;
        double share = grid.share(cell.get());
        Tint tint = full || share < 0 ? Tint.BACKGROUND : Tint.of(share);
        fill(paints.get(tint), x, y);
        frame(cell.get().way(), tint, x, y);
        if (grid.legible()) {
            words(cell.get(), full ? Tint.MUTED : tint.letters(), share, x, y, done >= 0);
        }
        if (done >= 0) {
            progress(done, tint, x, y);
        }
    }

    /** Of images that are just being taken in nobody has said yet what leads to them. */
    private void unknown(double done, double x, double y) {
        if (done < 0) {
            hatch(x, y);
            return;
        }
        stroke(Tint.FRAME, lattice.gap() > 1 ? 2 : 1, x, y);
        progress(done, Tint.BACKGROUND, x, y);
    }

    /** How much room the names of rows take. */
    double left(Grid shown) {
        double widest = Lattice.LEFT;
        for (int i = 0; i < shown.size(); i++) {
            widest = Math.max(widest, pens.width(shown.stamp(i), pens.bold) + 12);
        }
        return widest;
    }

    private void fill(Paint paint, double x, double y) {
        double round = lattice.gap() > 1 ? ROUND : 0;
        context.setFill(paint);
        context.fillRoundRect(x, y, lattice.cellWidth(), lattice.cellHeight(), round, round);
    }

    /** Nothing is drawn around what is there: the tick says it. */
    private void frame(Way way, Tint tint, double x, double y) {
        switch (way) {
            case EXISTS -> {
                if (!grid.legible()) {
                    dot(tint, x, y);
                }
            }
            case PLANNED -> stroke(Tint.FRAME, lattice.gap() > 1 ? 2 : 1, x, y);
            case CHAIN -> {
                double dash = lattice.gap() > 1 ? 5 : 2;
                context.setLineDashes(dash, dash * 0.6);
                stroke(grid.legible() ? Tint.FRAME : Tint.BORDER, lattice.gap() > 1 ? 1.5 : 1, x, y);
                context.setLineDashes();
            }
            case FULL -> stroke(Tint.BORDER, 1, x, y);
        }
    }

    private void stroke(Tint tint, double width, double x, double y) {
        double round = lattice.gap() > 1 ? ROUND : 0;
        context.setStroke(paints.get(tint));
        context.setLineWidth(width);
        context.strokeRoundRect(
                x + width / 2,
                y + width / 2,
                Math.max(0.5, lattice.cellWidth() - width),
                Math.max(0.5, lattice.cellHeight() - width),
                round,
                round);
    }

    private void dot(Tint tint, double x, double y) {
        double radius = Math.min(3, Math.min(lattice.cellWidth(), lattice.cellHeight()) / 4);
        context.setFill(paints.get(tint.letters()));
        context.fillOval(
                x + lattice.cellWidth() / 2 - radius, y + lattice.cellHeight() / 2 - radius, 2 * radius, 2 * radius);
    }

    private void hatch(double x, double y) {
        context.save();
        context.beginPath();
        context.rect(x, y, lattice.cellWidth(), lattice.cellHeight());
        context.clip();
        context.setStroke(paints.get(Tint.HATCH));
        context.setLineWidth(1);
        double high = lattice.cellHeight();
        for (double at = -high; at < lattice.cellWidth(); at += 7) {
            context.strokeLine(x + at, y + high, x + at + high, y);
        }
        context.restore();
    }

    private void words(Cell cell, Tint letters, double share, double x, double y, boolean running) {
        double room = lattice.cellWidth() - 6;
        double middle = x + lattice.cellWidth() / 2;
        boolean two = lattice.cellHeight() >= TWO_LINES;
        double centre = y + lattice.cellHeight() / 2;
        String bytes = cell.bytes() < 0 ? "?" : formats.bytes(cell.bytes());
        String percent = share < 0 ? "" : formats.percent(share);
        Feather sign = running ? Feather.LOADER : cell.way() == Way.EXISTS ? Feather.CHECK : null;
        if (room < NAME) {
            sign(sign, letters, middle, centre);
            return;
        }
        Font font = pens.width(WIDEST, pens.bold) <= room ? pens.bold : pens.tinyBold;
        boolean below = two && !percent.isEmpty();
        text(pens.elided(bytes, font, room), font, letters, middle, below ? centre - 8 : centre);
        if (below) {
            double half = sign == null ? 0 : 8;
            text(percent, pens.small, letters, middle - half, centre + 8);
            sign(sign, letters, middle + pens.width(percent, pens.small) / 2 + 2, centre + 8);
        }
    }

    private void sign(Feather sign, Tint tint, double x, double y) {
        if (sign != null) {
            text(new String(Character.toChars(sign.getCode())), pens.icon(12), tint, x, y);
        }
    }

    private void text(String words, Font font, Tint tint, double x, double y) {
        context.setTextAlign(TextAlignment.CENTER);
        context.setFont(font);
        context.setFill(paints.get(tint));
        context.fillText(words, Math.round(x), y);
    }

    private void progress(double done, Tint tint, double x, double y) {
        double width = lattice.cellWidth() - 8;
        double line = lattice.gap() > 1 ? 3 : 1;
        context.setFill(paints.get(tint.letters()));
        context.fillRect(x + 4, y + lattice.cellHeight() - line - 3, Math.max(1, width * done), line);
    }

    private void ring(Pair pair, Tint tint, double width) {
        double out = lattice.gap() > 1 ? 2 : 1;
        double x = lattice.x(grid.place(pair.to())) - out;
        double y = lattice.y(grid.place(pair.from())) - out;
        context.setStroke(paints.get(tint));
        context.setLineWidth(width);
        context.strokeRoundRect(
                x, y, lattice.cellWidth() + 2 * out, lattice.cellHeight() + 2 * out, ROUND + 2, ROUND + 2);
    }

    /** What is marked: the pair of the keyboard, the pair of the mouse, and whether the keyboard is here. */
    record Marked(Optional<Pair> picked, Optional<Pair> hovered, boolean focused) {}
}
