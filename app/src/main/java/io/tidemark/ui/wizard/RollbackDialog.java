package io.tidemark.ui.wizard;

import atlantafx.base.controls.ToggleSwitch;
import io.tidemark.model.Gate;
import io.tidemark.model.JobRecord;
import io.tidemark.model.Lane;
import io.tidemark.model.Version;
import io.tidemark.text.Formats;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Chip;
import io.tidemark.ui.part.CommandLine;
import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.InlineNote;
import io.tidemark.ui.part.ProblemNote;
import io.tidemark.ui.part.Tone;
import io.tidemark.ui.part.VersionChip;
import io.tidemark.ui.part.Words;
import io.tidemark.ui.wizard.RollbackModel.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Rolling back in one dialog: last good version, the one before, what clients follow, hold, reason, one red button. */
public final class RollbackDialog extends BorderPane {

    private static final KeyCombination START = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.CONTROL_DOWN);
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int OFFERED = 2;

    private final RollbackModel model;
    private final Ui ui;
    private final VBox body = new VBox(12);

    RollbackDialog(RollbackModel model, Runnable close, Ui ui) {
        this.model = model;
        this.ui = ui;
        getStyleClass().addAll("dialog-box", "rollback");
        setPrefWidth(904);

        body.getStyleClass().add("rollback-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setMinHeight(300);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);
        RollbackHead head = new RollbackHead(model, close, ui);
        setTop(head);
        setBottom(new RollbackFooter(model, close, ui));
        model.targets().subscribe(_ -> refresh());
        model.phase().subscribe(_ -> refresh());
        model.problem().subscribe(_ -> refresh());
        model.plan().plan().subscribe(_ -> refresh());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** The choices and what came of them. */
    public RollbackModel model() {
        return model;
    }

    private void key(KeyEvent event) {
        if (START.match(event)) {
            model.start();
            event.consume();
        }
    }

    private void refresh() {
        body.getChildren().clear();
        if (model.problem().get() != null) {
            body.getChildren().add(new ProblemNote(model.problem().get(), ui.texts()));
        }
        if (model.phase().get() == Phase.DONE) {
            done();
        } else if (model.targets().get().versions().isEmpty()) {
            body.getChildren().add(new InlineNote(Tone.WARNING, ui.text("wizard.rollback.nowhere")));
        } else {
            choosing();
        }
    }

    private void choosing() {
        body.getChildren().add(what());
        gates();
        VBox choices = new VBox(6, Words.heading(ui.text("wizard.rollback.to")));
        ToggleGroup group = new ToggleGroup();
        List<Version> versions = model.targets().get().versions();
        for (int i = 0; i < Math.min(OFFERED, versions.size()); i++) {
            choices.getChildren().add(target(versions.get(i), i == 0, group));
        }
        choices.disableProperty().bind(model.phase().isNotEqualTo(Phase.CHOOSING));
        body.getChildren().addAll(choices, new ChannelTable(model, ui), hold(), reason());
    }

    private InlineNote what() {
        String from = model.from().orElse("–");
        return new InlineNote(
                Tone.DANGER,
                Feather.MONITOR,
                ui.text("wizard.rollback.what", "from", from),
                ui.text("wizard.rollback.then", "to", model.to().get()));
    }

    private void gates() {
        var plan = model.plan().plan().get();
        if (plan != null && plan.nothingToDo()) {
            body.getChildren().add(new InlineNote(Tone.SUCCESS, ui.text("wizard.plan.nothing")));
        }
        if (plan != null) {
            plan.gates().stream()
                    .filter(gate -> !gate.open())
                    .map((Gate gate) -> GateNote.closed(gate, plan, ui))
                    .forEach(body.getChildren()::add);
        }
    }

    private Node target(Version version, boolean first, ToggleGroup group) {
        RadioButton button = new RadioButton();
        button.setToggleGroup(group);
        button.setAccessibleText(version.name());
        VBox words = new VBox(
                2,
                Words.plain(
                        ui.text(first ? "wizard.rollback.good" : "wizard.rollback.before"),
                        first ? "dialog-title" : "semibold"),
                Words.plain(served(version), "muted"));
        HBox card = new HBox(12, button, new VersionChip(version.name(), version.sequence()), words, Words.spring());
        version.verified().ifPresent(when -> card.getChildren().add(verified(when)));
        card.setAlignment(Pos.CENTER_LEFT);
        card.getStyleClass().add("radio-card");
        card.setOnMouseClicked(_ -> button.setSelected(true));
        button.selectedProperty().subscribe(on -> card.pseudoClassStateChanged(CHOSEN, on));
        button.setSelected(version.name().equals(model.to().get()));
        button.selectedProperty().addListener((_, _, on) -> choose(version, on));
        return card;
    }

    private void choose(Version version, boolean on) {
        if (on) {
            model.to().set(version.name());
            refresh();
        }
    }

    private Chip verified(Instant when) {
        return new Chip(
                ui.text("wizard.rollback.verified", "day", ui.texts().formats().day(when)), Tone.SUCCESS);
    }

    private String served(Version version) {
        Optional<Lane.Span> span = model.targets().get().served(version.name());
        if (span.isEmpty()) {
            return ui.text("wizard.rollback.never");
        }
        Formats formats = ui.texts().formats();
        Instant end = span.get().end().orElse(Instant.now());
        return ui.text(
                "wizard.rollback.served",
                "start",
                formats.day(span.get().start()),
                "end",
                formats.day(end),
                "days",
                Math.max(1, Duration.between(span.get().start(), end).toDays()));
    }

    private Node hold() {
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.setAccessibleText(ui.text(
                "wizard.rollback.hold",
                "channel",
                model.channel(),
                "to",
                model.to().get()));
        toggle.selectedProperty().bindBidirectional(model.hold());
        toggle.disableProperty().bind(model.phase().isNotEqualTo(Phase.CHOOSING));
        var title = Words.plain(
                ui.text(
                        "wizard.rollback.hold",
                        "channel",
                        model.channel(),
                        "to",
                        model.to().get()),
                "section-title");
        title.setGraphic(Icons.of(Feather.LOCK));
        VBox words = new VBox(2, title, Words.wrapped(ui.text("wizard.rollback.hold.help"), "muted"));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(12, toggle, words);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("card-box", "hold-row");
        return row;
    }

    private Node reason() {
        TextField field = Form.textField(model.reason());
        field.setId("reason");
        HBox.setHgrow(field, Priority.ALWAYS);
        field.disableProperty().bind(model.phase().isNotEqualTo(Phase.CHOOSING));
        HBox row = new HBox(
                12,
                Words.heading(ui.text("wizard.reason")),
                field,
                Words.muted(ui.text("wizard.rollback.reason.help")));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void done() {
        JobRecord job = model.run().job().get();
        String summary =
                job.outcome().map(outcome -> ui.texts().say(outcome.summary())).orElse("");
        body.getChildren()
                .addAll(
                        model.asIntended()
                                ? new InlineNote(Tone.SUCCESS, summary, ui.text("wizard.rollback.restart", "to", to()))
                                : new InlineNote(
                                        Tone.DANGER,
                                        ui.text("wizard.rollback.differs"),
                                        ui.text("wizard.rollback.differs.next")),
                        new ChannelTable(model, ui),
                        new VBox(
                                4,
                                Words.heading(ui.text("wizard.command")),
                                new CommandLine(job.plan().command(), ui.text("wizard.copy"))));
    }

    private String to() {
        return model.to().get();
    }
}
