package io.tidemark.ui.deltas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.engine.Images;
import io.tidemark.ui.FxBridge;
import io.tidemark.ui.PageStage;
import io.tidemark.ui.Place;
import io.tidemark.ui.Place.Pair;
import io.tidemark.ui.SampleContext;
import io.tidemark.ui.SampleEngine;
import io.tidemark.ui.SampleKinoite;
import io.tidemark.ui.Ui;
import io.tidemark.ui.wizard.WizardDesk;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ComboBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** The page Deltas where versions are commits. */
@ExtendWith(ApplicationExtension.class)
class CommitsPageTest {

    private final Ui ui = SampleEngine.composing().ui(FxBridge.toolkit(SampleContext::new), Locale.ENGLISH);
    private DeltasPage page;

    @Start
    void start(Stage stage) {
        page = new DeltasPage(
                ui,
                new WizardDesk(ui, Optional.empty()),
                new Place.Deltas(SampleKinoite.NAME, Optional.of(pair(1, 4))));
        PageStage.show(stage, page);
    }

    @Stop
    void stop() {
        PageStage.leave(page, ui);
    }

    @Test
    void commitsAreSpokenOfAsCommits(FxRobot robot) throws Exception {
        until(() -> page.model().planner().planned().get().isPresent());
        assertEquals("prod", robot.lookup("#series").queryAs(ComboBox.class).getValue());
        assertEquals(1, page.model().planner().targets().get(), "other than for images");
        assertEquals(
                "5 commits, 20 pairs",
                robot.lookup("#pair-count").queryLabeled().getText());
        assertTrue(figures(robot).startsWith("at most 339 MB, 13 % of all objects"), figures(robot));
        robot.interact(() -> page.model().prune().active().set(true));
        robot.interact(
                () -> page.model().prune().toggle(page.model().matrix().get().orElseThrow(), commit(1)));
        assertTrue(robot.lookup("#leave-series").query().isVisible());
        assertFalse(robot.lookup("#prune-images").query().isVisible(), "no commit goes with its deltas");
        Map<String, List<String>> left =
                page.model().prune().series(page.model().matrix().get().orElseThrow());
        assertEquals(Map.of("prod", List.of(Images.NOTHING, commit(0), commit(2), commit(3), commit(4))), left);
        robot.clickOn("#open-blocks");
        assertEquals(
                new Place.Compare(SampleKinoite.NAME, "41.20260901.0", "41.20261117.0"),
                ui.desk().navigator().place().get());
    }

    private static String figures(FxRobot robot) {
        return robot.lookup("#pair-figures").queryLabeled().getText().replace('\u00a0', ' ');
    }

    private static String commit(int number) {
        return SampleKinoite.commit("prod", number);
    }

    private static Pair pair(int from, int to) {
        return new Pair(commit(from), commit(to));
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
