package io.tidemark.ui.deltas;

import io.tidemark.engine.Images.Matrix;
import io.tidemark.engine.Images.Way;
import io.tidemark.model.Problem;
import io.tidemark.ui.Ui;
import io.tidemark.ui.Wizards;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.ProblemNote;
import io.tidemark.ui.part.Words;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The plan: what one wishes for, and what that costs. Every change is worked out at once. */
final class PlannerPanel extends VBox {

    private static final int MOST = 1_000;

    private final Ui ui;
    private final DeltasModel model;
    private final PlannerModel planner;
    private final GridPane sums = new GridPane(10, 6);
    private final Label all = Words.wrapped("", "table-size");
    private final Label targets = Words.wrapped("", "table-size");
    private final Label budget = Words.wrapped("", "table-size");
    private final Label wrong;
    private final VBox remarks = new VBox(8);
    private final HBox working;
    private final Button keep;

    PlannerPanel(Ui ui, Wizards wizards, DeltasModel model) {
        super(10);
        this.ui = ui;
        this.model = model;
        this.planner = model.planner();
        getStyleClass().add("deltas-part");
        wrong = Words.wrapped(ui.text("deltas.budget.wrong"), "danger", "small");
        keep = Buttons.plain(
                ui.text("deltas.keep"),
                Feather.SAVE,
                () -> wizards.deltaPolicy(model.name(), planner.targets().get(), planner.bytes()));
        keep.setId("keep-policy");
        working = working();
        getChildren()
                .addAll(
                        Words.plain(ui.text("deltas.planner"), "section-title"),
                        sums,
                        all,
                        field(targets, spinner()),
                        field(budget, budget()),
                        wrong,
                        working,
                        remarks,
                        keep,
                        counts(),
                        buttons(wizards));
        model.commits().subscribe(commits -> {
            targets.setText(ui.text(commits ? "deltas.commits.targets" : "deltas.targets"));
            budget.setText(ui.text(commits ? "deltas.commits.budget" : "deltas.budget"));
        });
        model.grid().subscribe(grid -> fill(grid));
        planner.targets().subscribe(targets -> judge());
        planner.budget().subscribe(budget -> judge());
        planner.planning().subscribe(busy -> judge());
        planner.problem().subscribe(this::problem);
    }

    private Spinner<Integer> spinner() {
        Spinner<Integer> spinner = new Spinner<>(0, MOST, planner.targets().get());
        spinner.setEditable(true);
        spinner.setId("targets");
        spinner.setPrefWidth(84);
        spinner.setMinWidth(84);
        spinner.getValueFactory().valueProperty().bindBidirectional(planner.targets());
        return spinner;
    }

    private TextField budget() {
        TextField field = new TextField();
        field.setId("budget");
        field.setPromptText(ui.text("deltas.budget.none"));
        field.setPrefWidth(104);
        field.setMinWidth(104);
        field.textProperty().bindBidirectional(planner.budget());
        return field;
    }

    private static HBox field(Label name, Region control) {
        name.setLabelFor(control);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(10, name, control);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private HBox working() {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(planner.share());
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        Button stop = Buttons.icon(ui.text("deltas.plan.stop"), Feather.X, planner::stop);
        stop.getStyleClass().addAll("flat", "tiny");
        Label words = Words.plain(ui.text("deltas.plan.working"), "muted", "small");
        words.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(8, words, bar, stop);
        row.setAlignment(Pos.CENTER_LEFT);
        row.visibleProperty().bind(planner.planning());
        row.managedProperty().bind(planner.planning());
        return row;
    }

    /** What is known of clients; nobody is asked, a person says it. */
    private Label counts() {
        Label said = Words.wrapped("", "muted", "table-size");
        said.setId("counted");
        model.grid()
                .subscribe(grid -> said.setText(
                        grid.counted()
                                ? ui.text(
                                        grid.commits() ? "deltas.commits.counted" : "deltas.counted",
                                        "count",
                                        grid.clients())
                                : ui.text(grid.commits() ? "deltas.commits.uncounted" : "deltas.counted.none")));
        return said;
    }

    private FlowPane buttons(Wizards wizards) {
        Button counts =
                Buttons.plain(ui.text("deltas.counts"), Feather.USERS, () -> wizards.clientCounts(model.name()));
        counts.setId("client-counts");
        Button prune = Buttons.plain(
                ui.text("deltas.prune"),
                Feather.TRASH_2,
                () -> model.prune().active().set(true));
        prune.setId("prune");
        prune.disableProperty().bind(model.prune().active());
        return new FlowPane(8, 8, counts, prune);
    }

    private void fill(Grid grid) {
        sums.getChildren().clear();
        row(0, "deltas.sum.EXISTS", grid, Way.EXISTS);
        row(1, "deltas.sum.PLANNED", grid, Way.PLANNED);
        if (!grid.commits()) {
            row(2, "deltas.sum.CHAIN", grid, Way.CHAIN);
        }
        row(3, grid.commits() ? "deltas.commits.sum" : "deltas.sum.FULL", grid, Way.FULL);
        all.setText(model.matrix().get().map(this::total).orElse(""));
        judge();
    }

    private void row(int row, String key, Grid grid, Way way) {
        Label name = Words.plain(ui.text(key), "table-size");
        Label count =
                Words.plain(ui.text("deltas.sum.count", "count", grid.on(way).size()), "semibold", "table-size");
        boolean files = way == Way.EXISTS || way == Way.PLANNED;
        long bytes = grid.bytes(way);
        boolean known = files && grid.on(way).stream().allMatch(cell -> cell.bytes() >= 0);
        Label size = Words.plain(
                !files
                        ? ui.text("deltas.sum.none")
                        : known
                                ? (grid.commits() && way == Way.PLANNED && bytes > 0 ? "≤\u00a0" : "")
                                        + ui.texts().formats().bytes(bytes)
                                : "?",
                "muted",
                "table-size");
        name.setMinWidth(USE_PREF_SIZE);
        count.setMinWidth(USE_PREF_SIZE);
        size.setMinWidth(USE_PREF_SIZE);
        GridPane.setHgrow(name, Priority.ALWAYS);
        GridPane.setHalignment(size, HPos.RIGHT);
        GridPane.setHalignment(count, HPos.RIGHT);
        sums.addRow(row, name, count, size);
    }

    private String total(Matrix matrix) {
        String fresh = model.commits().get() ? "deltas.commits.fresh" : "deltas.total.fresh";
        String total = model.commits().get() ? "deltas.commits.total" : "deltas.total";
        String bytes = matrix.fresh() > 0
                ? ui.text(fresh, "bytes", matrix.bytes(), "fresh", matrix.fresh())
                : ui.text(total, "bytes", matrix.bytes());
        return matrix.saved() < 0 ? bytes : bytes + " " + ui.text("deltas.saved", "bytes", matrix.saved());
    }

    private void judge() {
        show(wrong, !planner.valid());
        show(keep, planner.differs() && !planner.planning().get());
    }

    private void problem(Optional<Problem> problem) {
        remarks.getChildren().clear();
        problem.ifPresent(why -> remarks.getChildren().add(new ProblemNote(why, ui.texts())));
    }

    private static void show(Node node, boolean yes) {
        node.setVisible(yes);
        node.setManaged(yes);
    }
}
