package io.tidemark.ui.jobs;

import io.tidemark.model.JobRecord;
import io.tidemark.model.JobState;
import io.tidemark.ui.JobWords;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.CommandLine;
import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.ProblemNote;
import io.tidemark.ui.part.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The picked job: what it is, its commands, its speed, its log. */
final class JobPanel {

    private final Ui ui;
    private final JobsModel model;
    private final JobWords words;
    private final VBox head = new VBox(10);
    private final VBox speed = new VBox(8);
    private final Sparkline curve = new Sparkline();
    private final VBox panel;

    JobPanel(Ui ui, JobsModel model) {
        this.ui = ui;
        this.model = model;
        this.words = new JobWords(ui.texts());
        head.getStyleClass().add("job-panel-part");
        speed.getStyleClass().addAll("job-panel-part", "divided-top");
        LogView log = new LogView(ui, model);
        VBox.setVgrow(log, Priority.ALWAYS);
        panel = new VBox(head, speed, log);
        panel.getStyleClass().add("job-panel");
        model.picked().subscribe(job -> fill(job));
        model.speeds().subscribe(curve::show);
    }

    VBox node() {
        return panel;
    }

    private void fill(Optional<JobRecord> job) {
        panel.setVisible(job.isPresent());
        job.ifPresent(this::fill);
    }

    private void fill(JobRecord job) {
        HBox title = new HBox(
                8,
                Icons.of(JobWords.icon(job.plan().operation()), 16, "accent"),
                Words.wrapped(words.title(job.plan()), "dialog-title"));
        title.setAlignment(Pos.CENTER_LEFT);
        FlowPane commands = new FlowPane(8, 8, commands(job).toArray(Node[]::new));
        head.getChildren().setAll(title, Words.wrapped(about(job), "muted", "table-size"), commands);
        job.problem().ifPresent(problem -> head.getChildren().add(new ProblemNote(problem, ui.texts())));
        boolean moving = job.state() == JobState.RUNNING || job.state() == JobState.PAUSED;
        speed.setVisible(moving);
        speed.setManaged(moving);
        speed.getChildren().setAll(speedHead(job), curve);
    }

    private String about(JobRecord job) {
        String when = job.started()
                .map(start -> ui.text("ui.job.started", "when", start, "actor", job.actor()))
                .orElse(ui.text("ui.job.asked", "when", job.queued(), "actor", job.actor()));
        return when + " · " + job.plan().repository();
    }

    private HBox speedHead(JobRecord job) {
        String now = ui.texts().formats().speed(job.progress().bytesPerSecond());
        return new HBox(
                Words.plain(ui.text("ui.job.throughput"), "semibold", "table-size"),
                Words.spring(),
                Words.plain(now, "muted", "table-size"));
    }

    private List<Node> commands(JobRecord job) {
        List<Node> commands = new ArrayList<>();
        switch (job.state()) {
            case RUNNING -> commands.add(button("ui.job.pause", Feather.PAUSE, () -> model.pause(job.id())));
            case PAUSED -> commands.add(button("ui.job.resume", Feather.PLAY, () -> model.resume(job.id())));
            case FAILED, CANCELLED, INTERRUPTED ->
                commands.add(button("ui.job.retry", Feather.REFRESH_CW, () -> model.resume(job.id())));
            case QUEUED, DONE -> {}
        }
        if (!job.state().ended()) {
            commands.add(Buttons.danger(
                    ui.text("ui.job.cancel"),
                    Feather.X,
                    () -> CancelSheet.open(ui, job, () -> model.cancel(job.id()))));
        }
        String line = CommandLine.quoted(job.plan().command());
        commands.add(button("ui.job.command", Feather.COPY, () -> CommandLine.copy(line)));
        return commands;
    }

    private Node button(String key, Feather ikon, Runnable action) {
        return Buttons.plain(ui.text(key), ikon, action);
    }
}
