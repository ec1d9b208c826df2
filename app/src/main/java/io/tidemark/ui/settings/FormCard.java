package io.tidemark.ui.settings;

import io.tidemark.ui.part.Card;
import io.tidemark.ui.part.Words;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A titled group of settings: names at the left, what is set at the right. */
final class FormCard {

    private final GridPane grid = new GridPane(16, 10);
    private final Card card;

    FormCard(String title) {
        ColumnConstraints names = new ColumnConstraints(190, 190, 190);
        names.setHalignment(HPos.LEFT);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, values);
        card = new Card(Words.plain(title, "section-title"), grid);
        card.getStyleClass().add("form-card");
    }

    /** Cards one below the other, not wider than can be read. */
    static VBox column(FormCard... cards) {
        VBox column = new VBox(12);
        for (FormCard card : cards) {
            column.getChildren().add(card.card);
        }
        column.getStyleClass().add("form-column");
        column.setAlignment(Pos.TOP_LEFT);
        return column;
    }

    void row(String name, Node value) {
        Label label = Words.wrapped(name, "muted");
        GridPane.setValignment(label, VPos.TOP);
        label.getStyleClass().add("form-name");
        grid.addRow(grid.getRowCount(), label, value);
    }

    void wide(Region content) {
        grid.add(content, 0, grid.getRowCount(), 2, 1);
    }
}
