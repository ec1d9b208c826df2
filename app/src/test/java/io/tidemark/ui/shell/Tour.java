package io.tidemark.ui.shell;

import io.tidemark.engine.Workspaces.Settings;
import io.tidemark.ui.FxBridge;
import io.tidemark.ui.Place;
import io.tidemark.ui.SampleContext;
import io.tidemark.ui.SampleEngine;
import io.tidemark.ui.Theme;
import io.tidemark.ui.Ui;
import io.tidemark.ui.wizard.WizardDesk;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

/** The window on the sample engine in one theme, language and size. JavaFX thread only; engine calls happen on it. */
final class Tour implements AutoCloseable {

    private final Ui ui;
    private final Session session;
    private final Scene scene;
    private final ScaledPane content;
    private final Stage stage = new Stage();

    Tour(SampleEngine engine, Settings settings, double width, double height) {
        engine.workspaces().save(settings);
        ui = engine.ui(FxBridge.direct(SampleContext::new), Locale.of(settings.language()));
        session = new Session(ui, Optional.of(job -> "alpine-thin-clients"));
        content = new ScaledPane(session.root());
        content.scale().bind(ui.desk().look().scaleValue());
        content.setManaged(false);
        content.resizeRelocate(0, 0, width, height);
        scene = new Scene(new Pane(content), 320, 240);
        Theme.dress(scene, settings.theme());
        stage.setScene(scene);
        stage.show();
    }

    Ui ui() {
        return ui;
    }

    WizardDesk wizards() {
        return new WizardDesk(ui, Optional.of(job -> "alpine-thin-clients"));
    }

    Scene scene() {
        return scene;
    }

    /** The content of the window; larger than the window itself, for the headless screen ends at 1000 pixels. */
    ScaledPane content() {
        return content;
    }

    /** Goes somewhere, without a dialog. */
    void go(Place place) {
        ui.desk().overlay().close();
        if (ui.desk().navigator().place().get().equals(place)) {
            ui.go(new Place.Settings(Optional.empty()));
        }
        ui.go(place);
    }

    WritableImage picture() {
        SnapshotParameters window = new SnapshotParameters();
        window.setViewport(new Rectangle2D(0, 0, content.getWidth(), content.getHeight()));
        return content.snapshot(window, null);
    }

    @Override
    public void close() {
        session.close();
        stage.hide();
    }
}
