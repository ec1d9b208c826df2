package io.tidemark.ui.wizard;

import atlantafx.base.controls.ToggleSwitch;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.Words;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The switch that keeps a channel where a rollback puts it. */
final class HoldRow extends HBox {

    HoldRow(RollbackModel model, Ui ui) {
        super(12);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().addAll("card-box", "hold-row");
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.selectedProperty().bindBidirectional(model.hold());
        Label title = Words.plain("", "section-title");
        title.setGraphic(Icons.of(Feather.LOCK));
        title.textProperty().bind(Bindings.createStringBinding(() -> words(model, ui), model.to(), model.targets()));
        toggle.accessibleTextProperty().bind(title.textProperty());
        VBox words = new VBox(2, title, Words.wrapped(ui.text("wizard.rollback.hold.help"), "muted"));
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(toggle, words);
    }

    private static String words(RollbackModel model, Ui ui) {
        return ui.text(
                "wizard.rollback.hold",
                "channel",
                model.channel(),
                "to",
                Words.brief(model.to().get()));
    }
}
