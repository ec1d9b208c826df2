package io.tidemark.ui.shell;

import io.tidemark.ui.Page;
import io.tidemark.ui.Place;
import io.tidemark.ui.Subscription;
import io.tidemark.ui.Ui;
import io.tidemark.ui.Wizards;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/** The frame: sidebar at the left, header and page at the right, status bar below, dialogs and remarks above. */
final class Shell {

    private final Ui ui;
    private final Function<Place, Page> pages;
    private final HBox header = new HBox();
    private final BorderPane right = new BorderPane();
    private final StackPane root = new StackPane();
    private final Subscription navigation;
    private final StatusBar status;
    private Page page;

    Shell(Ui ui, Wizards wizards, Function<Place, Page> pages) {
        this.ui = ui;
        this.pages = pages;
        header.getStyleClass().add("page-header");
        right.getStyleClass().add("page");
        right.setTop(header);
        right.setMinWidth(0);
        status = new StatusBar(ui);
        BorderPane frame = new BorderPane(right);
        frame.setLeft(new Sidebar(ui, wizards));
        frame.setBottom(status);
        root.getStyleClass().add("shell");
        root.getChildren().setAll(frame, new OverlayLayer(ui.desk().overlay()), new ToastLayer(ui));
        new Shortcuts(ui, wizards).install(root);
        navigation = follow();
    }

    StackPane root() {
        return root;
    }

    /** Ends what the frame and its page listen to. */
    void close() {
        navigation.end();
        status.close();
        Optional.ofNullable(page).ifPresent(Page::closed);
    }

    private Subscription follow() {
        javafx.util.Subscription following = ui.desk().navigator().place().subscribe(this::show);
        return following::unsubscribe;
    }

    private void show(Place place) {
        Optional.ofNullable(page).ifPresent(Page::closed);
        page = pages.apply(place);
        Node top = page.header();
        HBox.setHgrow(top, Priority.ALWAYS);
        header.getChildren().setAll(top);
        right.setCenter(page.body());
        page.opened();
    }
}
