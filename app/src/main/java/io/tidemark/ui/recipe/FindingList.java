package io.tidemark.ui.recipe;

import io.tidemark.model.Finding;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.Tone;
import io.tidemark.ui.part.Words;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is wrong with a text, the gravest first; a click or Enter leads to the line. */
final class FindingList extends VBox {

    private static final double ROW = 30;
    private static final int MOST = 5;

    private final Ui ui;
    private final IntConsumer jump;
    private final ListView<Finding> list = new ListView<>();

    FindingList(Ui ui, SheetModel model, IntConsumer jump) {
        this.ui = ui;
        this.jump = jump;
        getStyleClass().add("findings");
        list.setId("findings");
        list.getStyleClass().add("finding-list");
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new Cell());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                go(list.getSelectionModel().getSelectedItem());
                event.consume();
            }
        });
        model.findings().subscribe(this::show);
    }

    private void show(List<Finding> findings) {
        list.getItems().setAll(findings);
        double height = ROW * Math.min(MOST, findings.size()) + 2;
        list.setMinHeight(height);
        list.setPrefHeight(height);
        list.setMaxHeight(height);
        getChildren().setAll(findings.isEmpty() ? sound() : list);
    }

    private HBox sound() {
        HBox row = new HBox(10, Icons.of(Tone.SUCCESS.ikon(), 15, "success"), Words.plain(ui.text("recipe.sound")));
        row.getStyleClass().add("finding");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void go(Finding finding) {
        if (finding != null && finding.line() > 0) {
            jump.accept(finding.line());
        }
    }

    private final class Cell extends ListCell<Finding> {

        Cell() {
            setOnMouseClicked(event -> go(getItem()));
        }

        @Override
        protected void updateItem(Finding finding, boolean empty) {
            super.updateItem(finding, empty);
            setText(null);
            setGraphic(empty || finding == null ? null : row(finding));
        }

        private HBox row(Finding finding) {
            Tone tone = Tone.of(finding.notice().severity());
            String words = ui.texts().say(finding.notice().phrase());
            Label said = Words.plain(words);
            said.setTooltip(new Tooltip(words));
            said.setMinWidth(0);
            HBox row = new HBox(10, Icons.of(tone.ikon(), 15, tone.style()), said, Words.spring());
            if (finding.line() > 0) {
                Label where = Words.plain(place(finding), "muted", "table-size");
                where.setMinWidth(Region.USE_PREF_SIZE);
                row.getChildren().add(where);
            }
            row.getStyleClass().add("finding");
            row.setAlignment(Pos.CENTER_LEFT);
            row.prefWidthProperty().bind(getListView().widthProperty().subtract(34));
            row.maxWidthProperty().bind(row.prefWidthProperty());
            return row;
        }
    }

    private String place(Finding finding) {
        return finding.column() > 0
                ? ui.text("recipe.place", "line", finding.line(), "column", finding.column())
                : ui.text("recipe.line", "line", finding.line());
    }
}
