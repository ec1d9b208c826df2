package io.tidemark.ui.hosts;

import io.tidemark.model.HostDrift;
import io.tidemark.ui.Ui;
import io.tidemark.ui.Wizards;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.EmptyState;
import io.tidemark.ui.part.InlineNote;
import io.tidemark.ui.part.ProblemNote;
import io.tidemark.ui.part.Skeleton;
import io.tidemark.ui.part.Tone;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A host's configuration beside what it should be, item by item, and what applying would do. */
final class ConfigurationTab {

    private final Ui ui;
    private final Wizards wizards;
    private final HostModel model;
    private final StackPane pane = new StackPane();
    private final BorderPane split = new BorderPane();
    private final BorderPane right = new BorderPane();
    private final DriftList list;
    private final DiffView diff;
    private boolean asked;

    ConfigurationTab(Ui ui, Wizards wizards, HostModel model) {
        this.ui = ui;
        this.wizards = wizards;
        this.model = model;
        diff = new DiffView(ui, model);
        list = new DriftList(ui, model, diff::show);
        HBox.setHgrow(diff, Priority.ALWAYS);
        split.setLeft(list);
        right.setCenter(diff);
        right.setMinWidth(0);
        split.setCenter(right);
        split.getStyleClass().add("drift");
        split.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.F7) {
                diff.step(event.isShiftDown() ? -1 : 1);
                event.consume();
            }
        });
        model.drift().subscribe(looked -> fill());
        model.item().subscribe(item -> fill());
    }

    Node node() {
        return pane;
    }

    private void fill() {
        boolean known = model.host().flatMap(host -> host.profile()).isPresent();
        if (known && !asked) {
            asked = true;
            model.compare();
            return;
        }
        HostModel.Looked looked = model.drift().get();
        if (!known) {
            pane.getChildren().setAll(undescribed());
        } else if (looked.problem().isPresent()) {
            pane.getChildren().setAll(failed(looked));
        } else if (looked.drift().isEmpty()) {
            pane.getChildren().setAll(waiting());
        } else {
            show(looked, looked.drift().get());
        }
    }

    private void show(HostModel.Looked looked, HostDrift drift) {
        list.show(drift);
        right.setBottom(drift.differing() == 0 ? clean(drift) : new ApplyBar(ui, wizards, model, looked));
        if (!pane.getChildren().contains(split)) {
            pane.getChildren().setAll(split);
        }
    }

    private Node clean(HostDrift drift) {
        InlineNote note = new InlineNote(Tone.SUCCESS, ui.text("host.drift.none", "when", drift.looked()));
        note.with(again());
        VBox box = new VBox(note);
        box.getStyleClass().add("apply-bar");
        return box;
    }

    private Button again() {
        return Buttons.plain(ui.text("host.compare"), Feather.REFRESH_CW, model::compare);
    }

    private Node undescribed() {
        return new EmptyState(
                Feather.SLIDERS,
                ui.text("host.profile.none"),
                Buttons.primary(ui.text("host.profile"), Feather.SLIDERS, () -> wizards.profile(model.name())));
    }

    private Node failed(HostModel.Looked looked) {
        VBox box = new VBox(12, new ProblemNote(looked.problem().orElseThrow(), ui.texts()), again());
        box.getStyleClass().add("host-column");
        return box;
    }

    private static Node waiting() {
        VBox box = new VBox(new Skeleton(360, 620, 540, 580, 420));
        box.getStyleClass().add("host-column");
        return box;
    }
}
