package io.tidemark.ui.compare;

import io.tidemark.model.FileChange;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Chip;
import io.tidemark.ui.part.Words;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;

/** Changed files one below the other, in path order; rows are fetched as they come into sight. */
final class FileList extends TableView<FileChange> {

    private final Ui ui;

    FileList(Ui ui) {
        this.ui = ui;
        getStyleClass().add("compare-table");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<FileChange, FileChange> path = column(ui.text("compare.column.path"), this::path, 480);
        TableColumn<FileChange, FileChange> change = column(ui.text("compare.column.change"), this::change, 120);
        TableColumn<FileChange, FileChange> before = column(ui.text("compare.column.before"), this::before, 90);
        TableColumn<FileChange, FileChange> after = column(ui.text("compare.column.after"), this::after, 90);
        TableColumn<FileChange, FileChange> size = column(ui.text("compare.column.size"), this::delta, 100);
        path.getStyleClass().add("first");
        List.of(before, after, size).forEach(column -> column.getStyleClass().add("right"));
        getColumns().setAll(List.of(path, change, before, after, size));
    }

    void show(PagedChanges rows) {
        setItems(rows);
    }

    private static TableColumn<FileChange, FileChange> column(
            String title, Function<FileChange, Node> cell, double width) {
        TableColumn<FileChange, FileChange> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new NodeCell<>(cell));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private Node path(FileChange change) {
        HBox box = new HBox(8, Words.plain(change.path()));
        box.setAlignment(Pos.CENTER_LEFT);
        if (!change.from().isEmpty()) {
            box.getChildren().add(Words.plain(ui.text("compare.moved", "from", change.from()), "muted", "small"));
        }
        return box;
    }

    private Node change(FileChange change) {
        return chip(change.kind(), ui);
    }

    static Chip chip(FileChange.Kind kind, Ui ui) {
        return new Chip(ui.text("change.file." + kind), Marks.tone(kind), Marks.icon(kind));
    }

    private Node before(FileChange change) {
        return bytes(change.kind() == FileChange.Kind.ADDED ? -1 : change.oldSize());
    }

    private Node after(FileChange change) {
        return bytes(change.kind() == FileChange.Kind.REMOVED ? -1 : change.newSize());
    }

    private Node bytes(long count) {
        return count < 0 ? Words.muted("–") : Words.plain(ui.texts().formats().bytes(count), "muted");
    }

    private Node delta(FileChange change) {
        return Words.plain(ui.texts().formats().signedBytes(change.newSize() - change.oldSize()));
    }
}
