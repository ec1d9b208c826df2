package io.tidemark.ui.blocks;

import io.tidemark.engine.Images.BlockMap;
import io.tidemark.engine.Images.DeltaSizes;
import io.tidemark.engine.Images.Owners;
import io.tidemark.engine.Images.Told;
import io.tidemark.text.Formats;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Words;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
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
    private final VBox files = new VBox(2);

    MapPanel(Ui ui, BlocksModel model, BlockMap map) {
        this.ui = ui;
        this.model = model;
        cell.setId("cell");
        files.setId("cell-files");
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        cell.getColumnConstraints().add(name);
        ChangedList list = new ChangedList(ui, model, map);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(totals(map), cellPart(), list);
        model.picked().subscribe(picked -> fill(map));
    }

    private VBox totals(BlockMap map) {
        Formats formats = ui.texts().formats();
        DeltaSizes sizes = map.sizes();
        String back =
                sizes.backward() < 0 ? "?" : (sizes.foretold() ? "≈\u00a0" : "") + formats.bytes(sizes.backward());
        HBox cards = new HBox(
                8,
                card("blocks.forward", formats.bytes(sizes.forward()), share(map, sizes.forward())),
                card("blocks.backward", back, share(map, sizes.backward())),
                card("blocks.full", formats.bytes(map.size()), ""));
        VBox part = new VBox(
                8,
                Words.plain(ui.text("blocks.delta"), "section-title"),
                cards,
                Words.wrapped(ui.text("blocks.changed", "bytes", map.changed()), "muted", "table-size"));
        part.getStyleClass().add("deltas-part");
        return part;
    }

    private VBox card(String key, String figure, String below) {
        Label size = Words.plain(figure, "semibold");
        size.setMinWidth(USE_PREF_SIZE);
        VBox card = new VBox(1, Words.plain(ui.text(key), "muted", "small"), size);
        if (!below.isEmpty()) {
            card.getChildren().add(Words.plain(below, "muted", "small"));
        }
        card.getStyleClass().addAll("card-box", "size-card");
        card.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private String share(BlockMap map, long bytes) {
        return bytes < 0 || map.size() == 0 ? "" : ui.texts().formats().percent((double) bytes / map.size());
    }

    private VBox cellPart() {
        VBox part = new VBox(8, Words.plain(ui.text("blocks.cell"), "section-title"), cell, files);
        part.getStyleClass().addAll("deltas-part", "divided-top");
        return part;
    }

    private void fill(BlockMap map) {
        int shown = model.picked().get();
        cell.getChildren().clear();
        files.getChildren().clear();
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
        if (map.contents().told() == Told.PLACES) {
            owners(model.owners(shown));
        }
    }

    private void owners(Owners owners) {
        for (String path : owners.files()) {
            Label name = Words.plain(path, "code", "small");
            name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            name.setTooltip(new Tooltip(path));
            files.getChildren().add(name);
        }
        if (owners.files().isEmpty()) {
            files.getChildren().add(Words.wrapped(ui.text("blocks.cell.tables"), "muted", "small"));
        } else if (owners.more() > 0) {
            files.getChildren().add(Words.plain(ui.text("blocks.cell.more", "count", owners.more()), "muted", "small"));
        }
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
}
