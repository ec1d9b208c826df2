package io.tidemark.ui.deltas;

import io.tidemark.engine.Images.Cell;
import io.tidemark.engine.Images.Way;
import io.tidemark.ui.Place.Pair;
import io.tidemark.ui.Ui;
import io.tidemark.ui.deltas.PairWork.State;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What there is to say of one pair: the one below the mouse, else the one that is picked. */
final class PairCard extends HBox {

    private final Ui ui;
    private final DeltasModel model;
    private final Label title = Words.plain("", "semibold");
    private final Label figures = Words.wrapped("", "table-size");
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
        VBox words = new VBox(2, title, figures, reason);
        words.setMinWidth(0);
        reason.setId("pair-reason");
        figures.setId("pair-figures");
        HBox.setHgrow(words, Priority.ALWAYS);
        sign.setAlignment(Pos.CENTER);
        open = Buttons.plain(ui.text("deltas.blocks"), Feather.MAP, opening);
        open.setId("open-blocks");
        getChildren().addAll(sign, words, open);
        model.commits().subscribe(commits -> {
            open.setText(ui.text(commits ? "deltas.commits.compare" : "deltas.blocks"));
            open.setGraphic(Icons.of(commits ? Feather.COLUMNS : Feather.MAP, 14));
        });
        model.picked().subscribe(pair -> fill());
        model.hovered().subscribe(pair -> fill());
        model.grid().subscribe(grid -> fill());
        model.workers().workers().subscribe(workers -> fill());
        model.look().measure().subscribe(measure -> fill());
        model.look().line().subscribe(line -> fill());
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
        PairWork work = model.workers().work(pair);
        List<String> facts = new ArrayList<>();
        working(work).ifPresent(facts::add);
        cell.ifPresent(each -> facts.addAll(figures(grid, each)));
        figures.setText(String.join(" · ", facts));
        reason.setText(
                cell.map(each -> Words.stamped(ui.texts().say(each.reason()))).orElseGet(() -> nothing(work)));
        Feather ikon = work.running()
                ? Feather.LOADER
                : cell.map(each -> icon(each.way())).orElse(Feather.SLASH);
        sign.getChildren().setAll(Icons.of(ikon, 18, work.running() ? "accent" : "muted"));
    }

    private String nothing(PairWork work) {
        if (work.state() != State.NONE) {
            return ui.text("deltas.pair.fresh");
        }
        boolean taken = model.matrix()
                .get()
                .filter(matrix -> !matrix.series().isEmpty())
                .isPresent();
        String none = model.commits().get() ? "deltas.commits.none" : "deltas.pair.none";
        return ui.text(taken ? none : "deltas.pair.later");
    }

    private List<String> figures(Grid grid, Cell cell) {
        double share = grid.share(cell);
        if (share < 0) {
            return List.of(ui.text("deltas.pair.unknown"));
        }
        List<String> facts = new ArrayList<>();
        facts.add(ui.text(bytes(grid, cell), "bytes", cell.bytes(), "share", share));
        if (model.look().measure().get() == Measure.SECONDS) {
            int line = model.look().line().get();
            facts.add(ui.text("deltas.pair.seconds", "time", model.look().millis(cell.bytes()), "line", line));
        }
        cell.took().ifPresent(millis -> facts.add(ui.text("deltas.pair.took", "time", millis)));
        long clients = grid.image(grid.place(cell.from())).clients();
        if (clients >= 0) {
            facts.add(ui.text(grid.commits() ? "deltas.commits.clients" : "deltas.pair.clients", "count", clients));
        }
        return facts;
    }

    private static String bytes(Grid grid, Cell cell) {
        if (!grid.commits()) {
            return cell.way() == Way.FULL ? "deltas.pair.full" : "deltas.pair.bytes";
        } else if (cell.way() == Way.FULL) {
            return "deltas.commits.full";
        }
        return cell.way() == Way.PLANNED ? "deltas.commits.most" : "deltas.commits.bytes";
    }

    private Optional<String> working(PairWork work) {
        return switch (work.state()) {
            case NONE -> Optional.empty();
            case WAITING -> Optional.of(ui.text("deltas.pair.waits"));
            case DONE -> Optional.of(ui.text("deltas.pair.made"));
            case RUNNING ->
                Optional.of(
                        work.share() < 0
                                ? ui.text("deltas.pair.running")
                                : ui.text("deltas.pair.running.share", "share", work.share()));
        };
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
