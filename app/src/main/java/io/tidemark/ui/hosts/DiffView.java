package io.tidemark.ui.hosts;

import io.tidemark.model.HostDrift;
import io.tidemark.model.LineDiff;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.Chip;
import io.tidemark.ui.part.DiffLines;
import io.tidemark.ui.part.Tone;
import io.tidemark.ui.part.Words;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One item of a host's configuration: as it is at the left, as it should be at the right, or both in one column. */
final class DiffView extends VBox {

    private final Ui ui;
    private final HostModel model;
    private final HBox head = new HBox(8);
    private final HBox columns = new HBox();
    private final Label detail = Words.wrapped("", "muted");
    private final DiffLines lines = new DiffLines();
    private final ToggleButton side;
    private final ToggleButton unified;
    private final Button before;
    private final Button next;
    private Optional<HostDrift.Item> item = Optional.empty();

    DiffView(Ui ui, HostModel model) {
        this.ui = ui;
        this.model = model;
        ToggleGroup group = new ToggleGroup();
        side = Buttons.choice(ui.text("host.diff.side"), group, "left-pill", this::fill);
        unified = Buttons.choice(ui.text("host.diff.unified"), group, "right-pill", this::fill);
        side.setSelected(true);
        before = Buttons.icon(ui.text("host.diff.before"), Feather.CHEVRON_UP, () -> step(-1));
        next = Buttons.icon(ui.text("host.diff.next"), Feather.CHEVRON_DOWN, () -> step(1));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("diff-head");
        columns.getStyleClass().add("diff-columns");
        detail.getStyleClass().add("diff-detail");
        VBox.setVgrow(lines, Priority.ALWAYS);
        setMinWidth(0);
        getChildren().addAll(head, detail, columns, lines);
    }

    void show(Optional<HostDrift.Item> chosen) {
        item = chosen;
        fill();
    }

    /** Goes to the next difference, or the one before. */
    void step(int by) {
        lines.step(by);
    }

    private void fill() {
        head.getChildren().clear();
        columns.getChildren().clear();
        lines.show(List.of(), true);
        detail.setText("");
        item.ifPresent(this::fill);
    }

    private void fill(HostDrift.Item chosen) {
        Label name = Words.plain(DriftList.name(chosen, ui), "section-title");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setTooltip(new Tooltip(chosen.id()));
        head.getChildren().addAll(name, Words.spring());
        if (chosen.kind() == HostDrift.Kind.FILE && chosen.drifted()) {
            HBox toggles = new HBox(side, unified);
            toggles.setAlignment(Pos.CENTER_LEFT);
            head.getChildren().addAll(toggles, before, next);
        }
        leave(chosen).ifPresent(head.getChildren()::add);
        detail.setText(ui.texts().say(chosen.detail()));
        List<LineDiff.Row> rows = model.drift().get().rows(chosen);
        boolean both = side.isSelected();
        columns.getChildren()
                .setAll(both ? List.of(actual(), desired()) : List.of(actual(), Words.spring(), desired()));
        lines.show(rows, both);
    }

    private Optional<Node> leave(HostDrift.Item chosen) {
        return switch (chosen.state()) {
            case DIFFERENT, MISSING, UNKNOWN ->
                Optional.of(
                        Buttons.plain(ui.text("host.leave"), Feather.EYE_OFF, () -> model.leave(chosen.id(), true)));
            case IGNORED ->
                Optional.of(Buttons.plain(ui.text("host.manage"), Feather.EYE, () -> model.leave(chosen.id(), false)));
            case SAME -> Optional.empty();
        };
    }

    private Node actual() {
        return column(new Chip(ui.text("host.on", "host", model.name())));
    }

    private Node desired() {
        return column(new Chip(ui.text("host.desired"), Tone.ACCENT, Feather.FLAG));
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
