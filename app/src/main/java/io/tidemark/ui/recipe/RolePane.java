package io.tidemark.ui.recipe;

import io.tidemark.ui.Ui;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The recipe of one role: the files that make it up, and an editor for the one that is open. */
final class RolePane extends HBox {

    private final Ui ui;
    private final RecipeModel model;
    private final SheetModel whole;
    private final List<SheetModel> parts;
    private final Map<String, EditorTab> editors = new HashMap<>();
    private EditorTab editor;
    private FileList files;

    RolePane(Ui ui, RecipeModel model, SheetModel whole) {
        this.ui = ui;
        this.model = model;
        this.whole = whole;
        this.parts = model.parts(whole);
        setMinWidth(0);
        whole.saved().subscribe(sheet -> list());
        open(whole);
    }

    /** Opens the recipe itself, or the part of that address. */
    void open(String address) {
        open(parts.stream()
                .filter(part -> part.role().equals(address))
                .findFirst()
                .orElse(whole));
    }

    /** Where somebody types. */
    EditorTab editor() {
        return editor;
    }

    private void list() {
        files = new FileList(ui, whole, parts, this::choose);
        if (editor != null) {
            lay();
        }
    }

    private void choose(SheetModel sheet) {
        open(sheet);
        editor.code().area().requestFocus();
    }

    private void open(SheetModel sheet) {
        editor = editors.computeIfAbsent(sheet.role(), role -> new EditorTab(ui, model, sheet));
        files.mark(sheet);
        HBox.setHgrow(editor, Priority.ALWAYS);
        lay();
    }

    private void lay() {
        files.mark(editor.model());
        getChildren().setAll(FileList.needed(whole, parts) ? List.of(files, editor) : List.of(editor));
    }
}
