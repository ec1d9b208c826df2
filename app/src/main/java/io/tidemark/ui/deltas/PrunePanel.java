package io.tidemark.ui.deltas;

import io.tidemark.engine.Images;
import io.tidemark.engine.Images.Image;
import io.tidemark.engine.Images.Matrix;
import io.tidemark.ui.Ui;
import io.tidemark.ui.Wizards;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.Words;
import java.util.List;
import javafx.collections.SetChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Choosing images to delete: what depends on them is said, and marked in the matrix, before anything is removed. */
final class PrunePanel extends VBox {

    private final Ui ui;
    private final DeltasModel model;
    private final PruneModel prune;
    private final VBox ticks = new VBox(8);
    private final Label loss = Words.wrapped("", "table-size");
    private final Label next = Words.wrapped("", "muted", "small");
    private final Label intro = Words.wrapped("", "muted", "table-size");
    private final Button leave;
    private final Button delete;

    PrunePanel(Ui ui, Wizards wizards, DeltasModel model) {
        super(10);
        this.ui = ui;
        this.model = model;
        this.prune = model.prune();
        getStyleClass().addAll("deltas-part", "divided-top");
        loss.setId("prune-loss");
        leave = Buttons.danger(
                ui.text("deltas.prune.leave"),
                Feather.LOG_OUT,
                () -> model.matrix().get().ifPresent(matrix -> wizards.series(model.name(), prune.series(matrix))));
        leave.setId("leave-series");
        delete = Buttons.danger(
                ui.text("deltas.prune.delete"),
                Feather.TRASH_2,
                () -> wizards.prune(model.name(), List.copyOf(prune.chosen())));
        delete.setId("prune-images");
        Button end = Buttons.plain(ui.text("deltas.prune.end"), Feather.X, prune::end);
        end.setId("end-prune");
        FlowPane buttons = new FlowPane(8, 8, leave, delete, end);
        getChildren()
                .addAll(Words.plain(ui.text("deltas.prune.title"), "section-title"), intro, ticks, loss, next, buttons);
        model.commits().subscribe(commits -> {
            intro.setText(ui.text(commits ? "deltas.commits.prune" : "deltas.prune.intro"));
            leave.setText(ui.text(commits ? "deltas.commits.leave" : "deltas.prune.leave"));
        });
        prune.active().subscribe(yes -> {
            show(this, yes);
            fill();
        });
        prune.chosen().addListener((SetChangeListener<String>) change -> fill());
        model.grid().subscribe(grid -> fill());
    }

    private void fill() {
        model.matrix().get().filter(matrix -> prune.active().get()).ifPresent(matrix -> {
            ticks(matrix);
            say(matrix);
        });
    }

    /** Boxes are kept while the images stay the same, so that the keyboard stays where it is. */
    private void ticks(Matrix matrix) {
        Grid grid = model.grid().get();
        List<Line> lines = matrix.images().reversed().stream()
                .map(image -> Line.of(matrix, image))
                .filter(line -> (line.free() && !grid.commits() || grid.place(line.image()) >= 0)
                        && !line.image().equals(Images.NOTHING))
                .toList();
        if (!lines.equals(ticks.getChildren().stream().map(Node::getUserData).toList())) {
            ticks.getChildren().setAll(lines.stream().map(this::row).toList());
        }
        for (Node row : ticks.getChildren()) {
            CheckBox box = (CheckBox) ((FlowPane) row).getChildren().getFirst();
            box.setSelected(prune.chosen().contains(((Line) row.getUserData()).image()));
        }
    }

    private FlowPane row(Line line) {
        CheckBox box = new CheckBox(line.label());
        box.setMnemonicParsing(false);
        box.setDisable(line.leads());
        box.setId("tick-" + line.label());
        box.setOnAction(event -> model.matrix().get().ifPresent(matrix -> prune.toggle(matrix, line.image())));
        box.setMinWidth(USE_PREF_SIZE);
        String leads = model.commits().get() ? "deltas.commits.leads" : "deltas.prune.leads";
        String role = line.leads() ? leads : line.free() ? "deltas.prune.free" : "";
        Label words = Words.plain(role.isEmpty() ? "" : ui.text(role), "muted", "small");
        words.setMinWidth(USE_PREF_SIZE);
        FlowPane row = new FlowPane(8, 0, box, words);
        row.setUserData(line);
        return row;
    }

    private void say(Matrix matrix) {
        PruneModel.Loss cost = prune.loss(matrix);
        boolean some = !prune.chosen().isEmpty();
        boolean listed = !prune.series(matrix).isEmpty();
        String chains = cost.chains() == 0 ? "" : " " + ui.text("deltas.prune.chains", "count", cost.chains());
        String deltas = ui.text("deltas.prune.deltas", "count", cost.deltas(), "bytes", cost.bytes());
        if (model.commits().get()) {
            loss.setText(ui.text("deltas.commits.gone", "count", prune.chosen().size()) + " " + deltas);
            next.setText(ui.text("deltas.commits.stay"));
        } else {
            loss.setText(ui.text("deltas.prune.images", "count", prune.chosen().size(), "bytes", cost.images())
                    + " "
                    + deltas
                    + chains);
            next.setText(ui.text(listed ? "deltas.prune.listed" : "deltas.prune.ready"));
        }
        show(loss, some);
        show(next, some);
        show(leave, some && listed);
        show(delete, some && !listed && !model.commits().get());
    }

    private static void show(Node node, boolean yes) {
        node.setVisible(yes);
        node.setManaged(yes);
    }

    /** One image of the list: whether it leads a series, and whether it is in none. */
    private record Line(String image, String label, boolean leads, boolean free) {

        static Line of(Matrix matrix, Image image) {
            boolean free = matrix.series().values().stream().noneMatch(members -> members.contains(image.id()));
            return new Line(image.id(), image.label(), PruneModel.leads(matrix, image.id()), free);
        }
    }
}
