package io.tidemark.ui.deltas;

import io.tidemark.engine.Images.Matrix;
import io.tidemark.ui.Page;
import io.tidemark.ui.Place;
import io.tidemark.ui.Ui;
import io.tidemark.ui.Wizards;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.EmptyState;
import io.tidemark.ui.part.ProblemNote;
import io.tidemark.ui.part.Skeleton;
import io.tidemark.ui.part.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;

/** The page of the deltas of one repository: the matrix of pairs, the plan, the workers. */
public final class DeltasPage implements Page {

    private static final double PANEL = 304;
    /** The part of a narrow page that the plan takes. */
    private static final double SHARE = 0.36;

    private final Ui ui;
    private final Wizards wizards;
    private final Place.Deltas place;
    private final DeltasModel model;
    private final MatrixCanvas canvas;
    private final ComboBox<String> series = new ComboBox<>();
    private final BorderPane split = new BorderPane();
    private final VBox left;
    private final StackPane body = new StackPane();
    private boolean greeted;

    /** The page for a place. */
    public DeltasPage(Ui ui, Wizards wizards, Place.Deltas place) {
        this.ui = ui;
        this.wizards = wizards;
        this.place = place;
        model = new DeltasModel(ui, place.name());
        canvas = new MatrixCanvas(model, ui.texts(), this::blocks);
        canvas.scale().bind(ui.desk().look().scaleValue());
        left = left();
        split.setRight(right());
        body.getStyleClass().add("deltas");
    }

    /** The model behind the page. */
    public DeltasModel model() {
        return model;
    }

    @Override
    public Region header() {
        Button back = Buttons.icon(ui.text("deltas.back"), Feather.ARROW_LEFT, this::back);
        back.getStyleClass().add("flat");
        Label title = Words.plain(ui.text("deltas.title"), "page-title");
        Button make = Buttons.primary(ui.text("deltas.make"), Feather.LAYERS, () -> wizards.makeDeltas(place.name()));
        make.setId("make-deltas");
        HBox crumbs = Words.crumbs(place.name(), title);
        HBox header = new HBox(8, back, crumbs, Words.spring(), make);
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    @Override
    public Region body() {
        return body;
    }

    @Override
    public void opened() {
        model.matrix().subscribe(matrix -> fill());
        model.problem().subscribe(problem -> fill());
        model.series().subscribe(series::setValue);
        model.open(place.pair());
    }

    @Override
    public void closed() {
        model.close();
    }

    private void back() {
        if (!ui.desk().navigator().back()) {
            ui.go(Place.repository(place.name()));
        }
    }

    private void blocks() {
        model.picked().get().ifPresent(pair -> {
            ui.desk()
                    .navigator()
                    .replace(new Place.Deltas(place.name(), model.picked().get()));
            ui.go(model.commits().get() ? compared(pair) : new Place.Blocks(place.name(), pair));
        });
    }

    /** The two versions side by side; what is not known by a version is shown alone on the page of the repository. */
    private Place compared(Place.Pair pair) {
        String before = model.version(pair.from());
        String after = model.version(pair.to());
        return before.isEmpty() || after.isEmpty() || before.equals(after)
                ? Place.repository(place.name())
                : new Place.Compare(place.name(), before, after);
    }

    private VBox left() {
        series.setId("series");
        series.setConverter(new SeriesNames());
        series.valueProperty().addListener((observed, before, now) -> {
            if (now != null) {
                model.choose(now);
            }
        });
        VBox.setVgrow(canvas, Priority.ALWAYS);
        PairCard pair = new PairCard(ui, model, this::blocks);
        VBox column = new VBox(10, new MatrixBar(ui, model, series), canvas, new Legend(ui, model), pair);
        column.getStyleClass().add("page-body");
        column.setMinWidth(0);
        return column;
    }

    private Region right() {
        VBox parts = new VBox(
                new PlannerPanel(ui, wizards, model),
                new PrunePanel(ui, wizards, model),
                new RunningPanel(ui, model.workers()));
        ScrollPane scroll = new ScrollPane(parts);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("deltas-panel");
        scroll.prefWidthProperty()
                .bind(Bindings.min(PANEL, split.widthProperty().multiply(SHARE)));
        scroll.setMinWidth(Region.USE_PREF_SIZE);
        return scroll;
    }

    private void fill() {
        if (model.problem().get().isPresent()) {
            show(padded(new VBox(
                    12,
                    new ProblemNote(model.problem().get().get(), ui.texts()),
                    Buttons.plain(ui.text("ui.key.refresh.does"), Feather.REFRESH_CW, model::refresh))));
        } else if (model.matrix().get().isEmpty()) {
            show(padded(new Skeleton(420, 520, 520, 520, 520, 360)));
        } else if (model.matrix().get().get().images().isEmpty()) {
            split.setCenter(empty());
            show(split);
        } else {
            choices(model.matrix().get().get());
            split.setCenter(left);
            show(split);
            greet();
        }
    }

    private Node empty() {
        if (model.commits().get()) {
            return new EmptyState(
                    Feather.LAYERS,
                    ui.text("deltas.commits.empty"),
                    Buttons.plain(ui.text("ui.update"), Feather.DOWNLOAD, () -> wizards.update(place.name())));
        }
        return new EmptyState(
                Feather.LAYERS,
                ui.text("deltas.empty"),
                Buttons.plain(ui.text("deltas.take"), Feather.LAYERS, () -> wizards.makeDeltas(place.name())));
    }

    /** One entry for each series, and one for all images where that says more. */
    private void choices(Matrix matrix) {
        List<String> names =
                new ArrayList<>(matrix.series().keySet().stream().sorted().toList());
        boolean one = names.size() == 1
                && matrix.series().get(names.getFirst()).size()
                        == matrix.images().size();
        if (!one) {
            names.add("");
        }
        if (!series.getItems().equals(names)) {
            series.getItems().setAll(names);
        }
        series.setValue(model.series().get());
    }

    private void greet() {
        if (!greeted) {
            greeted = true;
            ui.bridge().deliver(canvas::requestFocus);
        }
    }

    private void show(Node node) {
        if (!body.getChildren().equals(List.of(node))) {
            body.getChildren().setAll(node);
        }
    }

    private static Node padded(Region node) {
        node.getStyleClass().add("page-body");
        return node;
    }

    private final class SeriesNames extends StringConverter<String> {

        @Override
        public String toString(String name) {
            String all = model.commits().get() ? "deltas.commits.all" : "deltas.all";
            return name == null || name.isEmpty() ? ui.text(all) : name;
        }

        @Override
        public String fromString(String words) {
            return words;
        }
    }
}
