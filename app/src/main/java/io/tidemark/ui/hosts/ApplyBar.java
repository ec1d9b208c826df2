package io.tidemark.ui.hosts;

import io.tidemark.model.Plan;
import io.tidemark.model.PlanStep;
import io.tidemark.ui.Ui;
import io.tidemark.ui.Wizards;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.CommandLine;
import io.tidemark.ui.part.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What applying would do, step by step, and the button that leads there. */
final class ApplyBar extends VBox {

    private static final int COLUMNS = 3;
    private static final int CARDS = 6;
    /** A bar of this width has no room for everything in one row. */
    private static final double NARROW = 700;

    private final Ui ui;

    ApplyBar(Ui ui, Wizards wizards, HostModel model, HostModel.Looked looked) {
        super(10);
        this.ui = ui;
        getStyleClass().add("apply-bar");
        looked.plan().ifPresent(plan -> show(plan, wizards, model));
    }

    private void show(Plan plan, Wizards wizards, HostModel model) {
        Label undo = Words.muted(ui.text("host.apply.undo"));
        undo.managedProperty().bind(undo.visibleProperty());
        undo.visibleProperty().bind(widthProperty().greaterThan(NARROW));
        Label title = Words.plain(ui.text("host.apply.plan"), "section-title");
        title.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(
                8,
                title,
                Words.muted(ui.text("host.apply.steps", "count", plan.steps().size())),
                Words.spring(),
                undo);
        head.setAlignment(Pos.BASELINE_LEFT);
        Button apply = Buttons.primary(
                ui.text("host.apply", "host", model.name()), Feather.CHECK, () -> wizards.provision(model.name()));
        apply.setId("apply-profile");
        CommandLine command = new CommandLine(plan.command(), ui.text("wizard.copy"));
        HBox.setHgrow(command, Priority.ALWAYS);
        Button profile = Buttons.plain(ui.text("host.profile"), Feather.SLIDERS, () -> wizards.profile(model.name()));
        HBox buttons = new HBox(8, Words.spring(), profile, apply);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        HBox foot = new HBox(8, command, buttons);
        foot.setAlignment(Pos.CENTER_RIGHT);
        VBox below = new VBox(8, foot);
        widthProperty().subscribe(width -> {
            boolean narrow = width.doubleValue() <= NARROW;
            foot.getChildren().setAll(narrow ? List.of(command) : List.of(command, buttons));
            below.getChildren().setAll(narrow ? List.of(foot, buttons) : List.of(foot));
        });
        getChildren().addAll(head, cards(plan.steps()), below);
    }

    private GridPane cards(List<PlanStep> steps) {
        GridPane grid = new GridPane(8, 8);
        for (int column = 0; column < COLUMNS; column++) {
            ColumnConstraints third = new ColumnConstraints();
            third.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(third);
        }
        int shown = steps.size() <= CARDS ? steps.size() : CARDS - 1;
        for (int i = 0; i < shown; i++) {
            grid.add(card(i, steps.get(i)), i % COLUMNS, i / COLUMNS);
        }
        if (shown < steps.size()) {
            Label more = Words.muted(ui.text("host.apply.more", "count", steps.size() - shown));
            grid.add(more, shown % COLUMNS, shown / COLUMNS);
        }
        return grid;
    }

    private Node card(int index, PlanStep step) {
        Label number = Words.plain(Integer.toString(index + 1), "step-number");
        Label title = Words.plain(title(step), "semibold");
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        title.setTooltip(new Tooltip("%s %s".formatted(title.getText(), step.subject())));
        Label why = Words.plain(ui.texts().say(step.reason()), "muted", "small");
        why.setTooltip(new Tooltip(why.getText()));
        VBox words = new VBox(1, title, why);
        words.setMinWidth(0);
        HBox card = new HBox(10, number, words);
        card.setAlignment(Pos.CENTER_LEFT);
        card.getStyleClass().add("step-card");
        return card;
    }

    private String title(PlanStep step) {
        String action = ui.text("action." + step.action());
        return step.subject().isEmpty() ? action : action + " " + last(step.subject());
    }

    private static String last(String path) {
        return path.startsWith("/") ? path.substring(path.lastIndexOf('/') + 1) : path;
    }
}
