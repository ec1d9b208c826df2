package io.tidemark.ui.wizard;

import io.tidemark.ui.Ui;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The two ways in which a ref goes back, with what each means for the clients. */
final class WayBack extends VBox {

    WayBack(RollbackModel model, Ui ui) {
        getChildren()
                .add(new RadioCards<>(model.byRef())
                        .card(
                                false,
                                Feather.FAST_FORWARD,
                                ui.text("wizard.rollback.commit"),
                                ui.text("wizard.rollback.commit.help"))
                        .card(
                                true,
                                Feather.REWIND,
                                ui.text("wizard.rollback.by-ref"),
                                ui.text("wizard.rollback.by-ref.help")));
    }
}
