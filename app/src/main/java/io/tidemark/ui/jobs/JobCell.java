package io.tidemark.ui.jobs;

import io.tidemark.model.JobRecord;
import io.tidemark.model.JobState;
import io.tidemark.ui.JobWords;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line of the list of jobs. */
final class JobCell extends ListCell<Line> {

    private static final double NARROW = 620;
    /** Room that a scroll bar may take. */
    private static final double SCROLL_BAR = 12;

    private final Ui ui;
    private final JobsModel model;
    private final JobWords words;

    JobCell(Ui ui, JobsModel model) {
        this.ui = ui;
        this.model = model;
        this.words = new JobWords(ui.texts());
        getStyleClass().add("job-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Line line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        setGraphic(empty || line == null ? null : node(line));
        setTooltip(line instanceof Line.Entry entry && !empty ? tooltip(entry.job()) : null);
        setDisable(line instanceof Line.Heading);
        pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("heading"), line instanceof Line.Heading);
    }

    /** As high as its words need at the width of the list. */
    @Override
    protected double computePrefHeight(double width) {
        return getGraphic() instanceof Region row
                ? snapSizeY(row.prefHeight(getListView().getWidth() - SCROLL_BAR)) + 1
                : super.computePrefHeight(width);
    }

    private Node node(Line line) {
        return switch (line) {
            case Line.Heading heading -> heading(heading);
            case Line.Entry entry -> row(entry.job());
        };
    }

    /** All of what the row may have no room for. */
    private Tooltip tooltip(JobRecord job) {
        String result = result(job);
        String files = words.files(job.progress());
        return new Tooltip(words.title(job.plan())
                + (files.isEmpty() ? "" : "\n" + files)
                + (result.isEmpty() ? "" : "\n" + result));
    }

    private HBox heading(Line.Heading heading) {
        HBox row = new HBox(
                6,
                Words.plain(ui.text(heading.key()), "semibold", "table-size"),
                Words.plain(ui.texts().formats().number(heading.count()), "muted", "table-size"));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("job-heading");
        return row;
    }

    private HBox row(JobRecord job) {
        HBox row = new HBox(12, icon(job), title(job), middle(job));
        if (getListView().getWidth() > NARROW) {
            Label time = Words.plain(time(job), "table-size");
            time.getStyleClass().add("job-time");
            row.getChildren().add(time);
        }
        row.getChildren().add(buttons(job));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("job-row");
        return row;
    }

    private static FontIcon icon(JobRecord job) {
        return switch (job.state()) {
            case RUNNING -> Icons.of(JobWords.icon(job.plan().operation()), 16, "accent");
            case PAUSED -> Icons.of(Feather.PAUSE_CIRCLE, 16, "warning");
            case QUEUED -> Icons.of(JobWords.icon(job.plan().operation()), 16, "muted");
            case DONE -> Icons.of(Feather.CHECK_CIRCLE, 16, "success");
            case FAILED -> Icons.of(Feather.X_CIRCLE, 16, "danger");
            case CANCELLED -> Icons.of(Feather.SLASH, 16, "muted");
            case INTERRUPTED -> Icons.of(Feather.ZAP_OFF, 16, "warning");
        };
    }

    private VBox title(JobRecord job) {
        String files = words.files(job.progress());
        String below = job.plan().repository() + (files.isEmpty() ? "" : " · " + files);
        VBox title = new VBox(
                2, Words.wrapped(words.title(job.plan()), "semibold"), Words.wrapped(below, "muted", "table-size"));
        title.setAlignment(Pos.CENTER_LEFT);
        title.setMinWidth(110);
        title.setPrefWidth(228);
        HBox.setHgrow(title, Priority.ALWAYS);
        return title;
    }

    private Region middle(JobRecord job) {
        boolean moving = job.state() == JobState.RUNNING || job.state() == JobState.PAUSED;
        Region middle = moving ? progress(job) : Words.plain(result(job), "muted", "table-size");
        if (middle instanceof Label words) {
            words.setWrapText(true);
        }
        middle.getStyleClass().add("job-middle");
        return middle;
    }

    private VBox progress(JobRecord job) {
        double share = job.progress().fraction();
        Label percent = Words.plain(
                share < 0 ? words.doing(job) : ui.texts().formats().percent(share), "semibold", "table-size");
        Label speed = Words.plain(speed(job), "muted", "table-size");
        ProgressBar bar = new ProgressBar(share);
        bar.setMaxWidth(Double.MAX_VALUE);
        VBox box = new VBox(4, new HBox(8, percent, Words.spring(), speed), bar);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private String speed(JobRecord job) {
        if (job.state() == JobState.PAUSED) {
            return ui.text("job.state.PAUSED");
        }
        long speed = job.progress().bytesPerSecond();
        return speed > 0 ? ui.texts().formats().speed(speed) : "";
    }

    private String result(JobRecord job) {
        return switch (job.state()) {
            case QUEUED ->
                words.waitsFor(job, ui.jobs().list().get())
                        .map(other -> ui.text("ui.job.waits", "other", other))
                        .orElse(ui.text("job.state.QUEUED"));
            case FAILED -> job.problem().map(ui.texts()::what).orElse(ui.text("job.state.FAILED"));
            case DONE ->
                job.outcome().map(done -> ui.texts().say(done.summary())).orElse(ui.text("job.state.DONE"));
            case CANCELLED -> ui.text("ui.job.cancelled");
            case INTERRUPTED -> ui.text("ui.job.interrupted");
            case RUNNING, PAUSED -> "";
        };
    }

    private String time(JobRecord job) {
        if (job.state().ended()) {
            String when = job.ended().map(ui.texts().formats()::ago).orElse("");
            return words.took(job).map(took -> when + " · " + took).orElse(when);
        }
        return words.left(job.progress()).orElse("");
    }

    private HBox buttons(JobRecord job) {
        HBox buttons = new HBox(4);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("job-buttons");
        switch (job.state()) {
            case RUNNING -> buttons.getChildren().addAll(pause(job), cancel(job));
            case PAUSED -> buttons.getChildren().addAll(resume(job), cancel(job));
            case QUEUED -> buttons.getChildren().add(cancel(job));
            case FAILED, INTERRUPTED, CANCELLED -> buttons.getChildren().add(retry(job));
            case DONE -> {}
        }
        return buttons;
    }

    private Button pause(JobRecord job) {
        return flat("ui.job.pause", Feather.PAUSE, () -> model.pause(job.id()));
    }

    private Button resume(JobRecord job) {
        return flat("ui.job.resume", Feather.PLAY, () -> model.resume(job.id()));
    }

    private Button cancel(JobRecord job) {
        return flat("ui.job.cancel", Feather.X, () -> CancelSheet.open(ui, job, () -> model.cancel(job.id())));
    }

    private Button retry(JobRecord job) {
        return flat("ui.job.retry", Feather.REFRESH_CW, () -> model.resume(job.id()));
    }

    private Button flat(String key, Feather ikon, Runnable action) {
        Button button = Buttons.icon(ui.text(key), ikon, action);
        button.getStyleClass().add("flat");
        button.setFocusTraversable(false);
        return button;
    }
}
