package io.tidemark.ui.deltas;

import io.tidemark.engine.Images.Cell;
import io.tidemark.engine.Images.Way;
import io.tidemark.engine.Images.Worker;
import io.tidemark.ui.Place.Pair;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.Words;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What there is to say of one pair: the one below the mouse, else the one that is picked. */
final class PairCard extends HBox {

    private final Ui ui;
    private final DeltasModel model;
    private final Label title = Words.plain("", "semibold");
    private final Label figures = Words.plain("", "table-size");
    private final Label reason = Words.wrapped("", "muted", "table-size");
    private final HBox sign = new HBox();
    private final Button open;

    PairCard(Ui ui, DeltasModel model, Runnable opening) {
        super(12);
        this.ui = ui;
        this.model = model;
        getStyleClass().addAll("card-box", "pair-card");
        setAlignment(Pos.CENTER_LEFT);
        title.setTooltip(new Tooltip());
        VBox words = new VBox(2, new FlowPane(12, 2, title, figures), reason);
        words.setMinWidth(0);
        reason.setId("pair-reason");
        HBox.setHgrow(words, Priority.ALWAYS);
        sign.setAlignment(Pos.CENTER);
        open = Buttons.plain(ui.text("deltas.blocks"), Feather.MAP, opening);
        open.setId("open-blocks");
        getChildren().addAll(sign, words, open);
        model.picked().subscribe(pair -> fill());
        model.hovered().subscribe(pair -> fill());
        model.grid().subscribe(grid -> fill());
        model.workers().workers().subscribe(workers -> fill());
    }

    private void fill() {
        Grid grid = model.grid().get();
        Optional<Pair> pair = model.hovered().get().or(model.picked()::get).filter(grid::has);
        setVisible(pair.isPresent());
        pair.ifPresent(shown -> fill(grid, shown));
    }

    private void fill(Grid grid, Pair pair) {
        title.setText(grid.stamp(grid.place(pair.from())) + " → " + grid.stamp(grid.place(pair.to())));
        title.setMinWidth(USE_PREF_SIZE);
        title.getTooltip().setText(pair.from() + "\n→ " + pair.to());
        Optional<Cell> cell = grid.cell(pair);
        Optional<Worker> worker = model.worker(pair);
        figures.setText(worker.map(this::running)
                .orElseGet(() -> cell.map(each -> figures(grid, each)).orElse("")));
        reason.setText(
                cell.map(each -> Words.stamped(ui.texts().say(each.reason()))).orElseGet(this::nothing));
        Feather ikon = worker.isPresent()
                ? Feather.LOADER
                : cell.map(each -> icon(each.way())).orElse(Feather.SLASH);
        sign.getChildren().setAll(Icons.of(ikon, 18, worker.isPresent() ? "accent" : "muted"));
    }

    private String nothing() {
        boolean taken = model.matrix()
                .get()
                .filter(matrix -> !matrix.series().isEmpty())
                .isPresent();
        return ui.text(taken ? "deltas.pair.none" : "deltas.pair.later");
    }

    private String figures(Grid grid, Cell cell) {
        double share = grid.share(cell);
        if (share < 0) {
            return ui.text("deltas.pair.unknown");
        }
        String key = cell.way() == Way.FULL ? "deltas.pair.full" : "deltas.pair.bytes";
        return ui.text(key, "bytes", cell.bytes(), "share", share);
    }

    private String running(Worker worker) {
        double done = worker.progress().fraction();
        return done < 0 ? ui.text("deltas.pair.running") : ui.text("deltas.pair.running.share", "share", done);
    }

    private static Feather icon(Way way) {
        return switch (way) {
            case EXISTS -> Feather.CHECK;
            case PLANNED -> Feather.LAYERS;
            case CHAIN -> Feather.LINK;
            case FULL -> Feather.HARD_DRIVE;
        };
    }
}
