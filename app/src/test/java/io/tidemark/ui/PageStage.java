package io.tidemark.ui;

import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

/** One page in the window of a test, 1000 × 700 px and light, put together as the shell does it. */
public final class PageStage {

    private PageStage() {}

    /** Shows the page and tells it so; on the JavaFX thread. */
    public static void show(Stage stage, Page page) {
        Fonts.load();
        BorderPane root = new BorderPane(page.body());
        root.setTop(page.header());
        Scene scene = new Scene(root, 1000, 700);
        Theme.dress(scene, "light");
        stage.setScene(scene);
        stage.show();
        page.opened();
    }

    /** Leaves the page and ends what still beats, so that the next test does not carry this one's pictures along. */
    public static void leave(Page page, Ui ui) {
        page.closed();
        ui.bridge().close();
    }
}
