package io.tidemark.ui.shell;

import io.tidemark.engine.Workspaces.Settings;
import io.tidemark.ui.Desk;
import io.tidemark.ui.FxBridge;
import io.tidemark.ui.Place;
import io.tidemark.ui.SampleContext;
import io.tidemark.ui.SampleEngine;
import io.tidemark.ui.Theme;
import io.tidemark.ui.Ui;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;

/** The window on the sample engine in one theme, language and size, everything on the JavaFX thread. */
final class Tour implements AutoCloseable {

    private final Ui ui;
    private final Session session;
    private final Scene scene;

    Tour(SampleEngine engine, Settings settings, double width, double height) {
        engine.workspaces().save(settings);
        ui = engine.ui(FxBridge.direct(SampleContext::new), Locale.of(settings.language()));
        session = new Session(ui, Optional.of(job -> "alpine-thin-clients"));
        ScaledPane scaled = new ScaledPane(session.root());
        scaled.scale().bind(ui.desk().look().scaleValue());
        scene = new Scene(scaled, width, height);
        Theme.dress(scene, settings.theme());
    }

    Ui ui() {
        return ui;
    }

    Scene scene() {
        return scene;
    }

    Desk desk() {
        return ui.desk();
    }

    /** Goes somewhere and lays everything out. */
    void go(Place place) {
        ui.desk().overlay().close();
        ui.go(place);
        settle();
    }

    void act(Consumer<Ui> action) {
        action.accept(ui);
        settle();
    }

    /** Skins make their content while they are laid out: the second pass finds it. */
    void settle() {
        for (int i = 0; i < 3; i++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    WritableImage picture() {
        settle();
        return scene.snapshot(null);
    }

    @Override
    public void close() {
        session.close();
    }
}
