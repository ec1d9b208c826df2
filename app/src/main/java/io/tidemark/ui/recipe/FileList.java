package io.tidemark.ui.recipe;

import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The files that make up a recipe: it and what it includes can be opened, what composing reads besides is named. */
final class FileList extends VBox {

    private final Ui ui;
    private final ToggleGroup group = new ToggleGroup();
    private final Map<String, ToggleButton> buttons = new LinkedHashMap<>();

    /**
     * The files of a recipe.
     *
     * @param parts what it includes and can be opened
     * @param open is handed the one that somebody chose
     */
    FileList(Ui ui, SheetModel whole, List<SheetModel> parts, Consumer<SheetModel> open) {
        this.ui = ui;
        getStyleClass().add("file-list");
        VBox files = new VBox();
        files.getChildren().addAll(Words.plain(ui.text("recipe.files"), "file-list-title"), button(whole, open));
        parts.forEach(part -> files.getChildren().add(button(part, open)));
        TreeSet<String> others = new TreeSet<>(whole.saved().get().others().keySet());
        parts.forEach(part -> others.remove(part.saved().get().file()));
        others.forEach(file -> files.getChildren().add(other(file)));
        ScrollPane scroll = new ScrollPane(files);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getChildren().add(scroll);
    }

    /** Whether there is anything to choose or to know. */
    static boolean needed(SheetModel whole, List<SheetModel> parts) {
        return !parts.isEmpty() || !whole.saved().get().others().isEmpty();
    }

    /** Marks the one that is open. */
    void mark(SheetModel open) {
        buttons.get(open.role()).setSelected(true);
    }

    private ToggleButton button(SheetModel sheet, Consumer<SheetModel> open) {
        String file = sheet.saved().get().file();
        ToggleButton button = new ToggleButton(name(file));
        button.setGraphic(Icons.of(sheet.part() ? Feather.CORNER_DOWN_RIGHT : Feather.FILE_TEXT, 14));
        button.setToggleGroup(group);
        button.getStyleClass().setAll("file-button");
        button.setId("file-" + name(file).replace('.', '-'));
        button.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setTooltip(new Tooltip(file));
        button.setOnAction(event -> open.accept(sheet));
        sheet.dirty().subscribe(dirty -> button.setText(dirty ? name(file) + " •" : name(file)));
        buttons.put(sheet.role(), button);
        return button;
    }

    private Label other(String file) {
        Label label = Words.plain(name(file), "muted");
        label.getStyleClass().add("file-other");
        label.setGraphic(Icons.of(Feather.FILE, 14));
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setTooltip(new Tooltip(ui.text("recipe.files.read", "file", file)));
        return label;
    }

    private static String name(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }
}
