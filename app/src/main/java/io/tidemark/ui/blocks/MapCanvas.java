package io.tidemark.ui.blocks;

import io.tidemark.engine.Images.BlockMap;
import io.tidemark.ui.part.Paints;
import io.tidemark.ui.part.Surface;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;

/** The map: one picture with a pixel for each cell, drawn large without smoothing, and a frame around the picked cell. */
final class MapCanvas extends Surface {

    private static final double LEAST = 128;
    /** Cells of that many pixels are told apart by lines. */
    private static final double LINES = 6;

    private static final double MARK = 1.6;

    private final BlocksModel model;
    private final Paints<Shade> paints = new Paints<>(Shade.class, this, this::repaint);
    private Optional<WritableImage> picture = Optional.empty();

    MapCanvas(BlocksModel model) {
        this.model = model;
        getStyleClass().add("block-canvas");
        setFocusTraversable(true);
        setMinSize(LEAST, LEAST);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        model.map().addListener(change -> repaint());
        model.curve().addListener(change -> repaint());
        model.picked().addListener(change -> redraw());
        model.hovered().addListener(change -> redraw());
        model.file().addListener(change -> redraw());
        focusVisibleProperty().addListener(change -> redraw());
        addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> model.hovered().set(cell(event)));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> model.hovered().set(-1));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    }

    @Override
    protected void draw(GraphicsContext context, double width, double height) {
        context.clearRect(0, 0, width, height);
        if (picture.isEmpty()) {
            picture = model.map().get().map(this::picture);
        }
        picture.ifPresent(image -> {
            double size = size();
            context.setImageSmoothing(false);
            context.drawImage(image, left(), 0, size, size);
            lines(context);
            marks(context);
            frames(context);
        });
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return paints == null ? getClassCssMetaData() : paints.metaData();
    }

    private void repaint() {
        picture = Optional.empty();
        redraw();
    }

    private WritableImage picture(BlockMap map) {
        int side = model.side();
        WritableImage image = new WritableImage(side, side);
        PixelWriter pixels = image.getPixelWriter();
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int cell = model.at(x, y);
                pixels.setColor(
                        x,
                        y,
                        cell < 0 ? Color.TRANSPARENT : colour(map.permille().get(cell)));
            }
        }
        return image;
    }

    private Color colour(int permille) {
        return paints.get(Shade.of(permille)) instanceof Color plain ? plain : Color.TRANSPARENT;
    }

    private void lines(GraphicsContext context) {
        double pitch = pitch();
        if (pitch < LINES) {
            return;
        }
        double size = size();
        context.setStroke(paints.get(Shade.BACKGROUND));
        context.setLineWidth(1);
        for (int i = 0; i <= model.side(); i++) {
            double at = Math.round(i * pitch) + 0.5;
            context.strokeLine(left() + at, 0, left() + at, size);
            context.strokeLine(left(), at, left() + size, at);
        }
    }

    /** A line around all cells in which the marked file lies. */
    private void marks(GraphicsContext context) {
        BitSet marked = model.marked();
        if (marked.isEmpty()) {
            return;
        }
        context.setStroke(paints.get(Shade.FOREGROUND));
        context.setLineWidth(MARK);
        int side = model.side();
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                if (isMarked(marked, x, y)) {
                    edge(context, marked, x, y);
                }
            }
        }
    }

    private void edge(GraphicsContext context, BitSet marked, int x, int y) {
        double pitch = pitch();
        double at = left() + x * pitch + 0.5;
        double top = y * pitch + 0.5;
        if (!isMarked(marked, x - 1, y)) {
            context.strokeLine(at, top, at, top + pitch);
        }
        if (!isMarked(marked, x + 1, y)) {
            context.strokeLine(at + pitch, top, at + pitch, top + pitch);
        }
        if (!isMarked(marked, x, y - 1)) {
            context.strokeLine(at, top, at + pitch, top);
        }
        if (!isMarked(marked, x, y + 1)) {
            context.strokeLine(at, top + pitch, at + pitch, top + pitch);
        }
    }

    private boolean isMarked(BitSet marked, int x, int y) {
        int cell = model.at(x, y);
        return cell >= 0 && marked.get(cell);
    }

    /** Where a cell is drawn; empty if there is none of this number. */
    Optional<Rectangle2D> place(int cell) {
        int side = model.side();
        for (int at = 0; at < side * side; at++) {
            if (cell >= 0 && model.at(at % side, at / side) == cell) {
                double pitch = pitch();
                return Optional.of(new Rectangle2D(left() + at % side * pitch, at / side * pitch, pitch, pitch));
            }
        }
        return Optional.empty();
    }

    private void frames(GraphicsContext context) {
        int side = model.side();
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int cell = model.at(x, y);
                if (cell >= 0 && cell == model.picked().get()) {
                    frame(context, x, y, isFocusVisible() ? Shade.ACCENT : Shade.FOREGROUND, 2);
                } else if (cell >= 0 && cell == model.hovered().get()) {
                    frame(context, x, y, Shade.FOREGROUND, 1);
                }
            }
        }
    }

    private void frame(GraphicsContext context, int x, int y, Shade shade, double width) {
        double pitch = pitch();
        context.setStroke(paints.get(Shade.BACKGROUND));
        context.setLineWidth(width + 2);
        context.strokeRect(left() + x * pitch - 0.5, y * pitch - 0.5, pitch + 2, pitch + 2);
        context.setStroke(paints.get(shade));
        context.setLineWidth(width);
        context.strokeRect(left() + x * pitch - 0.5, y * pitch - 0.5, pitch + 2, pitch + 2);
    }

    private double pitch() {
        double most = Math.min(getWidth(), getHeight()) / Math.max(1, model.side());
        return most >= 1 ? Math.floor(most) : most;
    }

    private double size() {
        return pitch() * model.side();
    }

    private double left() {
        return Math.floor((getWidth() - size()) / 2);
    }

    private void typed(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> model.move(-1, 0);
            case RIGHT -> model.move(1, 0);
            case UP -> model.move(0, -1);
            case DOWN -> model.move(0, 1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        int cell = cell(event);
        if (cell >= 0) {
            model.pick(cell);
        }
    }

    private int cell(MouseEvent event) {
        double pitch = pitch();
        return model.at((int) Math.floor((event.getX() - left()) / pitch), (int) Math.floor(event.getY() / pitch));
    }
}
