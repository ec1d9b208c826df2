package io.tidemark.ui.wizard;

import io.tidemark.model.Capability;
import io.tidemark.model.Plan;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.CommandLine;
import io.tidemark.ui.part.InlineNote;
import io.tidemark.ui.part.ProblemNote;
import io.tidemark.ui.part.Shown;
import io.tidemark.ui.part.Tone;
import io.tidemark.ui.part.Words;
import io.tidemark.ui.wizard.RollbackModel.Phase;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * Rolling back in one dialog: last good version, the one before, what clients follow, hold, reason, one red button.
 * What is typed or ticked stays in place while plans come and go around it.
 */
public final class RollbackDialog extends BorderPane {

    private static final KeyCombination START = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.CONTROL_DOWN);

    private final RollbackModel model;
    private final Ui ui;
    private final VBox notes = new VBox(12);
    private final VBox table = new VBox();
    private final VBox command = new VBox(4);
    private final TextField reason;
    private boolean greeted;

    RollbackDialog(RollbackModel model, Runnable close, Ui ui) {
        this.model = model;
        this.ui = ui;
        this.reason = Form.textField(model.reason());
        getStyleClass().addAll("dialog-box", "rollback");
        setPrefWidth(904);
        setTop(new RollbackHead(model, close, ui));
        setCenter(body());
        setBottom(new RollbackFooter(model, close, ui));
        model.targets().subscribe(_ -> refresh());
        model.to().subscribe(_ -> refresh());
        model.phase().subscribe(_ -> refresh());
        model.problem().subscribe(_ -> refresh());
        model.plan().plan().subscribe(_ -> refresh());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        model.targets().subscribe(_ -> greet());
    }

    /** The choices and what came of them. */
    public RollbackModel model() {
        return model;
    }

    /** What one most likely wants to type comes first, as soon as it is there. */
    private void greet() {
        if (!greeted && !nowhere()) {
            greeted = true;
            Shown.once(reason, () -> ui.bridge().deliver(reason::requestFocus));
        }
    }

    private ScrollPane body() {
        List<Node> choices = new ArrayList<>(List.of(new TargetCards(model, ui)));
        if (model.facts().status().capabilities().contains(Capability.REFS)) {
            choices.add(new WayBack(model, ui));
        }
        choices.addAll(List.of(new HoldRow(model, ui), reasonRow()));
        VBox body = new VBox(12, notes, choices.get(0), table);
        body.getChildren().addAll(choices.subList(1, choices.size()));
        body.getChildren().add(command);
        body.getStyleClass().add("rollback-body");
        choices.forEach(node -> {
            node.disableProperty().bind(model.phase().isNotEqualTo(Phase.CHOOSING));
            node.visibleProperty().bind(Bindings.createBooleanBinding(this::choosable, model.phase(), model.targets()));
            node.managedProperty().bind(node.visibleProperty());
        });
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setMinHeight(nowhere() ? USE_COMPUTED_SIZE : 300);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    private boolean choosable() {
        return model.phase().get() != Phase.DONE && !nowhere();
    }

    private boolean nowhere() {
        return model.targets().get().versions().isEmpty();
    }

    private Node reasonRow() {
        HBox.setHgrow(reason, Priority.ALWAYS);
        HBox row = new HBox(
                12,
                Words.heading(ui.text("wizard.reason")),
                reason,
                Words.muted(ui.text("wizard.rollback.reason.help")));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void key(KeyEvent event) {
        if (START.match(event)) {
            model.start();
            event.consume();
        }
    }

    private void refresh() {
        boolean done = model.phase().get() == Phase.DONE;
        notes.getChildren().setAll(done ? List.of(result()) : warnings());
        table.getChildren().setAll(nowhere() ? List.of() : List.of(new ChannelTable(model, ui)));
        command.getChildren().clear();
        if (done) {
            List<String> words = model.run().job().get().plan().command();
            command.getChildren()
                    .setAll(Words.heading(ui.text("wizard.command")), new CommandLine(words, ui.text("wizard.copy")));
        }
    }

    private List<Node> warnings() {
        List<Node> found = new ArrayList<>();
        if (model.problem().get() != null) {
            found.add(new ProblemNote(model.problem().get(), ui.texts()));
        }
        if (nowhere()) {
            found.add(new InlineNote(Tone.WARNING, ui.text("wizard.rollback.nowhere")));
        } else {
            found.add(what());
        }
        Plan plan = model.plan().plan().get();
        if (plan != null && plan.nothingToDo()) {
            found.add(new InlineNote(Tone.SUCCESS, ui.text("wizard.plan.nothing")));
        } else if (plan != null) {
            plan.gates().stream()
                    .filter(gate -> !gate.open())
                    .forEach(gate -> found.add(GateNote.closed(gate, plan, ui)));
        }
        return found;
    }

    private InlineNote what() {
        return new InlineNote(
                Tone.DANGER,
                Feather.MONITOR,
                ui.text("wizard.rollback.what", "from", Words.brief(model.from().orElse("–"))),
                ui.text("wizard.rollback.then", "to", Words.brief(model.to().get())));
    }

    private InlineNote result() {
        if (!model.asIntended()) {
            return new InlineNote(
                    Tone.DANGER, ui.text("wizard.rollback.differs"), ui.text("wizard.rollback.differs.next"));
        }
        String summary = model.run()
                .job()
                .get()
                .outcome()
                .map(outcome -> ui.texts().say(outcome.summary()))
                .orElse("");
        return new InlineNote(
                Tone.SUCCESS,
                Words.stamped(summary),
                ui.text("wizard.rollback.restart", "to", Words.brief(model.to().get())));
    }
}
