package io.tidemark.ui.shell;

import io.tidemark.ui.Fleet;
import io.tidemark.ui.Inventory;
import io.tidemark.ui.Place;
import io.tidemark.ui.Ui;
import io.tidemark.ui.Wizards;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.Icons;
import io.tidemark.ui.part.Kbd;
import io.tidemark.ui.part.Words;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The left edge: where one can go. */
final class Sidebar extends VBox {

    private final Ui ui;
    private final VBox repositories = new VBox();
    private final VBox hosts = new VBox();

    Sidebar(Ui ui, Wizards wizards) {
        this.ui = ui;
        getStyleClass().add("sidebar");
        VBox upper = new VBox(
                group("ui.repositories", "ui.repository.add", wizards::add),
                repositories,
                group("ui.hosts", "ui.host.add", wizards::addHost),
                hosts,
                work());
        ScrollPane scroll = new ScrollPane(upper);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("sidebar-scroll");
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(brand(), search(wizards), scroll, lower());
        ui.desk().inventory().items().subscribe(this::fill);
        ui.desk().fleet().items().subscribe(this::fillHosts);
    }

    private static HBox brand() {
        HBox brand = new HBox(9, new Logo(), Words.plain("Tidemark", "brand"));
        brand.getStyleClass().add("sidebar-brand");
        brand.setAlignment(Pos.CENTER_LEFT);
        return brand;
    }

    private Button search(Wizards wizards) {
        HBox content =
                new HBox(8, Icons.of(Feather.SEARCH, 14, "muted"), Words.muted(ui.text("ui.goto")), Words.spring());
        content.getChildren().add(new Kbd(ui.text("ui.key.goto")));
        content.setAlignment(Pos.CENTER_LEFT);
        Button search = new Button("", content);
        search.getStyleClass().add("sidebar-search");
        search.setAccessibleText(ui.text("ui.goto"));
        search.setMaxWidth(Double.MAX_VALUE);
        content.prefWidthProperty().bind(search.widthProperty().subtract(22));
        search.setOnAction(event -> Palette.open(ui, wizards));
        VBox.setMargin(search, new javafx.geometry.Insets(0, 12, 12, 12));
        return search;
    }

    private HBox group(String name, String does, Runnable action) {
        Label title = Words.plain(ui.text(name), "sidebar-group");
        Button add = Buttons.icon(ui.text(does), Feather.PLUS, action);
        add.getStyleClass().addAll("flat", "sidebar-add");
        HBox row = new HBox(8, title, Words.spring(), add);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("sidebar-group-row");
        return row;
    }

    private VBox work() {
        SidebarRow jobs = new SidebarRow(ui, new Place.Jobs(Optional.empty()), ui.text("ui.jobs"), Feather.LOADER);
        ui.jobs().list().subscribe(list -> jobs.badge(ui.jobs().open()));
        SidebarRow activity = new SidebarRow(ui, new Place.Activity(), ui.text("ui.activity"), Feather.ACTIVITY);
        VBox work = new VBox(jobs, activity);
        work.getStyleClass().add("sidebar-work");
        return work;
    }

    private VBox lower() {
        SidebarRow settings =
                new SidebarRow(ui, new Place.Settings(Optional.empty()), ui.text("ui.settings"), Feather.SETTINGS);
        VBox lower = new VBox(settings);
        lower.getStyleClass().add("sidebar-lower");
        return lower;
    }

    private void fill(Optional<List<Inventory.Item>> items) {
        repositories
                .getChildren()
                .setAll(items.orElse(List.of()).stream().map(this::row).toList());
    }

    private void fillHosts(Optional<List<Fleet.Item>> items) {
        hosts.getChildren()
                .setAll(items.orElse(List.of()).stream().map(this::row).toList());
    }

    private SidebarRow row(Fleet.Item item) {
        SidebarRow row =
                new SidebarRow(ui, Place.host(item.host().name()), item.host().name());
        row.state(HostMark.of(item, ui.texts()));
        return row;
    }

    private SidebarRow row(Inventory.Item item) {
        SidebarRow row = new SidebarRow(ui, Place.repository(item.name()), item.name());
        row.state(RepositoryMark.of(item, ui.texts()));
        return row;
    }
}
