package io.tidemark.ui.recipe;

import io.tidemark.engine.Recipes.Earlier;
import io.tidemark.model.LineDiff;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.Chip;
import io.tidemark.ui.part.DiffLines;
import io.tidemark.ui.part.Tone;
import io.tidemark.ui.part.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Another text of a recipe beside what is typed: one of before, or what somebody else wrote meanwhile. */
final class TextSheet extends VBox {

    private final Ui ui;
    private final SheetModel model;
    private final DiffLines lines = new DiffLines();
    private final Label left = new Label();
    private final Button take;
    private String other = "";

    private TextSheet(Ui ui, SheetModel model, String title, String takes) {
        super(12);
        this.ui = ui;
        this.model = model;
        getStyleClass().addAll("dialog-card", "text-sheet");
        take = Buttons.plain(takes, Feather.CORNER_UP_LEFT, this::take);
        take.setId("take");
        HBox head = new HBox(
                Words.plain(title, "dialog-title"),
                Words.spring(),
                Buttons.icon(ui.text("ui.close"), Feather.X, ui.desk().overlay()::close));
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(head);
    }

    /** What was saved before; each can be put back into the editor. */
    static void history(Ui ui, String repository, SheetModel model) {
        ui.bridge().call(job -> ui.engine().recipes().history(repository, model.role()), all -> {
            TextSheet sheet = new TextSheet(ui, model, ui.text("recipe.history"), ui.text("recipe.history.take"));
            sheet.fill(all.isEmpty() ? sheet.none() : sheet.split(repository, all));
            ui.desk().overlay().show(sheet);
        });
    }

    /** What the file says now, since somebody else wrote it. */
    static void theirs(Ui ui, SheetModel model) {
        TextSheet sheet = new TextSheet(ui, model, ui.text("recipe.theirs.title"), ui.text("recipe.theirs.take"));
        sheet.show(ui.text("recipe.theirs.there"), model.saved().get().text());
        sheet.fill(sheet.difference());
        ui.desk().overlay().show(sheet);
    }

    private void fill(Node content) {
        VBox.setVgrow(content, Priority.ALWAYS);
        Button close = Buttons.primary(
                ui.text("recipe.goon"), Feather.EDIT_3, ui.desk().overlay()::close);
        HBox foot = new HBox(12, Words.spring(), take, close);
        foot.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(content, foot);
    }

    private Node none() {
        take.setVisible(false);
        return Words.wrapped(ui.text("recipe.history.none"), "muted");
    }

    private Node split(String repository, List<Earlier> all) {
        ListView<Earlier> list = new ListView<>();
        list.setId("earlier");
        list.getStyleClass().add("earlier-list");
        list.setCellFactory(view -> new Cell());
        list.getItems().setAll(all);
        list.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                ui.bridge()
                        .call(
                                job -> ui.engine().recipes().earlier(repository, model.role(), chosen.number()),
                                text -> show(ui.text("recipe.history.at", "when", chosen.time()), text));
            }
        });
        list.getSelectionModel().select(all.size() > 1 ? 1 : 0);
        Node difference = difference();
        HBox.setHgrow(difference, Priority.ALWAYS);
        return new HBox(12, list, difference);
    }

    private VBox difference() {
        left.getStyleClass().addAll("muted", "table-size");
        HBox columns = new HBox(column(left), column(new Chip(ui.text("recipe.typed"), Tone.ACCENT, Feather.EDIT_3)));
        columns.getStyleClass().add("diff-columns");
        VBox.setVgrow(lines, Priority.ALWAYS);
        VBox box = new VBox(columns, lines);
        box.getStyleClass().add("text-difference");
        box.setMinWidth(0);
        return box;
    }

    private static HBox column(Node name) {
        HBox column = new HBox(name);
        column.setAlignment(Pos.CENTER_LEFT);
        column.getStyleClass().add("diff-column");
        column.setPrefWidth(200);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private void show(String name, String text) {
        other = text;
        left.setText(name);
        lines.show(LineDiff.of(text, model.text().get()), true);
        take.setDisable(text.equals(model.text().get()));
    }

    private void take() {
        ui.desk().overlay().close();
        model.write(other);
    }

    /** When, and who. */
    private final class Cell extends ListCell<Earlier> {

        @Override
        protected void updateItem(Earlier earlier, boolean empty) {
            super.updateItem(earlier, empty);
            setText(null);
            setGraphic(empty || earlier == null ? null : row(earlier));
        }

        private VBox row(Earlier earlier) {
            String who = earlier.actor().isEmpty() ? ui.text("recipe.history.found") : earlier.actor();
            return new VBox(
                    Words.plain(ui.text("recipe.history.when", "when", earlier.time()), "table-size"),
                    Words.plain(who, "muted", "small"));
        }
    }
}
