package io.tidemark.ui.deltas;

import io.tidemark.engine.Images.Worker;
import io.tidemark.model.ProgressSample;
import io.tidemark.ui.JobWords;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Words;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One worker: its pair, what it does, how far and how fast. Filled anew with each sample. */
final class WorkerRow extends VBox {

    private final Ui ui;
    private final WorkersModel model;
    private final JobWords words;
    private final Label pair = Words.plain("", "code", "small");
    private final Label percent = Words.plain("", "semibold", "table-size");
    private final ProgressBar bar = new ProgressBar();
    private final Label doing = Words.plain("", "muted", "small");
    private final Label left = Words.plain("", "muted", "small");

    WorkerRow(Ui ui, WorkersModel model) {
        super(4);
        this.ui = ui;
        this.model = model;
        this.words = new JobWords(ui.texts());
        pair.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        pair.setTooltip(new Tooltip());
        percent.setMinWidth(USE_PREF_SIZE);
        left.setMinWidth(USE_PREF_SIZE);
        bar.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(new HBox(8, pair, Words.spring(), percent), bar, new FlowPane(8, 0, doing, left));
    }

    void show(Worker worker) {
        ProgressSample sample = worker.progress();
        double share = sample.fraction();
        String to = called(worker.to());
        pair.setText(called(worker.from()) + " → " + to.substring(to.lastIndexOf('/') + 1));
        pair.getTooltip().setText(worker.from() + "\n→ " + worker.to());
        percent.setText(share < 0 ? "" : ui.texts().formats().percent(share));
        bar.setProgress(share);
        doing.setText(doing(sample));
        left.setText(words.left(sample).orElse(""));
    }

    private String called(String id) {
        return model.called(id).orElseGet(() -> day(id));
    }

    private static String day(String image) {
        String stamp = Words.brief(image);
        return stamp.matches("\\d{4}-\\d{2}-\\d{2}-\\d{6}") ? stamp.substring(0, 10) : stamp;
    }

    private String doing(ProgressSample sample) {
        String key = "progress." + sample.phase();
        String phase = ui.texts().has(key) ? ui.text(key) : "";
        String speed = sample.bytesPerSecond() > 0 ? ui.texts().formats().speed(sample.bytesPerSecond()) : "";
        return phase.isEmpty() || speed.isEmpty() ? phase + speed : phase + " · " + speed;
    }
}
