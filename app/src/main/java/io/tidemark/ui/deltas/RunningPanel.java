package io.tidemark.ui.deltas;

import io.tidemark.engine.Images.Worker;
import io.tidemark.engine.Images.Workers;
import io.tidemark.model.JobRecord;
import io.tidemark.model.JobState;
import io.tidemark.ui.Place;
import io.tidemark.ui.Ui;
import io.tidemark.ui.jobs.CancelSheet;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The workers: which pair each is at, how far, how fast; how many there may be; pausing and cancelling their job. */
final class RunningPanel extends VBox {

    private static final int MOST = 256;

    private final Ui ui;
    private final WorkersModel model;
    private final HBox buttons = new HBox(4);
    private final Label nobody;
    private final Label waiting = Words.wrapped("", "muted", "table-size");
    private final HBox width;
    private final Spinner<Integer> spinner = new Spinner<>(1, MOST, 1);
    private final VBox rows = new VBox(10);
    private boolean told;

    RunningPanel(Ui ui, WorkersModel model) {
        super(10);
        this.ui = ui;
        this.model = model;
        getStyleClass().addAll("deltas-part", "divided-top");
        Label title = Words.plain(ui.text("deltas.running"), "section-title");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        HBox head = new HBox(title, Words.spring(), buttons);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(28);
        nobody = Words.wrapped(ui.text("deltas.running.none"), "muted", "table-size");
        width = width();
        getChildren().addAll(head, nobody, width, waiting, rows);
        model.workers().subscribe(this::fill);
        model.job().subscribe(this::buttons);
    }

    private HBox width() {
        spinner.setEditable(true);
        spinner.setId("width");
        spinner.setPrefWidth(84);
        spinner.setMinWidth(84);
        spinner.valueProperty().addListener((observed, before, now) -> {
            if (!told && now != null) {
                model.widen(now);
            }
        });
        Label name = Words.wrapped(ui.text("deltas.width"), "table-size");
        name.setLabelFor(spinner);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox row = new HBox(10, name, spinner);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void fill(Workers workers) {
        boolean some = workers.width() > 0;
        show(nobody, !some);
        show(width, some);
        show(waiting, some && !workers.waiting().isEmpty());
        waiting.setText(ui.text("deltas.waiting", "count", workers.waiting().size()));
        told = true;
        if (some && !spinner.getEditor().isFocused()) {
            spinner.getValueFactory().setValue(workers.width());
        }
        told = false;
        update(workers.busy());
    }

    /** Rows are kept as long as there are workers for them. */
    private void update(List<Worker> busy) {
        while (rows.getChildren().size() > busy.size()) {
            rows.getChildren().removeLast();
        }
        while (rows.getChildren().size() < busy.size()) {
            rows.getChildren().add(new WorkerRow(ui, model));
        }
        for (int i = 0; i < busy.size(); i++) {
            ((WorkerRow) rows.getChildren().get(i)).show(busy.get(i));
        }
    }

    private void buttons(Optional<JobRecord> job) {
        List<Node> shown = new ArrayList<>();
        job.ifPresent(now -> {
            boolean paused = now.state() == JobState.PAUSED;
            if (now.state() != JobState.QUEUED) {
                shown.add(flat(
                        paused ? "ui.job.resume" : "ui.job.pause",
                        paused ? Feather.PLAY : Feather.PAUSE,
                        "pause-job",
                        model::pauseOrResume));
            }
            shown.add(flat("ui.job.cancel", Feather.X, "cancel-job", () -> CancelSheet.open(ui, now, model::cancel)));
            shown.add(flat(
                    "deltas.job",
                    Feather.EXTERNAL_LINK,
                    "open-job",
                    () -> ui.go(new Place.Jobs(Optional.of(now.id())))));
        });
        if (!names(shown).equals(names(buttons.getChildren()))) {
            buttons.getChildren().setAll(shown);
        }
    }

    /** A job is sampled often; buttons that stay the same keep the keyboard. */
    private static List<String> names(List<Node> nodes) {
        return nodes.stream().map(Node::getAccessibleText).toList();
    }

    private Button flat(String key, Feather ikon, String id, Runnable action) {
        Button button = Buttons.icon(ui.text(key), ikon, action);
        button.getStyleClass().add("flat");
        button.setId(id);
        return button;
    }

    private static void show(Node node, boolean yes) {
        node.setVisible(yes);
        node.setManaged(yes);
    }
}
