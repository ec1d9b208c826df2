package io.tidemark.ui.deltas;

import io.tidemark.text.Texts;
import io.tidemark.ui.Place.Pair;
import io.tidemark.ui.part.Paints;
import io.tidemark.ui.part.Pens;
import io.tidemark.ui.part.Surface;
import java.util.List;
import java.util.Optional;
import javafx.collections.SetChangeListener;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** The matrix as one picture. Arrows and mouse pick a pair; {@code Enter} and a double click open it. */
final class MatrixCanvas extends Surface {

    private static final double LEAST = 220;

    private final DeltasModel model;
    private final Runnable opening;
    private final Paints<Tint> paints = new Paints<>(Tint.class, this, this::redraw);
    private final MatrixPainter painter;

    MatrixCanvas(DeltasModel model, Texts texts, Runnable opening) {
        this.model = model;
        this.opening = opening;
        painter = new MatrixPainter(paints, new Pens(), texts, model.look());
        getStyleClass().add("matrix-canvas");
        setFocusTraversable(true);
        setMinHeight(LEAST);
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        model.grid().subscribe(grid -> fit(grid));
        model.look().direction().addListener(change -> redraw());
        model.look().measure().addListener(change -> redraw());
        model.look().line().addListener(change -> redraw());
        model.prune().active().addListener(change -> redraw());
        model.prune().chosen().addListener((SetChangeListener<String>) change -> redraw());
        model.picked().addListener(change -> redraw());
        model.hovered().addListener(change -> redraw());
        model.workers().workers().addListener(change -> redraw());
        focusVisibleProperty().addListener(change -> redraw());
        addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> model.hovered().set(pair(event)));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> model.hovered().set(Optional.empty()));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    }

    /** Few images take no more room than they need; what explains them stays close. */
    private void fit(Grid grid) {
        setMaxHeight(Lattice.tallest(grid.size()));
        redraw();
    }

    /** Where things are drawn now. */
    Lattice lattice() {
        Grid grid = model.grid().get();
        return new Lattice(grid.size(), painter.left(grid), painter.right(grid), getWidth(), getHeight());
    }

    @Override
    protected void draw(GraphicsContext context, double width, double height) {
        MatrixPainter.Marked marked =
                new MatrixPainter.Marked(model.picked().get(), model.hovered().get(), isFocusVisible(), model.prune());
        painter.paint(
                context,
                model.grid().get(),
                lattice(),
                marked,
                pair -> model.workers().work(pair));
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return paints == null ? getClassCssMetaData() : paints.metaData();
    }

    private void typed(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> model.move(0, -1);
            case RIGHT -> model.move(0, 1);
            case UP -> model.move(-1, 0);
            case DOWN -> model.move(1, 0);
            case ENTER -> opening.run();
            case SPACE -> model.togglePruned();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        pair(event).ifPresent(pair -> model.picked().set(Optional.of(pair)));
        if (event.getClickCount() == 2 && pair(event).isPresent()) {
            opening.run();
        }
    }

    private Optional<Pair> pair(MouseEvent event) {
        return lattice()
                .at(event.getX(), event.getY())
                .filter(spot -> spot.row() != spot.column())
                .map(spot -> model.grid().get().pair(spot.row(), spot.column()))
                .filter(pair -> model.look().shows(model.grid().get(), pair));
    }
}
