package io.tidemark.ui.blocks;

import io.tidemark.engine.Images.BlockMap;
import io.tidemark.engine.Images.ChangedFile;
import io.tidemark.text.Formats;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Words;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the map adds up to, what the picked cell is, and which files changed most. */
final class MapPanel extends VBox {

    private static final double ALL = 1000.0;

    private final Ui ui;
    private final BlocksModel model;
    private final GridPane cell = new GridPane(12, 5);

    MapPanel(Ui ui, BlocksModel model, BlockMap map) {
        this.ui = ui;
        this.model = model;
        cell.setId("cell");
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        cell.getColumnConstraints().add(name);
        getChildren().addAll(totals(map), cellPart(), files(map));
        model.picked().subscribe(picked -> fill(map));
        model.hovered().subscribe(hovered -> fill(map));
    }

    private VBox totals(BlockMap map) {
        Formats formats = ui.texts().formats();
        double share = map.size() == 0 ? 0 : (double) map.delta() / map.size();
        VBox part = new VBox(
                6,
                Words.plain(ui.text("blocks.delta"), "section-title"),
                Words.plain(formats.bytes(map.delta()), "figure"),
                Words.wrapped(
                        ui.text("blocks.delta.share", "share", share, "bytes", map.size()), "muted", "table-size"),
                Words.wrapped(ui.text("blocks.changed", "bytes", map.changed()), "table-size"));
        part.getStyleClass().add("deltas-part");
        return part;
    }

    private VBox cellPart() {
        VBox part = new VBox(8, Words.plain(ui.text("blocks.cell"), "section-title"), cell);
        part.getStyleClass().addAll("deltas-part", "divided-top");
        return part;
    }

    private void fill(BlockMap map) {
        int shown = model.hovered().get() >= 0
                ? model.hovered().get()
                : model.picked().get();
        cell.getChildren().clear();
        if (shown >= map.permille().size()) {
            return;
        }
        Formats formats = ui.texts().formats();
        long start = shown * map.cell();
        long end = Math.min(map.size(), start + map.cell());
        row(
                0,
                "blocks.cell.number",
                ui.text(
                        "blocks.cell.of",
                        "number",
                        shown + 1,
                        "count",
                        map.permille().size()));
        row(1, "blocks.cell.place", span(start, end));
        row(2, "blocks.cell.offset", String.format(Locale.ROOT, "0x%X", start));
        row(3, "blocks.cell.share", formats.percent(map.permille().get(shown) / ALL));
    }

    /** In plain bytes where rounded figures would be the same. */
    private String span(long start, long end) {
        Formats formats = ui.texts().formats();
        boolean apart = !formats.bytes(start).equals(formats.bytes(end));
        return apart
                ? formats.bytes(start) + " – " + formats.bytes(end)
                : formats.number(start) + " – " + formats.number(end);
    }

    private void row(int row, String key, String value) {
        Label figure = Words.plain(value, "semibold", "table-size");
        figure.setMinWidth(USE_PREF_SIZE);
        GridPane.setHalignment(figure, HPos.RIGHT);
        cell.addRow(row, Words.plain(ui.text(key), "muted", "table-size"), figure);
    }

    private VBox files(BlockMap map) {
        VBox part = new VBox(10, Words.plain(ui.text("blocks.files"), "section-title"));
        part.getStyleClass().addAll("deltas-part", "divided-top");
        if (map.files().isEmpty()) {
            String key = map.changed() == 0 ? "blocks.files.same" : "blocks.files.none";
            part.getChildren().add(Words.wrapped(ui.text(key), "muted", "table-size"));
        }
        long largest = map.files().stream().mapToLong(MapPanel::weight).max().orElse(1);
        map.files().forEach(file -> part.getChildren().add(file(file, largest)));
        return part;
    }

    private VBox file(ChangedFile file, long largest) {
        Label path = Words.plain(file.path(), "table-size");
        path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        path.setTooltip(new Tooltip(file.path()));
        ProgressBar bar = new ProgressBar(largest <= 0 ? 0 : (double) weight(file) / largest);
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        Label sizes = Words.plain(sizes(file), "muted", "small");
        sizes.setMinWidth(USE_PREF_SIZE);
        HBox below = new HBox(10, bar, sizes);
        below.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return new VBox(3, path, below);
    }

    private String sizes(ChangedFile file) {
        if (file.before() < 0) {
            return ui.text("blocks.file.new", "bytes", file.after());
        }
        return file.after() < 0
                ? ui.text("blocks.file.gone", "bytes", file.before())
                : ui.text("blocks.file.changed", "before", file.before(), "after", file.after());
    }

    private static long weight(ChangedFile file) {
        return Math.max(file.before(), file.after());
    }
}
