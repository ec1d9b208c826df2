package io.tidemark.ui.deltas;

import io.tidemark.engine.Images.Cell;
import io.tidemark.engine.Images.Way;
import io.tidemark.text.Texts;
import io.tidemark.ui.Place.Pair;
import io.tidemark.ui.deltas.PairWork.State;
import io.tidemark.ui.part.Paints;
import io.tidemark.ui.part.Pens;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;

/** Draws a matrix of pairs: names, cells in the colour of their share, frames for what is planned, ticks for what is there. */
final class MatrixPainter {

    private static final double ROUND = 6;
    private static final double HATCH = 7;
    private static final double TWO_LINES = 34;
    private static final String WIDEST = "8.88 MB";
    private static final double NAME = 30;
    private static final double NARROW = 70;
    /** Room that the name of a column takes. */
    private static final double NAMED = 64;

    private final Paints<Tint> paints;
    private final Pens pens;
    private final Texts texts;
    private final MatrixLook look;
    private final CellWords cellWords;
    private GraphicsContext context;
    private Grid grid = Grid.EMPTY;
    private Lattice lattice = new Lattice(0, 0, 0, 0, 0);

    MatrixPainter(Paints<Tint> paints, Pens pens, Texts texts, MatrixLook look) {
        this.paints = paints;
        this.pens = pens;
        this.texts = texts;
        this.look = look;
        cellWords = new CellWords(texts.formats(), look);
    }

    /** Draws all; {@code work} says what the workers have to do with a pair. */
    void paint(GraphicsContext canvas, Grid shown, Lattice places, Marked marked, Function<Pair, PairWork> work) {
        context = canvas;
        grid = shown;
        lattice = places;
        context.setTextBaseline(VPos.CENTER);
        context.clearRect(0, 0, places.width(), places.height());
        names(marked);
        for (int row = 0; row < grid.size(); row++) {
            for (int column = 0; column < grid.size(); column++) {
                if (row == column || look.direction().get().shows(row, column)) {
                    cell(row, column, work, marked.prune());
                }
            }
        }
        marked.hovered().filter(grid::has).ifPresent(pair -> ring(pair, Tint.MUTED, 1.5));
        marked.picked().filter(grid::has).ifPresent(pair -> ring(pair, Tint.ACCENT, marked.focused() ? 3 : 2));
    }

    private void names(Marked marked) {
        Optional<Pair> picked = marked.picked();
        int from = picked.map(pair -> grid.place(pair.from())).orElse(-1);
        int to = picked.map(pair -> grid.place(pair.to())).orElse(-1);
        int rows = lattice.every(lattice.pitchY(), 15);
        int columns = lattice.every(lattice.pitchX(), NAMED);
        word(texts.get("deltas.from"), 0, false);
        clients(rows, from);
        for (int i = 0; i < grid.size(); i++) {
            if (i % rows == 0 || i == from) {
                name(grid.stamp(i), i == from, 0, lattice.y(i) + lattice.cellHeight() / 2, lattice.left() - 8, false);
                strike(marked.prune(), i);
            }
            boolean free = to < 0 || Math.abs(i - to) * lattice.pitchX() >= NAMED;
            if (i % columns == 0 && free || i == to) {
                String stamp = lattice.pitchX() < NARROW + 12 ? Stamps.narrow(grid.stamp(i)) : grid.stamp(i);
                double middle = lattice.x(i) + lattice.cellWidth() / 2;
                name(stamp, i == to, middle, Lattice.TOP / 2 - 2, Math.max(60, lattice.pitchX()), true);
            }
        }
    }

    /** How many clients run each image, where anybody said so. */
    private void clients(int every, int from) {
        if (!grid.counted()) {
            return;
        }
        word(texts.get("deltas.clients"), lattice.width(), true);
        for (int i = 0; i < grid.size(); i++) {
            if (i % every == 0 || i == from) {
                long count = grid.image(i).clients();
                context.setTextAlign(TextAlignment.RIGHT);
                context.setFont(i == from ? pens.bold : pens.plain);
                context.setFill(paints.get(count < 0 ? Tint.MUTED : Tint.FOREGROUND));
                String words = count < 0 ? "–" : texts.formats().number(count);
                context.fillText(words, lattice.width(), lattice.y(i) + lattice.cellHeight() / 2);
            }
        }
    }

    private void word(String word, double x, boolean right) {
        context.setTextAlign(right ? TextAlignment.RIGHT : TextAlignment.LEFT);
        context.setFont(pens.small);
        context.setFill(paints.get(Tint.MUTED));
        context.fillText(word, x, Lattice.TOP / 2 - 2);
    }

    /** An image that is to be deleted. */
    private void strike(PruneModel prune, int row) {
        if (prune.chosen().contains(grid.image(row).id())) {
            double y = Math.round(lattice.y(row) + lattice.cellHeight() / 2) + 0.5;
            context.setStroke(paints.get(Tint.DANGER));
            context.setLineWidth(2);
            context.strokeLine(0, y, pens.width(grid.stamp(row), pens.plain), y);
        }
    }

    /** The end of a name is what tells it from others. */
    private String column(String stamp, Font font, double room) {
        String words = pens.tail(stamp, font, room);
        for (int i = 1; words.isEmpty() && i < stamp.length(); i++) {
            String end = "…" + stamp.substring(i);
            words = pens.width(end, font) <= room ? end : "";
        }
        return words;
    }

    private void name(String stamp, boolean here, double x, double y, double room, boolean centred) {
        Font font = here ? pens.bold : pens.plain;
        String words = centred ? column(stamp, font, room) : pens.elided(stamp, font, room);
        double half = pens.width(words, font) / 2;
        double start = centred
                ? Math.clamp(
                        x - half,
                        lattice.left() - 20,
                        Math.max(lattice.left(), lattice.width() - lattice.right() - 2 * half))
                : x;
        context.setTextAlign(TextAlignment.LEFT);
        context.setFont(font);
        context.setFill(paints.get(here ? Tint.ACCENT : Tint.MUTED));
        context.fillText(words, start, y);
    }

    private void cell(int row, int column, Function<Pair, PairWork> working, PruneModel prune) {
        double x = lattice.x(column);
        double y = lattice.y(row);
        Pair pair = grid.pair(row, column);
        Optional<Cell> cell = row == column ? Optional.empty() : grid.cell(pair);
        PairWork work = working.apply(pair);
        if (cell.isEmpty()) {
            unknown(work, x, y);
            return;
        }
        boolean full = cell.get().way() == Way.FULL || cell.get().way() == Way.CHAIN;
        double share = grid.share(cell.get());
        Tint tint = full || share < 0 ? Tint.BACKGROUND : Tint.of(share);
        fill(paints.get(tint), x, y);
        frame(cell.get().way(), tint, x, y);
        if (grid.legible()) {
            words(cell.get(), full ? Tint.MUTED : tint.letters(), share, x, y, work);
        }
        if (work.running()) {
            progress(work.share(), tint, x, y);
        }
        if (prune.takes(cell.get())) {
            cross(x, y);
        }
    }

    /** Goes with an image that is to be deleted. */
    private void cross(double x, double y) {
        stroke(Tint.DANGER, lattice.gap() > 1 ? 2 : 1, x, y);
        context.setLineWidth(lattice.gap() > 1 ? 1.5 : 1);
        context.strokeLine(x + 2, y + lattice.cellHeight() - 2, x + lattice.cellWidth() - 2, y + 2);
    }

    /** Of images that are just being taken in nobody has said yet what leads to them. */
    private void unknown(PairWork work, double x, double y) {
        if (work.state() == State.NONE) {
            hatch(x, y);
            return;
        }
        stroke(Tint.FRAME, lattice.gap() > 1 ? 2 : 1, x, y);
        double middle = x + lattice.cellWidth() / 2;
        if (grid.legible()) {
            sign(CellWords.sign(work, Optional.empty()), Tint.FOREGROUND, middle, y + lattice.cellHeight() / 2);
        }
        if (work.running()) {
            progress(work.share(), Tint.BACKGROUND, x, y);
        }
    }

    /** How much room the counts of clients take. */
    double right(Grid shown) {
        return shown.counted() ? Math.max(NAME, pens.width(texts.get("deltas.clients"), pens.small)) + 14 : 0;
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

    /** Lines are cut here and not by a clip of the canvas, which costs milliseconds for each cell. */
    private void hatch(double x, double y) {
        context.setStroke(paints.get(Tint.HATCH));
        context.setLineWidth(1);
        double high = lattice.cellHeight();
        double wide = lattice.cellWidth();
        for (double at = -high; at < wide; at += HATCH) {
            double start = Math.max(0, at);
            double end = Math.min(wide, at + high);
            context.strokeLine(x + start, y + high - (start - at), x + end, y + high - (end - at));
        }
    }

    private void words(Cell cell, Tint letters, double share, double x, double y, PairWork work) {
        double room = lattice.cellWidth() - 6;
        double middle = x + lattice.cellWidth() / 2;
        boolean two = lattice.cellHeight() >= TWO_LINES;
        double centre = y + lattice.cellHeight() / 2;
        String most = cellWords.figure(cell, grid.commits());
        String percent = cellWords.share(share);
        Optional<Feather> sign = CellWords.sign(work, Optional.of(cell));
        if (room < NAME) {
            sign(sign, letters, middle, centre);
            return;
        }
        Font font = pens.width(WIDEST, pens.bold) <= room ? pens.bold : pens.tinyBold;
        // the card below the matrix says it where there is no room for the sign
        String bytes = pens.width(most, font) <= room ? most : cellWords.figure(cell, false);
        boolean below = two && !percent.isEmpty();
        text(pens.elided(bytes, font, room), font, letters, middle, below ? centre - 8 : centre);
        if (below) {
            double half = sign.isEmpty() ? 0 : 8;
            text(percent, pens.small, letters, middle - half, centre + 8);
            sign(sign, letters, middle + pens.width(percent, pens.small) / 2 + 2, centre + 8);
        }
    }

    private void sign(Optional<Feather> sign, Tint tint, double x, double y) {
        sign.ifPresent(icon -> text(new String(Character.toChars(icon.getCode())), pens.icon(12), tint, x, y));
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
        context.fillRect(x + 4, y + lattice.cellHeight() - line - 3, Math.max(1, width * Math.max(0, done)), line);
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

    /** What is marked: the pair of the keyboard, the pair of the mouse, whether the keyboard is here, what is to go. */
    record Marked(Optional<Pair> picked, Optional<Pair> hovered, boolean focused, PruneModel prune) {}
}
