package io.tidemark.ui.shell;

import io.tidemark.ui.Place;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.Words;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Asks before the window closes over text that nobody saved. */
final class UnsavedSheet {

    private UnsavedSheet() {}

    /** Whether there is nothing to lose; asks where there is. */
    static boolean passes(Ui ui, Runnable close) {
        Optional<Place.Recipes> unsaved = ui.desk().drafts().first();
        unsaved.ifPresent(place -> ask(ui, place, close));
        return unsaved.isEmpty();
    }

    private static void ask(Ui ui, Place.Recipes place, Runnable close) {
        Button there = Buttons.primary(ui.text("recipe.unsaved.there"), Feather.EDIT_3, () -> {
            ui.desk().overlay().close();
            ui.go(place);
        });
        Button keep = Buttons.plain(ui.text("recipe.unsaved.keep"), Feather.ARCHIVE, close);
        Button lose = Buttons.danger(ui.text("recipe.unsaved.close"), Feather.TRASH_2, () -> {
            ui.desk().drafts().discard();
            close.run();
        });
        HBox buttons = new HBox(12, lose, Words.spring(), keep, there);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox sheet = new VBox(
                16,
                Words.plain(ui.text("recipe.unsaved.title"), "dialog-title"),
                Words.wrapped(ui.text("recipe.unsaved.text", "repository", place.name())),
                buttons);
        sheet.getStyleClass().addAll("dialog-card", "small-dialog");
        ui.desk().overlay().show(sheet);
        there.requestFocus();
    }
}
