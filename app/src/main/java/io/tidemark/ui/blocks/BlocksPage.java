package io.tidemark.ui.blocks;

import io.tidemark.engine.Images.BlockMap;
import io.tidemark.model.ProgressSample;
import io.tidemark.ui.JobWords;
import io.tidemark.ui.Page;
import io.tidemark.ui.Place;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.EmptyState;
import io.tidemark.ui.part.ProblemNote;
import io.tidemark.ui.part.Words;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The page of the block map of two images. */
public final class BlocksPage implements Page {

    private static final double PANEL = 320;
    private static final double SHARE = 0.36;

    private final Ui ui;
    private final Place.Blocks place;
    private final BlocksModel model;
    private final MapCanvas canvas;
    private final StackPane body = new StackPane();

    /** The page for a place. */
    public BlocksPage(Ui ui, Place.Blocks place) {
        this.ui = ui;
        this.place = place;
        model = new BlocksModel(ui, place);
        canvas = new MapCanvas(model);
        canvas.scale().bind(ui.desk().look().scaleValue());
        body.getStyleClass().add("deltas");
    }

    /** The model behind the page. */
    public BlocksModel model() {
        return model;
    }

    @Override
    public Region header() {
        var back = Buttons.icon(ui.text("deltas.back"), Feather.ARROW_LEFT, this::back);
        back.getStyleClass().add("flat");
        String from = Words.brief(place.pair().from());
        String to = Words.brief(place.pair().to());
        Label title = Words.plain(from + " → " + to, "page-title");
        title.setTooltip(new Tooltip(place.pair().from() + "\n→ " + place.pair().to()));
        var swap = Buttons.icon(ui.text("compare.swap"), Feather.REPEAT, model::swap);
        swap.setId("swap");
        var all = Buttons.plain(
                ui.text("blocks.all"),
                Feather.GRID,
                () -> ui.go(new Place.Deltas(place.name(), Optional.of(place.pair()))));
        HBox crumbs = Words.crumbs(place.name(), title);
        HBox header = new HBox(8, back, crumbs, swap, Words.spring(), all);
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    @Override
    public Region body() {
        return body;
    }

    @Override
    public void opened() {
        model.map().subscribe(map -> fill());
        model.problem().subscribe(problem -> fill());
        model.comparing().subscribe(comparing -> fill());
        model.open();
    }

    @Override
    public void closed() {
        model.stop();
    }

    private void back() {
        if (!ui.desk().navigator().back()) {
            ui.go(Place.repository(place.name()));
        }
    }

    private void fill() {
        if (model.problem().get().isPresent()) {
            VBox box = new VBox(12, new ProblemNote(model.problem().get().get(), ui.texts()), again());
            box.getStyleClass().add("page-body");
            body.getChildren().setAll(box);
        } else if (model.map().get().isPresent()) {
            body.getChildren().setAll(found(model.map().get().get()));
            ui.bridge().deliver(canvas::requestFocus);
        } else if (model.comparing().get()) {
            body.getChildren().setAll(working());
        } else {
            body.getChildren().setAll(new EmptyState(Feather.MAP, ui.text("blocks.stopped"), again()));
        }
    }

    private Node again() {
        return Buttons.plain(ui.text("blocks.again"), Feather.REFRESH_CW, model::open);
    }

    private Node working() {
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(320);
        Label doing = Words.muted("");
        model.progress().subscribe(sample -> {
            bar.setProgress(sample.fraction());
            doing.setText(doing(sample));
        });
        var stop = Buttons.plain(ui.text("blocks.stop"), Feather.X, model::stop);
        stop.setId("stop");
        VBox box = new VBox(12, Words.plain(ui.text("blocks.working"), "section-title"), bar, doing, stop);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private String doing(ProgressSample sample) {
        String bytes = new JobWords(ui.texts()).files(sample);
        String speed =
                sample.bytesPerSecond() > 0 ? " · " + ui.texts().formats().speed(sample.bytesPerSecond()) : "";
        return bytes + speed;
    }

    private Node found(BlockMap map) {
        BorderPane split = new BorderPane(left(map));
        ScrollPane scroll = new ScrollPane(new MapPanel(ui, model, map));
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("deltas-panel");
        scroll.prefWidthProperty()
                .bind(Bindings.min(PANEL, split.widthProperty().multiply(SHARE)));
        scroll.setMinWidth(Region.USE_PREF_SIZE);
        split.setRight(scroll);
        return split;
    }

    private VBox left(BlockMap map) {
        Label cells = Words.plain(
                ui.text("blocks.cells", "count", map.permille().size(), "bytes", map.cell()), "muted", "table-size");
        HBox bar = new HBox(12, curves(), cells);
        bar.setAlignment(Pos.CENTER_LEFT);
        StackPane layers = new StackPane(canvas, new CellCard(ui, model, canvas));
        layers.setMinHeight(0);
        VBox.setVgrow(layers, Priority.ALWAYS);
        VBox left = new VBox(10, bar, layers, legend());
        left.getStyleClass().add("page-body");
        left.setMinWidth(0);
        return left;
    }

    private HBox curves() {
        ToggleGroup group = new ToggleGroup();
        HBox pills = new HBox();
        for (Curve curve : Curve.values()) {
            ToggleButton pill = new ToggleButton(ui.text("blocks.curve." + curve));
            pill.setToggleGroup(group);
            pill.setMinWidth(Region.USE_PREF_SIZE);
            pill.getStyleClass().add(curve == Curve.HILBERT ? "left-pill" : "right-pill");
            pill.getStyleClass().add("preset");
            pill.setSelected(model.curve().get() == curve);
            pill.setTooltip(new Tooltip(ui.text("blocks.curve." + curve + ".does")));
            pill.setOnAction(event -> {
                pill.setSelected(true);
                model.curve().set(curve);
            });
            pills.getChildren().add(pill);
        }
        return pills;
    }

    private HBox legend() {
        HBox steps = new HBox();
        for (String style : new String[] {"same", "block-1", "block-2", "block-3", "block-4"}) {
            Region swatch = new Region();
            swatch.getStyleClass().addAll("matrix-swatch", style);
            steps.getChildren().add(swatch);
        }
        steps.setAlignment(Pos.CENTER_LEFT);
        HBox legend = new HBox(8, steps, Words.plain(ui.text("blocks.legend"), "muted", "small"));
        Region marked = new Region();
        marked.getStyleClass().addAll("matrix-swatch", "marked");
        legend.getChildren().addAll(marked, Words.plain(ui.text("blocks.legend.file"), "muted", "small"));
        legend.setAlignment(Pos.CENTER_LEFT);
        return legend;
    }
}
