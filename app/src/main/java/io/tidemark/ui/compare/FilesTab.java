package io.tidemark.ui.compare;

import io.tidemark.model.FileChange;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.EmptyState;
import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.ProblemNote;
import io.tidemark.ui.part.Skeleton;
import javafx.collections.SetChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The changed files: filter, chips, as a tree or as a list. */
final class FilesTab extends VBox {

    private final FilesModel model;
    private final Ui ui;
    private final TextField filter;
    private final FileTree tree;
    private final FileList list;
    private final StackPane content = new StackPane();

    FilesTab(FilesModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        this.filter = FilterField.over(model.filter(), ui.text("compare.filter"));
        this.tree = new FileTree(model, ui);
        this.list = new FileList(ui);
        Chips<FileChange.Kind> chips = chips();
        HBox bar = new HBox(8, filter, chips, modes());
        bar.getStyleClass().add("filter-bar");
        HBox.setHgrow(chips, Priority.ALWAYS);
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(bar, content);
        model.rows().subscribe(_ -> refresh());
        model.problem().subscribe(_ -> refresh());
        model.tree().subscribe(_ -> refresh());
        model.filter().subscribe(_ -> refresh());
        model.chosen().addListener((SetChangeListener<FileChange.Kind>) _ -> tree.rebuild());
    }

    Node rows() {
        return model.showsTree() ? tree : list;
    }

    Node filter() {
        return filter;
    }

    void step(int by) {
        if (model.showsTree()) {
            Rows.step(tree.getSelectionModel(), tree.getExpandedItemCount(), by, tree::scrollTo);
        } else {
            Rows.step(list.getSelectionModel(), list.getItems().size(), by, list::scrollTo);
        }
    }

    boolean clear() {
        boolean some = !model.filter().get().isEmpty() || !model.chosen().isEmpty();
        model.filter().set("");
        model.chosen().clear();
        return some;
    }

    private void refresh() {
        if (model.problem().get() != null) {
            VBox note = new VBox(new ProblemNote(model.problem().get(), ui.texts()));
            note.getStyleClass().add("compare-top");
            content.getChildren().setAll(note);
        } else if (model.showsTree()) {
            content.getChildren().setAll(tree);
        } else if (model.rows().get() == null) {
            content.getChildren().setAll(new Skeleton(640, 720, 700, 660));
        } else {
            list(model.rows().get());
        }
    }

    private void list(PagedChanges rows) {
        list.show(rows);
        content.getChildren().setAll(rows.isEmpty() ? nothing() : list);
    }

    private EmptyState nothing() {
        return new EmptyState(
                Feather.FILTER,
                ui.text("compare.nothing"),
                Buttons.plain(ui.text("ui.filter.clear"), Feather.X, this::clear));
    }

    private Chips<FileChange.Kind> chips() {
        Chips<FileChange.Kind> chips = new Chips<>(model.chosen(), ui.texts().formats());
        chips.all(ui.text("compare.chip.all"), model::count);
        FilesModel.kinds().forEach(kind -> chips.one(kind, ui.text("compare.chip." + kind), model::count));
        chips.refresh();
        return chips;
    }

    private Node modes() {
        ToggleGroup group = new ToggleGroup();
        ToggleButton asTree = mode("compare.files.tree", Feather.FOLDER, group);
        ToggleButton asList = mode("compare.files.list", Feather.LIST, group);
        model.tree().subscribe(yes -> (yes ? asTree : asList).setSelected(true));
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                before.setSelected(true);
            } else {
                model.tree().set(now.equals(asTree));
            }
        });
        asTree.getStyleClass().add("left-pill");
        asList.getStyleClass().add("right-pill");
        HBox pair = new HBox(asTree, asList);
        pair.setMinWidth(USE_PREF_SIZE);
        pair.setAlignment(Pos.CENTER);
        return pair;
    }

    private ToggleButton mode(String key, Feather ikon, ToggleGroup group) {
        ToggleButton button = new ToggleButton("", Icons.of(ikon));
        button.setAccessibleText(ui.text(key));
        button.setTooltip(new Tooltip(ui.text(key)));
        button.setToggleGroup(group);
        return button;
    }
}
