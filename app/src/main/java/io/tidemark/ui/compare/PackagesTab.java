package io.tidemark.ui.compare;

import io.tidemark.model.Comparison;
import io.tidemark.model.PackageChange;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.Chip;
import io.tidemark.ui.part.EmptyState;
import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.Words;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The changed packages: filter, chips, table. */
final class PackagesTab extends VBox {

    private final PackagesModel model;
    private final Ui ui;
    private final TextField filter;
    private final Comparison.Items items;
    private final TableView<PackageChange> table = new TableView<>();

    PackagesTab(CompareModel comparison, Ui ui) {
        this.model = comparison.packages();
        this.ui = ui;
        this.items = comparison.comparison().get().items();
        this.filter = FilterField.over(model.filter(), ui.text("compare.filter"));
        HBox bar = new HBox(8, filter, chips());
        bar.getStyleClass().add("filter-bar");
        HBox.setHgrow(bar.getChildren().getLast(), Priority.ALWAYS);
        columns(comparison);
        SortedList<PackageChange> sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setPlaceholder(new EmptyState(
                Feather.FILTER,
                ui.text("compare.nothing"),
                Buttons.plain(ui.text("ui.filter.clear"), Feather.X, this::clear)));
        table.getStyleClass().add("compare-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(bar, table);
    }

    Node rows() {
        return table;
    }

    Node filter() {
        return filter;
    }

    void step(int by) {
        Rows.step(table.getSelectionModel(), table.getItems().size(), by, table::scrollTo);
    }

    /** Takes filter and chips away; answers whether there was something to take away. */
    boolean clear() {
        boolean some = !model.filter().get().isEmpty() || !model.chosen().isEmpty();
        model.filter().set("");
        model.chosen().clear();
        return some;
    }

    private Chips<Category> chips() {
        Chips<Category> chips = new Chips<>(model.chosen(), ui.texts().formats());
        chips.all(ui.text("compare.chip.all"), () -> (long) model.count());
        for (Category category : Category.values()) {
            chips.one(category, chip(category), each -> model.counts().getOrDefault(each, 0));
        }
        model.counts().subscribe(_ -> chips.refresh());
        return chips;
    }

    private String chip(Category category) {
        return items == Comparison.Items.COMMITS && category != Category.BOOT
                ? ui.text("change.commits." + category)
                : ui.text("compare.chip." + category);
    }

    private void columns(CompareModel comparison) {
        String before = Words.brief(comparison.place().before());
        String after = Words.brief(comparison.place().after());
        TableColumn<PackageChange, PackageChange> name = column(
                ui.text("compare.column." + items.word()), this::name, Comparator.comparing(PackageChange::name), 300);
        TableColumn<PackageChange, PackageChange> change =
                column(ui.text("compare.column.change"), this::change, Comparator.comparing(Category::of), 150);
        TableColumn<PackageChange, PackageChange> old = column(
                before, each -> version(each.before(), "muted"), Comparator.comparing(PackageChange::before), 160);
        TableColumn<PackageChange, PackageChange> arrow =
                column("", _ -> Icons.of(Feather.ARROW_RIGHT, 14, "muted"), null, 36);
        TableColumn<PackageChange, PackageChange> now = column(
                after, each -> version(each.after(), "semibold"), Comparator.comparing(PackageChange::after), 160);
        TableColumn<PackageChange, PackageChange> size = column(
                ui.text("compare.column.size"), this::size, Comparator.comparingLong(PackageChange::sizeDelta), 110);
        name.getStyleClass().add("first");
        size.getStyleClass().add("right");
        arrow.setMaxWidth(36);
        arrow.setSortable(false);
        size.setVisible(items != Comparison.Items.COMMITS);
        table.getColumns().setAll(List.of(name, change, old, arrow, now, size));
    }

    private static TableColumn<PackageChange, PackageChange> column(
            String title, Function<PackageChange, Node> cell, Comparator<PackageChange> order, double width) {
        TableColumn<PackageChange, PackageChange> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new NodeCell<>(cell));
        column.setPrefWidth(width);
        column.setReorderable(false);
        if (order != null) {
            column.setComparator(order);
        }
        return column;
    }

    private Node name(PackageChange change) {
        HBox box = new HBox(8, Words.plain(change.name()), Words.plain(change.section(), "muted", "small"));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private Node change(PackageChange change) {
        Category category = Category.of(change);
        String text = category == Category.BOOT
                ? ui.text("boot." + change.role())
                : ui.text("change." + items.word() + "." + change.kind());
        return new Chip(text, Marks.tone(category), Marks.icon(category));
    }

    private static Node version(String version, String style) {
        return version.isEmpty() ? Words.muted("–") : Words.plain(version, style);
    }

    private Node size(PackageChange change) {
        return Words.plain(ui.texts().formats().signedBytes(change.sizeDelta()));
    }
}
