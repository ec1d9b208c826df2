package io.tidemark.ui.shell;

import io.tidemark.ui.Inventory;
import io.tidemark.ui.Page;
import io.tidemark.ui.Place;
import io.tidemark.ui.Ui;
import io.tidemark.ui.Wizards;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.EmptyState;
import io.tidemark.ui.part.Skeleton;
import io.tidemark.ui.part.Words;
import io.tidemark.ui.wizard.Demo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** The first page: goes on to the first repository, or says how to get one. */
final class HomePage implements Page {

    private final Ui ui;
    private final Wizards wizards;
    private final Optional<Demo> demo;
    private final HBox header = new HBox(Words.plain("Tidemark", "page-title"));
    private final StackPane body = new StackPane();
    private Subscription listening = Subscription.EMPTY;

    HomePage(Ui ui, Wizards wizards, Optional<Demo> demo) {
        this.ui = ui;
        this.wizards = wizards;
        this.demo = demo;
        header.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        body.getStyleClass().add("page-body");
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
        listening = ui.desk().inventory().items().subscribe(this::show);
    }

    @Override
    public void closed() {
        listening.unsubscribe();
    }

    private void show(Optional<List<Inventory.Item>> items) {
        if (items.isEmpty()) {
            body.getChildren().setAll(new Skeleton(360, 620, 540));
        } else if (items.get().isEmpty()) {
            body.getChildren().setAll(welcome());
        } else {
            String first = items.get().getFirst().name();
            ui.bridge().deliver(() -> onwards(first));
        }
    }

    private void onwards(String first) {
        if (ui.desk().navigator().place().get() instanceof Place.Home) {
            ui.desk().navigator().replace(Place.repository(first));
        }
    }

    private EmptyState welcome() {
        List<Button> buttons = new ArrayList<>();
        buttons.add(Buttons.primary(ui.text("ui.repository.add.first"), Feather.PLUS, wizards::add));
        demo.ifPresent(door -> buttons.add(Buttons.plain(ui.text("ui.demo"), Feather.PLAY_CIRCLE, () -> open(door))));
        return new EmptyState(Feather.DATABASE, ui.text("ui.welcome"), buttons.toArray(Button[]::new));
    }

    private void open(Demo door) {
        body.getChildren().setAll(new EmptyState(Feather.LOADER, ui.text("ui.demo.opening")));
        ui.bridge().call(door::open, name -> ui.desk().inventory().refresh(), problem -> {
            ui.desk().toasts().problem(problem);
            body.getChildren().setAll(welcome());
        });
    }
}
