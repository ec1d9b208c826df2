package io.tidemark.ui.recipe;

import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Saves a recipe, gives up what is typed, or goes back in its history; says how things stand. */
final class SaveBar extends HBox {

    private final Ui ui;
    private final SheetModel model;
    private final Label state = Words.plain("", "muted");
    private final Button revert;
    private final Button save;

    SaveBar(Ui ui, SheetModel model, Runnable history) {
        super(12);
        this.ui = ui;
        this.model = model;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("apply-bar");
        state.setId("state");
        state.setMinWidth(0);
        Button earlier = Buttons.plain(ui.text("recipe.history"), Feather.CLOCK, history);
        earlier.setId("history");
        revert = Buttons.plain(ui.text("recipe.revert"), Feather.CORNER_UP_LEFT, model::revert);
        revert.setId("revert");
        save = Buttons.primary(ui.text("recipe.save"), Feather.SAVE, model::save);
        save.setId("save");
        getChildren().addAll(state, Words.spring(), earlier, revert, save);
        model.dirty().subscribe(dirty -> fill());
        model.findings().subscribe(findings -> fill());
    }

    /** As the button does, where it can be pressed. */
    void save() {
        save.fire();
    }

    private void fill() {
        boolean dirty = model.dirty().get();
        long faults = model.faults();
        save.setDisable(!dirty || faults > 0);
        revert.setDisable(!dirty);
        String words = faults > 0
                ? ui.text(dirty ? "recipe.state.faults" : "recipe.state.faulty", "count", faults)
                : ui.text(dirty ? "recipe.state.unsaved" : "recipe.state.saved");
        state.setText(words);
        state.setTooltip(new Tooltip(words));
    }
}
