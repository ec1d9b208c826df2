package io.tidemark.ui.compare;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.TableCell;

/** A table cell that shows what a function makes of the row; a row still on its way shows a grey bar. */
final class NodeCell<T> extends TableCell<T, T> {

    private final Function<T, Node> show;

    NodeCell(Function<T, Node> show) {
        this.show = show;
    }

    @Override
    protected void updateItem(T row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        setGraphic(empty || row == null ? null : show.apply(row));
    }
}
