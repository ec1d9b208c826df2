package io.tidemark.ui.compare;

import java.util.function.IntConsumer;
import javafx.scene.control.SelectionModel;

/** Moving the selection of a table by one row. */
final class Rows {

    private Rows() {}

    static void step(SelectionModel<?> selection, int rows, int by, IntConsumer show) {
        if (rows > 0) {
            int next = Math.clamp(selection.getSelectedIndex() + (long) by, 0, rows - 1);
            selection.clearSelection();
            selection.select(next);
            show.accept(Math.max(0, next - 3));
        }
    }
}
