package io.tidemark.ui.shell;

import io.tidemark.engine.Engine;
import io.tidemark.engine.Workspaces.Settings;
import io.tidemark.text.Texts;
import io.tidemark.ui.Drafts;
import io.tidemark.ui.FxBridge;
import io.tidemark.ui.Look;
import io.tidemark.ui.Place;
import io.tidemark.ui.Theme;
import io.tidemark.ui.Ui;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

/** The content of the window: a session, made anew when the language changes, in the chosen theme and size. */
final class Frame {

    private final Opening opening;
    private final Engine engine;
    private final Look look;
    private final FxBridge bridge;
    private final Drafts drafts;
    private final StackPane holder = new StackPane();
    private final ScaledPane scaled = new ScaledPane(holder);
    private Session session;

    Frame(Opening opening, Engine engine, Settings settings, Texts texts) {
        this.opening = opening;
        this.engine = engine;
        this.look = new Look(settings);
        this.bridge = FxBridge.toolkit(opening.contexts());
        this.drafts = new Drafts(bridge, engine.workspaces());
        drafts.restore();
        show(texts, new Place.Home());
        scaled.scale().bind(look.scaleValue());
    }

    /** The scene, dressed, and dressed anew when the look changes. */
    Scene scene(double width, double height) {
        Scene scene = new Scene(scaled, width, height);
        look.settings().subscribe(settings -> Theme.dress(scene, settings.theme()));
        scene.getPreferences()
                .colorSchemeProperty()
                .subscribe((before, now) ->
                        Theme.dress(scene, look.settings().get().theme()));
        look.settings().subscribe((before, now) -> changed(before, now));
        return scene;
    }

    /** Whether the window may close; if not, it asks, and closes later where the person says so. */
    boolean mayClose(Runnable close) {
        return session.mayClose(close);
    }

    void close() {
        session.close();
        drafts.close();
        bridge.close();
    }

    private void changed(Settings before, Settings now) {
        if (!before.language().equals(now.language())) {
            Place place = session.place();
            Locale locale = look.locale(opening.locale());
            session.close();
            show(new Texts(locale), place);
        }
    }

    private void show(Texts texts, Place place) {
        Ui ui = Session.ui(engine, bridge, texts, look, drafts);
        ui.desk().navigator().replace(place);
        opening.person().before(ui);
        session = new Session(ui, opening.demo());
        holder.getChildren().setAll(session.root());
    }
}
