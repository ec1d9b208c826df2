package io.tidemark.ui.shell;

import io.tidemark.model.JobRecord;
import io.tidemark.model.JobState;
import io.tidemark.model.RepositoryStatus;
import io.tidemark.model.Writer;
import io.tidemark.ui.Inventory;
import io.tidemark.ui.JobWords;
import io.tidemark.ui.Place;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.Kbd;
import io.tidemark.ui.part.Words;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** The lower edge: what runs, who writes to the repository on show, how to get help. */
final class StatusBar extends HBox {

    private final Ui ui;
    private final JobWords words;
    private final HBox work = new HBox(8);
    private final HBox writer = new HBox(6);
    private final LineStrip line;

    StatusBar(Ui ui) {
        super(16);
        this.ui = ui;
        this.words = new JobWords(ui.texts());
        getStyleClass().add("status-bar-strip");
        setAlignment(Pos.CENTER_LEFT);
        work.setAlignment(Pos.CENTER_LEFT);
        writer.setAlignment(Pos.CENTER_LEFT);
        writer.setMinWidth(USE_PREF_SIZE);
        line = new LineStrip(ui);
        writer.visibleProperty().bind(line.troubled().not());
        writer.managedProperty().bind(writer.visibleProperty());
        HBox about = new HBox(4, line, writer);
        about.setAlignment(Pos.CENTER_LEFT);
        about.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(work, Words.spring(), about, help());
        ui.jobs().list().subscribe(this::showWork);
        ui.desk().inventory().items().subscribe(items -> showWriter());
        ui.desk().navigator().place().subscribe(place -> showWriter());
    }

    void close() {
        line.close();
    }

    private Button help() {
        HBox content = new HBox(6, new Kbd("F1"), Words.muted(ui.text("ui.help")));
        content.setAlignment(Pos.CENTER_LEFT);
        Button help = new Button("", content);
        help.getStyleClass().addAll("flat", "status-help");
        help.setAccessibleText(ui.text("ui.help"));
        help.setMinWidth(USE_PREF_SIZE);
        help.setOnAction(event -> HelpSheet.open(ui));
        return help;
    }

    private void showWork(List<JobRecord> jobs) {
        List<JobRecord> active = jobs.stream()
                .filter(job -> job.state() == JobState.RUNNING || job.state() == JobState.PAUSED)
                .toList();
        work.getChildren()
                .setAll(
                        switch (active.size()) {
                            case 0 -> idle();
                            case 1 -> one(active.getFirst());
                            default -> several(active);
                        });
    }

    private List<Node> idle() {
        return List.of(Icons.of(Feather.CHECK, 14, "success"), Words.plain(ui.text("ui.idle"), "muted", "table-size"));
    }

    private List<Node> one(JobRecord job) {
        String left = words.left(job.progress()).map(text -> " · " + text).orElse("");
        return bar(JobWords.icon(job.plan().operation()), words.title(job.plan()), words.doing(job) + left, job);
    }

    private List<Node> several(List<JobRecord> active) {
        JobRecord first = active.getLast();
        String left = words.left(first.progress()).map(text -> ", " + text).orElse("");
        return bar(
                Feather.LOADER,
                ui.text("ui.jobs.running", "count", active.size()),
                words.title(first.plan()) + left,
                first);
    }

    private List<Node> bar(org.kordamp.ikonli.Ikon ikon, String title, String detail, JobRecord job) {
        Label name = Words.plain(title, "semibold", "table-size");
        name.setMinWidth(0);
        Label more = Words.plain(detail, "muted", "table-size");
        more.setTextOverrun(OverrunStyle.ELLIPSIS);
        ProgressBar progress = new ProgressBar(job.progress().fraction());
        progress.getStyleClass().add("status-progress");
        progress.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(8, Icons.of(ikon, 14, "accent"), name, more, progress);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setOnMouseClicked(event -> ui.go(new Place.Jobs(Optional.of(job.id()))));
        return List.of(row);
    }

    private void showWriter() {
        Optional<Writer> now = ui.desk()
                .navigator()
                .place()
                .get()
                .repository()
                .flatMap(ui.desk().inventory()::item)
                .flatMap(Inventory.Item::status)
                .flatMap(RepositoryStatus::writer);
        writer.getChildren().clear();
        now.ifPresent(someone -> writer.getChildren()
                .addAll(Icons.of(Feather.EDIT_2, 13, "muted"), Words.plain(words(someone), "muted", "table-size")));
    }

    private String words(Writer someone) {
        return ui.text("ui.writer", "actor", someone.actor(), "since", someone.since());
    }
}
