package io.tidemark.ui.jobs;

import io.tidemark.model.JobRecord;
import io.tidemark.ui.JobWords;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Says what remains before a job is cancelled. */
public final class CancelSheet {

    private CancelSheet() {}

    /** Asks, and calls off when the person says so. */
    public static void open(Ui ui, JobRecord job, Runnable callOff) {
        String title = new JobWords(ui.texts()).title(job.plan());
        Button keep = Buttons.plain(
                ui.text("ui.job.cancel.no"), Feather.PLAY, ui.desk().overlay()::close);
        Button cancel = Buttons.danger(ui.text("ui.job.cancel"), Feather.X, () -> {
            ui.desk().overlay().close();
            callOff.run();
        });
        HBox buttons = new HBox(12, Words.spring(), keep, cancel);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox sheet = new VBox(
                16,
                Words.plain(ui.text("ui.job.cancel.title", "job", title), "dialog-title"),
                Words.wrapped(ui.text("ui.job.cancel.remains")),
                buttons);
        sheet.getStyleClass().addAll("dialog-card", "small-dialog");
        ui.desk().overlay().show(sheet);
        cancel.requestFocus();
    }
}
