package io.tidemark.ui.recipe;

import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.Words;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Finds text in an editor, whatever the case; Enter goes on, Shift Enter back, Esc closes. */
final class FindBar extends HBox {

    private final Ui ui;
    private final TextArea area;
    private final TextField field = new TextField();
    private final Label state = Words.plain("", "muted", "table-size");

    FindBar(Ui ui, TextArea area) {
        super(8);
        this.ui = ui;
        this.area = area;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("find-bar");
        field.setId("find");
        field.setPromptText(ui.text("recipe.find"));
        field.setAccessibleText(ui.text("recipe.find"));
        field.textProperty().subscribe((before, now) -> seek(area.getSelection().getStart(), true));
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        getChildren()
                .addAll(
                        field,
                        Buttons.icon(ui.text("recipe.find.before"), Feather.CHEVRON_UP, this::before),
                        Buttons.icon(ui.text("recipe.find.next"), Feather.CHEVRON_DOWN, this::next),
                        state,
                        Words.spring(),
                        Buttons.icon(ui.text("ui.close"), Feather.X, this::hide));
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** Opens, with what is selected to be found. */
    void show() {
        setVisible(true);
        String selected = area.getSelectedText();
        if (!selected.isEmpty() && selected.indexOf('\n') < 0) {
            field.setText(selected);
        }
        field.selectAll();
        field.requestFocus();
    }

    private void hide() {
        setVisible(false);
        area.requestFocus();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            hide();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            if (event.isShiftDown()) {
                before();
            } else {
                next();
            }
            event.consume();
        }
    }

    private void next() {
        seek(area.getSelection().getEnd(), true);
    }

    private void before() {
        seek(area.getSelection().getStart() - 1, false);
    }

    /** Goes on from a place, round the end. */
    private void seek(int from, boolean forward) {
        String wanted = field.getText().toLowerCase(Locale.ROOT);
        String text = area.getText().toLowerCase(Locale.ROOT);
        int found = wanted.isEmpty() ? -1 : forward ? text.indexOf(wanted, from) : text.lastIndexOf(wanted, from);
        if (found < 0 && !wanted.isEmpty()) {
            found = forward ? text.indexOf(wanted) : text.lastIndexOf(wanted);
        }
        state.setText(found < 0 && !wanted.isEmpty() ? ui.text("recipe.find.none") : "");
        if (found >= 0) {
            area.selectRange(found, found + wanted.length());
        }
    }
}
