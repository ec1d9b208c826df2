package io.tidemark.ui.shell;

import io.tidemark.engine.Engine;
import io.tidemark.engine.Workspaces.Settings;
import io.tidemark.model.ProblemException;
import io.tidemark.text.Texts;
import io.tidemark.ui.Fonts;
import io.tidemark.ui.FxBridge;
import io.tidemark.ui.Look;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window of the program. */
public final class Window {

    private static final Logger LOG = LoggerFactory.getLogger(Window.class);
    private static final Settings STANDARD = new Settings("system", "", 100);
    private static final int[] ICONS = {16, 32, 48, 128};

    private final Opening opening;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Window(Opening opening) {
        this.opening = opening;
    }

    /**
     * Opens the window and returns when it was closed. Called once in the life of the program; engine and toolkit start
     * side by side.
     */
    public static void open(Opening opening) throws InterruptedException {
        CompletableFuture<Start> start = CompletableFuture.supplyAsync(() -> start(opening));
        Window window = new Window(opening);
        FxBridge.start(() -> window.show(start));
        window.closed.await();
        start.join().engine().close();
    }

    private static Start start(Opening opening) {
        Engine engine = opening.engine().get();
        Settings settings = settings(engine);
        return new Start(engine, settings, new Texts(new Look(settings).locale(opening.locale())));
    }

    private static Settings settings(Engine engine) {
        try {
            return engine.workspaces().get().settings();
        } catch (ProblemException e) {
            LOG.warn("the settings cannot be read; the window opens with standard ones", e);
            return STANDARD;
        }
    }

    private void show(CompletableFuture<Start> starting) {
        Fonts.load();
        Start start = starting.join();
        Frame frame = new Frame(opening, start.engine(), start.settings(), start.texts());
        Stage stage = new Stage();
        stage.setTitle("Tidemark");
        stage.setMinWidth(760);
        stage.setMinHeight(520);
        icons(stage);
        stage.setScene(frame.scene(1280, 800));
        stage.setOnShown(event -> FirstPicture.await(opening.shown()));
        stage.setOnCloseRequest(event -> {
            if (!frame.mayClose(stage::hide)) {
                event.consume();
            }
        });
        stage.setOnHidden(event -> {
            frame.close();
            closed.countDown();
        });
        stage.show();
    }

    private static void icons(Stage stage) {
        for (int size : ICONS) {
            InputStream picture = Window.class.getResourceAsStream("/io/tidemark/ui/icons/tidemark-" + size + ".png");
            stage.getIcons().add(new Image(picture));
        }
    }

    private record Start(Engine engine, Settings settings, Texts texts) {}
}
