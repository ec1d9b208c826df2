package io.tidemark.ui.blocks;

import io.tidemark.engine.Images.BlockMap;
import io.tidemark.engine.Images.Owners;
import io.tidemark.text.Formats;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Words;
import java.util.Locale;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The cell below the mouse: which files lie there, and how much of it is new. Lies over the map and lets the mouse through. */
final class CellCard extends Pane {

    private static final double WIDTH = 300;
    private static final double APART = 10;
    private static final double ALL = 1000.0;

    private final Ui ui;
    private final BlocksModel model;
    private final MapCanvas canvas;
    private final VBox card = new VBox(3);

    CellCard(Ui ui, BlocksModel model, MapCanvas canvas) {
        this.ui = ui;
        this.model = model;
        this.canvas = canvas;
        setMouseTransparent(true);
        setMinSize(0, 0);
        card.getStyleClass().addAll("card-box", "cell-card");
        card.setId("cell-card");
        card.setPrefWidth(WIDTH);
        card.setManaged(false);
        getChildren().add(card);
        model.hovered().subscribe(hovered -> fill());
        model.map().subscribe(map -> fill());
    }

    private void fill() {
        int cell = model.hovered().get();
        var place = canvas.place(cell);
        card.setVisible(place.isPresent());
        place.ifPresent(where -> model.map().get().ifPresent(map -> {
            card.getChildren().clear();
            files(model.owners(cell));
            Formats formats = ui.texts().formats();
            card.getChildren()
                    .add(Words.plain(
                            ui.text("blocks.cell.share") + " " + formats.percent(model.changed(cell) / ALL) + " · "
                                    + offset(map, cell),
                            "muted",
                            "small"));
            move(where);
        }));
    }

    private void files(Owners owners) {
        for (String file : owners.files()) {
            Label path = Words.plain(file, "code", "small");
            path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            path.setMaxWidth(Double.MAX_VALUE);
            card.getChildren().add(path);
        }
        if (owners.more() > 0) {
            card.getChildren().add(Words.plain(ui.text("blocks.cell.more", "count", owners.more()), "muted", "small"));
        }
    }

    private static String offset(BlockMap map, int cell) {
        return String.format(Locale.ROOT, "0x%X", cell * map.cell());
    }

    /** Beside the cell, on the side where there is room. */
    private void move(Rectangle2D where) {
        card.applyCss();
        double height = card.prefHeight(WIDTH);
        double right = where.getMaxX() + APART;
        double x = right + WIDTH <= canvas.getWidth() ? right : Math.max(0, where.getMinX() - APART - WIDTH);
        double y = Math.clamp(where.getMinY(), 0, Math.max(0, canvas.getHeight() - height));
        card.resizeRelocate(x, y, WIDTH, Math.max(height, Region.USE_PREF_SIZE));
    }
}
