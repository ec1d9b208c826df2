package io.tidemark.ui.wizard;

import io.tidemark.model.JobRecord;
import io.tidemark.ui.Fonts;
import io.tidemark.ui.FxBridge;
import io.tidemark.ui.SampleContext;
import io.tidemark.ui.SampleEngine;
import io.tidemark.ui.Theme;
import io.tidemark.ui.Ui;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** A stage with the overlay alone, on which wizards open over the sample engine. */
final class WizardStage {

    static final String REPOSITORY = "alpine-thin-clients";

    final SampleEngine engine = SampleEngine.full();
    final Ui ui = engine.ui(FxBridge.toolkit(SampleContext::new), Locale.ENGLISH);
    final WizardDesk wizards = new WizardDesk(ui, Optional.of(_ -> REPOSITORY));
    private final StackPane root = new StackPane();

    void show(Stage stage) {
        Fonts.load();
        ui.desk().overlay().sheet().subscribe(sheet -> {
            root.getChildren().clear();
            if (sheet != null) {
                root.getChildren().add(sheet.dialog());
            }
        });
        Scene scene = new Scene(root, 1000, 700);
        Theme.dress(scene, "light");
        stage.setScene(scene);
        stage.show();
    }

    /** Ends what still beats. */
    void leave() {
        ui.bridge().close();
    }

    /** Does something on the JavaFX thread and waits until it has had its effects. */
    void act(FxRobot robot, Runnable step) {
        robot.interact(step);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Waits until a node that fits is on the screen. */
    Node appears(FxRobot robot, String query) throws Exception {
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent());
        return robot.lookup(query).query();
    }

    /** Waits until a text stands on the screen. */
    void says(FxRobot robot, String text) throws Exception {
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> robot.lookup(text).tryQuery().isPresent());
    }

    /** Waits until something is so. */
    void awaits(Callable<Boolean> wanted) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, wanted);
    }

    /** The job that was started last. */
    JobRecord job() {
        return engine.jobs().list().getFirst();
    }
}
