package io.tidemark.ui.hosts;

import io.tidemark.ui.Page;
import io.tidemark.ui.Place;
import io.tidemark.ui.Ui;
import io.tidemark.ui.Wizards;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.EmptyState;
import io.tidemark.ui.part.Skeleton;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The page of one host: a header, and what is known of it in tabs. */
public final class HostPage implements Page {

    private final Ui ui;
    private final Wizards wizards;
    private final Place.Host place;
    private final HostModel model;
    private final HostHeader header;
    private final VBox body = new VBox();
    private final StackPane content = new StackPane();
    private final ToggleGroup group = new ToggleGroup();
    private final Map<Place.Host.Tab, Node> tabs = new EnumMap<>(Place.Host.Tab.class);

    /** The page for a place. */
    public HostPage(Ui ui, Wizards wizards, Place.Host place) {
        this.ui = ui;
        this.wizards = wizards;
        this.place = place;
        model = new HostModel(ui, place.name());
        header = new HostHeader(ui, wizards, model);
        body.getStyleClass().add("host-body");
        VBox.setVgrow(content, Priority.ALWAYS);
        content.setMinHeight(0);
    }

    /** The model behind the page. */
    public HostModel model() {
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
        model.item().subscribe(item -> fill());
        model.open();
    }

    @Override
    public void closed() {
        model.close();
    }

    private void fill() {
        if (ui.desk().fleet().items().get().isEmpty()) {
            body.getChildren().setAll(new Skeleton(360, 620, 540));
        } else if (model.item().get().isEmpty()) {
            body.getChildren()
                    .setAll(new EmptyState(
                            Feather.SERVER,
                            ui.text("host.gone", "name", model.name()),
                            Buttons.plain(ui.text("ui.host.add"), Feather.PLUS, wizards::addHost)));
        } else if (tabs.isEmpty()) {
            body.getChildren().setAll(bar(), content);
            show(place.tab());
        }
    }

    private HBox bar() {
        HBox bar = new HBox();
        bar.getStyleClass().add("tab-bar");
        for (Place.Host.Tab tab : Place.Host.Tab.values()) {
            bar.getChildren().add(button(tab));
        }
        return bar;
    }

    private ToggleButton button(Place.Host.Tab tab) {
        ToggleButton button = new ToggleButton(ui.text("host.tab." + tab));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setToggleGroup(group);
        button.getStyleClass().setAll("tab-button");
        button.setId("tab-" + tab);
        button.setSelected(tab == place.tab());
        button.setOnAction(event -> {
            button.setSelected(true);
            show(tab);
        });
        return button;
    }

    private void show(Place.Host.Tab tab) {
        content.getChildren().setAll(tabs.computeIfAbsent(tab, this::make));
    }

    private Node make(Place.Host.Tab tab) {
        return switch (tab) {
            case OVERVIEW -> new OverviewTab(ui, model).node();
            case CONFIGURATION -> new ConfigurationTab(ui, wizards, model).node();
            case VERSIONS -> new VersionsTab(ui, wizards, model).node();
            case CLIENTS -> new ClientsTab(ui, model).node();
        };
    }
}
