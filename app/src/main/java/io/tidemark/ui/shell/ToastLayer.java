package io.tidemark.ui.shell;

import io.tidemark.ui.Toasts;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.InlineNote;
import io.tidemark.ui.part.ProblemNote;
import io.tidemark.ui.part.Tone;
import java.time.Duration;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Short remarks in the lower right corner. Remarks go by themselves, problems when they are dismissed. */
final class ToastLayer extends VBox {

    private static final Duration STAYS = Duration.ofSeconds(6);

    private final Ui ui;

    ToastLayer(Ui ui) {
        super(8);
        this.ui = ui;
        getStyleClass().add("toasts");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
        ui.desk().toasts().list().addListener((InvalidationListener) change -> rebuild());
        rebuild();
    }

    private void rebuild() {
        getChildren().setAll(ui.desk().toasts().list().stream().map(this::box).toList());
    }

    private Region box(Toasts.Toast toast) {
        Region note = toast.problem()
                .<Region>map(problem -> new ProblemNote(problem, ui.texts()))
                .orElseGet(() -> new InlineNote(Tone.of(toast.severity()), toast.text()));
        HBox.setHgrow(note, Priority.ALWAYS);
        HBox box = new HBox(
                4,
                note,
                Buttons.icon(
                        ui.text("ui.dismiss"),
                        Feather.X,
                        () -> ui.desk().toasts().dismiss(toast)));
        box.getStyleClass().add("toast");
        if (toast.problem().isEmpty()) {
            fade(toast);
        }
        return box;
    }

    private void fade(Toasts.Toast toast) {
        ui.bridge().after(STAYS, () -> ui.desk().toasts().dismiss(toast));
    }
}
