package io.tidemark.ui.recipe;

import io.tidemark.model.Problem;
import io.tidemark.model.RecipeDifference;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.Chip;
import io.tidemark.ui.part.DiffLines;
import io.tidemark.ui.part.EmptyState;
import io.tidemark.ui.part.ProblemNote;
import io.tidemark.ui.part.Tone;
import io.tidemark.ui.part.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What development has and production has not: in meaning above, line by line below. */
final class DifferenceTab extends VBox {

    private static final double MEANING = 168;

    private final Ui ui;
    private final RecipeModel model;
    private final VBox meaning = new VBox(8);
    private final DiffLines lines = new DiffLines();
    private final ToggleButton side;
    private final ToggleButton unified;
    private final HBox columns = new HBox();
    private final Button take;

    /**
     * The difference of both.
     *
     * @param taken runs when production took over what development says
     */
    DifferenceTab(Ui ui, RecipeModel model, Runnable taken) {
        this.ui = ui;
        this.model = model;
        ToggleGroup group = new ToggleGroup();
        side = Buttons.choice(ui.text("host.diff.side"), group, "left-pill", this::fill);
        unified = Buttons.choice(ui.text("host.diff.unified"), group, "right-pill", this::fill);
        side.setSelected(true);
        take = Buttons.plain(ui.text("recipe.take"), Feather.ARROW_RIGHT_CIRCLE, () -> model.takeOver(taken));
        take.setId("take-over");
        meaning.getStyleClass().add("recipe-meaning");
        columns.getStyleClass().add("diff-columns");
        VBox.setVgrow(lines, Priority.ALWAYS);
        lines.setMinHeight(80);
        setMinWidth(0);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.F7) {
                lines.step(event.isShiftDown() ? -1 : 1);
                event.consume();
            }
        });
    }

    /** Compares what is typed now. */
    void open() {
        if (model.first().text().get().isBlank() && model.second().text().get().isBlank()) {
            getChildren().setAll(alone("recipe.difference.nothing", false));
        } else if (model.second().text().get().isBlank()) {
            getChildren().setAll(alone("recipe.difference.alone", true));
        } else {
            model.compare(this::show, this::failed);
        }
    }

    private Node alone(String key, boolean takes) {
        EmptyState empty = takes
                ? new EmptyState(Feather.GIT_MERGE, ui.text(key), take)
                : new EmptyState(Feather.GIT_MERGE, ui.text(key));
        VBox.setVgrow(empty, Priority.ALWAYS);
        return empty;
    }

    private void failed(Problem problem) {
        meaning.getChildren().setAll(new ProblemNote(problem, ui.texts()));
        lay(meaning);
    }

    private void show(RecipeDifference found) {
        meaning.getChildren().setAll(new Meaning(ui, found).rows());
        ScrollPane scroll = new ScrollPane(meaning);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxHeight(MEANING);
        scroll.setMinHeight(Region.USE_PREF_SIZE);
        lay(scroll);
    }

    private void lay(Region above) {
        HBox toggles = new HBox(side, unified);
        toggles.setAlignment(Pos.CENTER_LEFT);
        HBox head = new HBox(
                12,
                Words.plain(ui.text("recipe.lines"), "section-title"),
                Words.spring(),
                toggles,
                Buttons.icon(ui.text("host.diff.before"), Feather.CHEVRON_UP, () -> lines.step(-1)),
                Buttons.icon(ui.text("host.diff.next"), Feather.CHEVRON_DOWN, () -> lines.step(1)),
                take);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().addAll("diff-head", "divided-top");
        take.setDisable(model.rows().stream().allMatch(row -> row.same()));
        getChildren().setAll(above, head, columns, lines);
        fill();
    }

    private void fill() {
        boolean both = side.isSelected();
        Node before =
                column(new Chip(ui.texts().say(model.second().saved().get().title())));
        Node after = column(new Chip(ui.texts().say(model.first().saved().get().title()), Tone.ACCENT, Feather.EDIT_3));
        columns.getChildren().setAll(both ? List.of(before, after) : List.of(before, Words.spring(), after));
        lines.show(model.rows(), both);
    }

    private static HBox column(Node chip) {
        HBox column = new HBox(chip);
        column.setAlignment(Pos.CENTER_LEFT);
        column.getStyleClass().add("diff-column");
        HBox.setHgrow(column, Priority.ALWAYS);
        column.setPrefWidth(200);
        return column;
    }
}
