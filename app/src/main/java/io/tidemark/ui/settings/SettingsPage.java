package io.tidemark.ui.settings;

import io.tidemark.ui.Inventory;
import io.tidemark.ui.Page;
import io.tidemark.ui.Place;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Words;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The page of settings: this console, and each repository. */
public final class SettingsPage implements Page {

    private final Ui ui;
    private final Place.Settings place;
    private final HBox header = new HBox();
    private final BorderPane body = new BorderPane();
    private final ScrollPane form = new ScrollPane();
    private final ToggleGroup group = new ToggleGroup();

    /** The page; the place may name the repository to begin with. */
    public SettingsPage(Ui ui, Place.Settings place) {
        this.ui = ui;
        this.place = place;
        header.setAlignment(Pos.CENTER_LEFT);
        header.getChildren().setAll(Words.plain(ui.text("ui.settings"), "page-title"));
        form.setFitToWidth(true);
        form.getStyleClass().add("settings-scroll");
        body.setLeft(sections());
        body.setCenter(form);
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
        show(place.name());
    }

    private VBox sections() {
        VBox sections = new VBox(2, section(ui.text("ui.settings.console"), Optional.empty()));
        sections.getChildren().add(Words.heading(ui.text("ui.repositories")));
        ui.desk().inventory().items().get().stream()
                .flatMap(List::stream)
                .map(Inventory.Item::name)
                .forEach(name -> sections.getChildren().add(section(name, Optional.of(name))));
        sections.getStyleClass().add("settings-sections");
        return sections;
    }

    private ToggleButton section(String text, Optional<String> repository) {
        ToggleButton button = new ToggleButton(text);
        button.setToggleGroup(group);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add("settings-section");
        button.setSelected(place.name().equals(repository));
        button.setOnAction(event -> {
            button.setSelected(true);
            show(repository);
        });
        return button;
    }

    private void show(Optional<String> repository) {
        form.setContent(repository
                .<Region>map(name -> new RepositoryForm(ui, name).node())
                .orElseGet(() -> new ConsoleForm(ui).node()));
        form.setVvalue(0);
    }
}
