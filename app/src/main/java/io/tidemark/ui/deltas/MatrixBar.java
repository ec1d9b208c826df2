package io.tidemark.ui.deltas;

import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Words;
import java.util.List;
import javafx.beans.property.Property;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/** The switches above the matrix: which pairs, in bytes or seconds, on which line; and how many pairs there are. */
final class MatrixBar extends FlowPane {

    private final Ui ui;

    MatrixBar(Ui ui, DeltasModel model, Node series) {
        super(10, 8);
        this.ui = ui;
        MatrixLook look = model.look();
        ComboBox<Integer> line = line(look);
        look.measure().subscribe(measure -> {
            line.setVisible(measure == Measure.SECONDS);
            line.setManaged(measure == Measure.SECONDS);
        });
        Label count = Words.plain("", "muted", "table-size");
        count.setId("pair-count");
        Runnable counting = () -> {
            Grid grid = model.grid().get();
            count.setText(ui.text(
                    grid.commits() ? "deltas.commits.count" : "deltas.count",
                    "images",
                    grid.members(),
                    "pairs",
                    look.count(grid)));
        };
        model.grid().subscribe(grid -> counting.run());
        look.direction().subscribe(direction -> counting.run());
        setRowValignment(javafx.geometry.VPos.CENTER);
        getChildren()
                .addAll(
                        series,
                        pills("deltas.direction.", List.of(Direction.values()), look.direction()),
                        pills("deltas.measure.", List.of(Measure.values()), look.measure()),
                        line,
                        count);
    }

    private ComboBox<Integer> line(MatrixLook look) {
        ComboBox<Integer> box = new ComboBox<>();
        box.setId("line");
        box.getItems().setAll(MatrixLook.LINES);
        box.setConverter(new LineWords());
        box.setTooltip(new Tooltip(ui.text("deltas.line.does")));
        box.setAccessibleText(ui.text("deltas.line.does"));
        box.valueProperty().bindBidirectional(look.line());
        return box;
    }

    private <T extends Enum<T>> HBox pills(String key, List<T> choices, Property<T> chosen) {
        ToggleGroup group = new ToggleGroup();
        HBox pills = new HBox();
        pills.setAlignment(Pos.CENTER_LEFT);
        for (T choice : choices) {
            ToggleButton pill = new ToggleButton(ui.text(key + choice));
            pill.setId("show-" + choice.name().toLowerCase(java.util.Locale.ROOT));
            pill.setToggleGroup(group);
            pill.setMinWidth(Region.USE_PREF_SIZE);
            pill.getStyleClass().addAll(side(choices, choice), "preset");
            pill.setTooltip(new Tooltip(ui.text(key + choice + ".does")));
            pill.setSelected(chosen.getValue() == choice);
            pill.setOnAction(event -> {
                pill.setSelected(true);
                chosen.setValue(choice);
            });
            pills.getChildren().add(pill);
        }
        return pills;
    }

    private static <T> String side(List<T> choices, T choice) {
        if (choice == choices.getFirst()) {
            return "left-pill";
        }
        return choice == choices.getLast() ? "right-pill" : "center-pill";
    }

    private final class LineWords extends StringConverter<Integer> {

        @Override
        public String toString(Integer line) {
            return line == null ? "" : ui.text("deltas.line", "line", line);
        }

        @Override
        public Integer fromString(String words) {
            return Integer.valueOf(words.replaceAll("\\D", ""));
        }
    }
}
