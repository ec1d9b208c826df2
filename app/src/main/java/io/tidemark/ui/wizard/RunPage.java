package io.tidemark.ui.wizard;

import io.tidemark.model.JobRecord;
import io.tidemark.model.JobState;
import io.tidemark.model.LogLine;
import io.tidemark.model.ProgressSample;
import io.tidemark.model.Severity;
import io.tidemark.text.Formats;
import io.tidemark.ui.JobWords;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.InlineNote;
import io.tidemark.ui.part.ProblemNote;
import io.tidemark.ui.part.Tone;
import io.tidemark.ui.part.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The running job: phase, progress, speed, time left, log; and what went wrong if it did. */
final class RunPage extends VBox {

    private final Ui ui;
    private final RunModel model;
    private final JobWords words;
    private final Label phase = Words.plain("", "section-title");
    private final Label figures = Words.wrapped("", "muted");
    private final ProgressBar bar = new ProgressBar();
    private final VBox notes = new VBox(8);

    RunPage(RunModel model, Ui ui) {
        super(12);
        this.ui = ui;
        this.model = model;
        this.words = new JobWords(ui.texts());
        bar.setMaxWidth(Double.MAX_VALUE);
        ListView<LogLine> log = log();
        VBox.setVgrow(log, Priority.ALWAYS);
        getChildren().addAll(phase, bar, figures, notes, Words.heading(ui.text("wizard.run.log")), log);
        model.job().subscribe(_ -> refresh());
        model.problem().subscribe(_ -> refresh());
        model.cancelling().subscribe(_ -> refresh());
    }

    private void refresh() {
        JobRecord job = model.job().get();
        notes.getChildren().clear();
        if (model.problem().get() != null) {
            notes.getChildren().add(new ProblemNote(model.problem().get(), ui.texts()));
        }
        if (job != null) {
            progress(job);
            note(job);
        } else {
            phase.setText(ui.text("wizard.run.queueing"));
        }
    }

    private void progress(JobRecord job) {
        ProgressSample sample = job.progress();
        boolean ended = job.state().ended();
        phase.setText(title(job));
        bar.setProgress(job.state() == JobState.DONE ? 1 : ended ? Math.max(0, sample.fraction()) : sample.fraction());
        figures.setText(ended ? "" : String.join(" · ", words(sample)));
    }

    private String title(JobRecord job) {
        String phase = "progress." + job.progress().phase();
        boolean known = job.state() == JobState.RUNNING && ui.texts().has(phase);
        return ui.text(known ? phase : "job.state." + job.state());
    }

    private List<String> words(ProgressSample sample) {
        Formats formats = ui.texts().formats();
        List<String> words = new ArrayList<>();
        if (sample.totalFiles() > 0) {
            words.add(ui.text("wizard.run.files", "done", sample.doneFiles(), "total", sample.totalFiles()));
        }
        if (sample.totalBytes() > 0) {
            words.add(ui.text("wizard.run.bytes", "done", sample.doneBytes(), "total", sample.totalBytes()));
        }
        if (sample.bytesPerSecond() > 0) {
            words.add(formats.speed(sample.bytesPerSecond()));
        }
        model.millisLeft().ifPresent(left -> words.add(ui.text("wizard.run.left", "time", left)));
        return words;
    }

    private void note(JobRecord job) {
        words.waitsFor(job, ui.jobs().list().get())
                .ifPresent(other -> add(Tone.ACCENT, ui.text("wizard.run.waits", "other", other)));
        if (model.cancelling().get()) {
            add(Tone.WARNING, ui.text("wizard.run.cancelling"));
        } else if (job.state() == JobState.CANCELLED) {
            add(Tone.WARNING, ui.text("wizard.run.cancelled"));
        } else if (job.state() == JobState.INTERRUPTED) {
            add(Tone.WARNING, ui.text("wizard.run.interrupted"));
        }
    }

    private void add(Tone tone, String text) {
        notes.getChildren().add(new InlineNote(tone, text));
    }

    private ListView<LogLine> log() {
        ListView<LogLine> list = new ListView<>(model.log());
        list.getStyleClass().add("log");
        list.setCellFactory(_ -> new LogCell(ui));
        list.setPlaceholder(Words.muted(ui.text("wizard.run.log.empty")));
        list.setPrefHeight(240);
        model.log().addListener((ListChangeListener<LogLine>)
                _ -> list.scrollTo(model.log().size() - 1));
        return list;
    }

    /** One line of the log: time and sentence. */
    private static final class LogCell extends ListCell<LogLine> {

        private final Ui ui;

        LogCell(Ui ui) {
            this.ui = ui;
            getStyleClass().add("code");
            setWrapText(true);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(LogLine line, boolean empty) {
            super.updateItem(line, empty);
            getStyleClass().removeAll("good", "warning", "danger");
            if (empty || line == null) {
                setText(null);
                return;
            }
            setText(ui.texts().formats().clock(line.time()) + "  " + ui.texts().say(line.phrase()));
            if (line.severity() != Severity.INFO) {
                getStyleClass().add(line.severity().name().toLowerCase(Locale.ROOT));
            }
        }
    }
}
