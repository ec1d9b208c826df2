package io.tidemark.ui.repository;

import io.tidemark.model.Capability;
import io.tidemark.ui.Ui;
import io.tidemark.ui.Wizards;
import io.tidemark.ui.part.Card;
import io.tidemark.ui.part.ProblemNote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/** The picked version: what it is, and what can be done with it. */
final class DetailsCard {

    private static final double[] WEIGHTS = {25, 32, 24, 19};
    /** In a narrow window the facts need more of it. */
    private static final double[] NARROW_WEIGHTS = {29, 29, 23, 19};

    private static final double LEAST = 180;
    private static final double WANTED = 276;
    /** Where few lanes leave the timeline more room than it needs. */
    private static final double ROOMY = 320;

    private static final int FEW_LANES = 3;
    private static final double NARROW = 840;

    private final Ui ui;
    private final RepositoryModel model;
    private final DetailsHead head;
    private final ServedColumn served;
    private final Card card = new Card();
    private final ScrollPane scroll = new ScrollPane();
    private final BooleanProperty narrow = new SimpleBooleanProperty();

    DetailsCard(Ui ui, Wizards wizards, RepositoryModel model) {
        this.ui = ui;
        this.model = model;
        this.head = new DetailsHead(ui, wizards, model);
        this.served = new ServedColumn(ui, wizards, model);
        card.getStyleClass().add("details-card");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("details-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        card.setMinHeight(LEAST);
        card.setPrefHeight(WANTED);
        card.setMinWidth(0);
        model.glance().subscribe(now -> now.ifPresent(this::share));
        narrow.bind(card.widthProperty().lessThan(NARROW));
        narrow.addListener(change -> fill());
        model.details().subscribe(details -> fill());
        model.served().subscribe(server -> fill());
        model.timeline().second().subscribe(second -> fill());
    }

    Card node() {
        return card;
    }

    private void share(Glance glance) {
        card.setPrefHeight(glance.history().lanes().size() <= FEW_LANES ? ROOMY : WANTED);
    }

    private void fill() {
        Optional<Details> details = model.details().get();
        card.setVisible(details.isPresent());
        details.ifPresent(now -> {
            scroll.setContent(columns(now));
            card.getChildren().setAll(head.of(now, narrow.get()), scroll);
        });
    }

    private Node columns(Details details) {
        List<Node> columns = new ArrayList<>();
        String listed = model.can(Capability.COMMITS) ? "ui.contents.refs" : "ui.contents.packages";
        columns.add(new ContentsColumn(ui.texts(), listed).of(details));
        if (details.before().isPresent() && details.version().sequence() > 0) {
            columns.add(
                    model.can(Capability.BOOT_SET)
                            ? new BootColumn(ui.texts()).of(details)
                            : new FilesColumn(ui.texts()).of(details));
        }
        columns.add(new HistoryColumn(ui.texts()).of(details));
        columns.add(served.of(details));
        details.problem().ifPresent(problem -> columns.set(1, new VBox(new ProblemNote(problem, ui.texts()))));
        return grid(columns);
    }

    private GridPane grid(List<Node> columns) {
        GridPane grid = new GridPane();
        double[] weights = narrow.get() ? NARROW_WEIGHTS : WEIGHTS;
        double total = Arrays.stream(weights, 0, columns.size()).sum();
        for (int i = 0; i < columns.size(); i++) {
            ColumnConstraints width = new ColumnConstraints();
            width.setPercentWidth(100 * weights[i] / total);
            width.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(width);
            columns.get(i).getStyleClass().add("details-column");
            ((Region) columns.get(i)).setMinWidth(0);
            if (i > 0) {
                columns.get(i).getStyleClass().add("divided");
            }
            grid.add(columns.get(i), i, 0);
        }
        RowConstraints row = new RowConstraints();
        row.setVgrow(Priority.ALWAYS);
        grid.getRowConstraints().add(row);
        return grid;
    }
}
