package io.tidemark.ui.compare;

import io.tidemark.model.ChangePage;
import io.tidemark.model.DirectoryChange;
import io.tidemark.model.FileChange;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Changed files rolled up by directory; the files of a directory are fetched when it is opened, a page at a time. */
final class FileTree extends TreeTableView<FileRow> {

    private static final int PAGES_AT_ONCE = 20;

    private final FilesModel model;
    private final Ui ui;

    FileTree(FilesModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        getStyleClass().add("compare-table");
        setShowRoot(false);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TreeTableColumn<FileRow, FileRow> path = column(ui.text("compare.column.path"), this::path, 380);
        TreeTableColumn<FileRow, FileRow> change = column(ui.text("compare.column.changes"), this::change, 395);
        TreeTableColumn<FileRow, FileRow> size = column(ui.text("compare.column.size"), this::size, 110);
        path.getStyleClass().add("first");
        size.getStyleClass().add("right");
        getColumns().setAll(List.of(path, change, size));
        model.root().subscribe(_ -> rebuild());
    }

    /** Builds the tree anew, with what the chips leave. */
    void rebuild() {
        Directory root = model.root().get();
        if (root != null) {
            TreeItem<FileRow> top = item(root);
            top.setExpanded(true);
            setRoot(top);
            List<TreeItem<FileRow>> first = top.getChildren();
            if (first.size() < 4) {
                first.forEach(item -> item.setExpanded(item.getValue() instanceof FileRow.Below below
                        && !below.directory().parts().isEmpty()));
            }
        }
    }

    private TreeItem<FileRow> item(Directory directory) {
        TreeItem<FileRow> item = new TreeItem<>(new FileRow.Below(directory));
        directory.parts().stream()
                .filter(part -> model.count(part) > 0)
                .map(this::item)
                .forEach(item.getChildren()::add);
        if (model.own(directory) > 0) {
            item.getChildren().add(new TreeItem<>(new FileRow.Coming()));
            item.expandedProperty().subscribe(open -> {
                if (open && item.getChildren().getLast().getValue() instanceof FileRow.Coming) {
                    fetch(item, directory, 0);
                }
            });
        }
        return item;
    }

    private void fetch(TreeItem<FileRow> item, Directory directory, long offset) {
        fetch(item, directory, offset, PAGES_AT_ONCE);
    }

    private void fetch(TreeItem<FileRow> item, Directory directory, long offset, int pages) {
        model.below(directory, offset, page -> arrived(item, directory, page, pages - 1));
    }

    /** Puts the files that lie right here before the placeholder, which goes when all have come. */
    private void arrived(TreeItem<FileRow> item, Directory directory, ChangePage page, int pages) {
        List<TreeItem<FileRow>> children = new ArrayList<>(item.getChildren());
        TreeItem<FileRow> placeholder = children.removeLast();
        page.changes().stream()
                .filter(change -> model.root().get().holding(change.path()).equals(directory))
                .map(change -> new TreeItem<FileRow>(new FileRow.Changed(change)))
                .forEach(children::add);
        long next = page.offset() + page.changes().size();
        long missing = model.own(directory)
                - children.stream()
                        .filter(child -> child.getValue() instanceof FileRow.Changed)
                        .count();
        boolean more = missing > 0 && next < page.total() && !page.changes().isEmpty();
        boolean goOn = more && pages > 0 && children.size() < PagedChanges.PAGE / 2;
        if (more) {
            placeholder.setValue(goOn ? new FileRow.Coming() : new FileRow.More(directory, next, missing));
            children.add(placeholder);
        }
        item.getChildren().setAll(children);
        if (goOn) {
            fetch(item, directory, next, pages);
        }
    }

    private void more(TreeItem<FileRow> row, FileRow.More more) {
        TreeItem<FileRow> item = row.getParent();
        row.setValue(new FileRow.Coming());
        fetch(item, more.directory(), more.offset());
    }

    private TreeTableColumn<FileRow, FileRow> column(
            String title, Function<TreeItem<FileRow>, Node> cell, double width) {
        TreeTableColumn<FileRow, FileRow> column = new TreeTableColumn<>(title);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().getValue()));
        column.setCellFactory(_ -> new TreeCell(cell));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private Node path(TreeItem<FileRow> row) {
        return switch (row.getValue()) {
            case FileRow.Below below -> named(below.directory().name(), Feather.FOLDER, "medium");
            case FileRow.Changed file -> named(name(row, file.change()), Feather.FILE, "plain");
            case FileRow.Coming _ -> Words.muted(ui.text("compare.coming"));
            case FileRow.More more -> {
                var button = Buttons.plain(
                        ui.text("compare.more", "count", more.missing()), Feather.CHEVRON_DOWN, () -> more(row, more));
                button.getStyleClass().add("link");
                yield button;
            }
        };
    }

    private static Node named(String name, Feather ikon, String style) {
        HBox box = new HBox(8, Icons.of(ikon, 14, "muted"), Words.plain(name, style));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    /** The path below the directory under which the file stands. */
    private static String name(TreeItem<FileRow> row, FileChange change) {
        boolean deep = row.getParent() != null && row.getParent().getValue() instanceof FileRow.Below;
        String above =
                deep ? ((FileRow.Below) row.getParent().getValue()).directory().path() : "";
        return above.isEmpty() ? change.path() : change.path().substring(above.length() + 1);
    }

    private Node change(TreeItem<FileRow> row) {
        return switch (row.getValue()) {
            case FileRow.Below below -> Words.muted(counts(below.directory().total()));
            case FileRow.Changed file -> FileList.chip(file.change().kind(), ui);
            case FileRow.Coming _, FileRow.More _ -> null;
        };
    }

    private String counts(DirectoryChange total) {
        List<String> words = new ArrayList<>();
        add(words, "changed", total.changed());
        add(words, "added", total.added());
        add(words, "removed", total.removed());
        add(words, "moved", total.moved());
        return String.join(", ", words);
    }

    private void add(List<String> words, String what, long count) {
        if (count > 0) {
            words.add(ui.text("compare.count." + what, "count", count));
        }
    }

    private Node size(TreeItem<FileRow> row) {
        return switch (row.getValue()) {
            case FileRow.Below below -> bytes(below.directory().total().bytes());
            case FileRow.Changed file ->
                bytes(file.change().newSize() - file.change().oldSize());
            case FileRow.Coming _, FileRow.More _ -> null;
        };
    }

    private Node bytes(long count) {
        return Words.plain(ui.texts().formats().signedBytes(count));
    }

    /** A cell that shows what a function makes of its row. */
    private static final class TreeCell extends TreeTableCell<FileRow, FileRow> {

        private final Function<TreeItem<FileRow>, Node> show;

        TreeCell(Function<TreeItem<FileRow>, Node> show) {
            this.show = show;
        }

        @Override
        protected void updateItem(FileRow row, boolean empty) {
            super.updateItem(row, empty);
            TreeItem<FileRow> item =
                    getTableRow() == null ? null : getTableRow().getTreeItem();
            Node shown = empty || row == null || item == null ? null : show.apply(item);
            setGraphic(shown);
            setTooltip(NodeCell.tooltip(shown));
        }
    }
}
