package io.tidemark.ui.activity;

import io.tidemark.ui.Inventory;
import io.tidemark.ui.Page;
import io.tidemark.ui.Place;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.EmptyState;
import io.tidemark.ui.part.Words;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The page of everything that happened. */
public final class ActivityPage implements Page {

    private final Ui ui;
    private final ActivityModel model;
    private final HBox header = new HBox(12);
    private final VBox body = new VBox();
    private final ActivityTable table;
    private final ComboBox<String> repositories = new ComboBox<>();

    /** The page. */
    public ActivityPage(Ui ui) {
        this.ui = ui;
        this.model = new ActivityModel(ui);
        this.table = new ActivityTable(ui, model);
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getChildren()
                .setAll(Words.plain(ui.text("ui.activity"), "page-title"), Words.spring(), repositories, filter());
        repositories();
        model.shown().addListener((InvalidationListener) change -> fill());
        model.read().subscribe(read -> fill());
    }

    /** The model behind the page. */
    public ActivityModel model() {
        return model;
    }

    @Override
    public Region header() {
        return header;
    }

    @Override
    public Region body() {
        return body;
    }

    @Override
    public void opened() {
        model.open();
        table.node().requestFocus();
    }

    @Override
    public void closed() {
        model.close();
    }

    private TextField filter() {
        TextField filter = new TextField();
        filter.setPromptText(ui.text("ui.activity.filter"));
        filter.setPrefWidth(200);
        filter.textProperty().bindBidirectional(model.filter());
        return filter;
    }

    private void repositories() {
        String all = ui.text("ui.activity.all");
        repositories.getItems().add(all);
        ui.desk().inventory().items().get().stream()
                .flatMap(List::stream)
                .map(Inventory.Item::name)
                .forEach(repositories.getItems()::add);
        repositories.setValue(all);
        repositories.setAccessibleText(ui.text("ui.repositories"));
        repositories
                .valueProperty()
                .subscribe(name -> model.repository().set(name.equals(all) ? Optional.empty() : Optional.of(name)));
    }

    private EmptyState empty() {
        return new EmptyState(
                Feather.ACTIVITY,
                ui.text("ui.activity.empty"),
                Buttons.plain(ui.text("ui.repositories"), Feather.DATABASE, () -> ui.go(new Place.Home())));
    }

    private EmptyState nothingMatches() {
        return new EmptyState(
                Feather.FILTER,
                ui.text("ui.activity.none"),
                Buttons.plain(ui.text("ui.filter.clear"), Feather.X, () -> {
                    repositories.getSelectionModel().selectFirst();
                    model.filter().set("");
                }));
    }

    private void fill() {
        if (!model.read().get()) {
            body.getChildren().clear();
        } else if (model.shown().isEmpty()) {
            EmptyState none = model.empty() ? empty() : nothingMatches();
            VBox.setVgrow(none, Priority.ALWAYS);
            body.getChildren().setAll(none);
        } else {
            body.getChildren().setAll(table.node());
            if (model.hasOlder()) {
                HBox more = new HBox(Buttons.plain(ui.text("ui.activity.older"), Feather.CHEVRON_DOWN, model::older));
                more.getStyleClass().add("list-foot");
                body.getChildren().add(more);
            }
        }
    }
}
