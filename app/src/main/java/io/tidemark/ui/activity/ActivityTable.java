package io.tidemark.ui.activity;

import io.tidemark.model.JournalEntry;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.EscapeKey;
import io.tidemark.ui.part.Icons;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;

/** Journal lines as a table; a double click or {@code Enter} leads to the version. */
final class ActivityTable {

    /** Left and right of the words of a cell. */
    private static final double PADDING = 14;

    /** The longest event in French. */
    private static final double EVENT = 146;

    private final Ui ui;
    private final ActivityModel model;
    private final TableView<Happening> table;

    ActivityTable(Ui ui, ActivityModel model) {
        this.ui = ui;
        this.model = model;
        table = new TableView<>(model.shown());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        table.getStyleClass().add("plain-table");
        table.setRowFactory(view -> row());
        column(
                "time",
                142,
                142,
                happening -> ui.texts().formats().time(happening.line().time()));
        events();
        column("version", 98, 92, happening -> happening.line().version());
        column("channel", 98, 88, happening -> happening.line().channel());
        column("repository", 132, 118, Happening::repository);
        column("actor", 112, 110, happening -> happening.line().actor());
        column("reason", 350, 70, happening -> ui.texts().reason(happening.line()))
                .setCellFactory(ReasonCell::new);
        EscapeKey.in(table, ui.desk().navigator()::back);
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                visit(table.getSelectionModel().getSelectedItem());
            }
        });
    }

    TableView<Happening> node() {
        return table;
    }

    private TableColumn<Happening, String> column(
            String name, double width, double least, Function<Happening, String> words) {
        TableColumn<Happening, String> column = new TableColumn<>(ui.text("ui.activity." + name));
        column.setPrefWidth(width);
        column.setMinWidth(least);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(words.apply(cell.getValue())));
        column.setCellFactory(owner -> new WordsCell());
        table.getColumns().add(column);
        return column;
    }

    private void events() {
        TableColumn<Happening, JournalEntry.Event> column = new TableColumn<>(ui.text("ui.activity.event"));
        column.setPrefWidth(EVENT);
        column.setMinWidth(EVENT);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(cell.getValue().line().event()));
        column.setCellFactory(owner -> new EventCell());
        table.getColumns().add(column);
    }

    private TableRow<Happening> row() {
        TableRow<Happening> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                visit(row.getItem());
            }
        });
        return row;
    }

    private void visit(Happening happening) {
        if (happening != null) {
            model.visit(happening);
        }
    }

    /** A cell that says all of its text in a tooltip. */
    private static final class WordsCell extends TableCell<Happening, String> {

        @Override
        protected void updateItem(String words, boolean empty) {
            super.updateItem(words, empty);
            setText(empty ? null : words);
            setTooltip(empty || words.isEmpty() ? null : new Tooltip(words));
        }
    }

    /** A reason breaks into lines; its row grows with it. */
    private static final class ReasonCell extends TableCell<Happening, String> {

        private final Text words = new Text();

        ReasonCell(TableColumn<Happening, String> column) {
            words.getStyleClass().add("reason");
            words.wrappingWidthProperty().bind(column.widthProperty().subtract(PADDING));
        }

        @Override
        protected void updateItem(String reason, boolean empty) {
            super.updateItem(reason, empty);
            words.setText(empty ? "" : reason);
            setGraphic(empty || reason.isEmpty() ? null : words);
        }
    }

    private final class EventCell extends TableCell<Happening, JournalEntry.Event> {

        @Override
        protected void updateItem(JournalEntry.Event event, boolean empty) {
            super.updateItem(event, empty);
            boolean none = empty || event == null;
            setText(none ? null : ui.text("journal." + event));
            setGraphic(none ? null : Icons.of(EventIcons.icon(event), 14, EventIcons.style(event)));
        }
    }
}
