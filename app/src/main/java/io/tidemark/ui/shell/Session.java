package io.tidemark.ui.shell;

import io.tidemark.engine.Engine;
import io.tidemark.text.Texts;
import io.tidemark.ui.Desk;
import io.tidemark.ui.Drafts;
import io.tidemark.ui.Fleet;
import io.tidemark.ui.FxBridge;
import io.tidemark.ui.Inventory;
import io.tidemark.ui.JobWatch;
import io.tidemark.ui.Look;
import io.tidemark.ui.Navigator;
import io.tidemark.ui.Overlay;
import io.tidemark.ui.Place;
import io.tidemark.ui.Subscription;
import io.tidemark.ui.Toasts;
import io.tidemark.ui.Ui;
import io.tidemark.ui.wizard.Demo;
import io.tidemark.ui.wizard.WizardDesk;
import java.util.Optional;
import javafx.scene.layout.StackPane;

/** Everything that speaks one language: after a change of language another session takes its place. */
final class Session {

    private final Ui ui;
    private final Shell shell;
    private final Subscription watching;
    private final Subscription failing;

    Session(Ui ui, Optional<Demo> demo) {
        this.ui = ui;
        WizardDesk wizards = new WizardDesk(ui, demo);
        failing = ui.bridge().onProblem(ui.desk().toasts()::problem);
        shell = new Shell(ui, wizards, new Screens(ui, wizards, demo)::page);
        watching = ui.jobs().start();
        ui.desk().inventory().refresh();
        ui.desk().fleet().refresh();
    }

    /** What a session needs, with everything fresh but the look and what nobody saved yet. */
    static Ui ui(Engine engine, FxBridge bridge, Texts texts, Look look, Drafts drafts) {
        Desk desk = new Desk(
                new Navigator(),
                new Overlay(),
                new Toasts(),
                look,
                new Inventory(bridge, engine),
                new Fleet(bridge, engine),
                drafts);
        return new Ui(engine, bridge, texts, new JobWatch(bridge, engine.jobs()), desk);
    }

    StackPane root() {
        return shell.root();
    }

    Place place() {
        return ui.desk().navigator().place().get();
    }

    /** Whether the window may close; if not, it asks, and closes later where the person says so. */
    boolean mayClose(Runnable close) {
        return UnsavedSheet.passes(ui, close);
    }

    void close() {
        watching.end();
        failing.end();
        shell.close();
    }
}
