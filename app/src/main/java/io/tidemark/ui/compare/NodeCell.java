package io.tidemark.ui.compare;

import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

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
        Node shown = empty || row == null ? null : show.apply(row);
        setGraphic(shown);
        setTooltip(tooltip(shown));
    }

    /** Says all of the words in a cell, for where there is no room for them. */
    static Tooltip tooltip(Node shown) {
        String words = String.join(" · ", words(shown));
        return words.isEmpty() ? null : new Tooltip(words);
    }

    private static List<String> words(Node node) {
        if (node instanceof Labeled labeled) {
            return labeled.getText() == null || labeled.getText().isEmpty() ? List.of() : List.of(labeled.getText());
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> words(child).stream())
                        .toList()
                : List.of();
    }
}
