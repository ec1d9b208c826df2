package io.tidemark.ui.deltas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.JobState;
import io.tidemark.model.Operation;
import io.tidemark.ui.FxBridge;
import io.tidemark.ui.PageStage;
import io.tidemark.ui.Place;
import io.tidemark.ui.Place.Pair;
import io.tidemark.ui.SampleContext;
import io.tidemark.ui.SampleEngine;
import io.tidemark.ui.SamplePuavo;
import io.tidemark.ui.Ui;
import io.tidemark.ui.deltas.PairWork.State;
import io.tidemark.ui.wizard.WizardDesk;
import io.tidemark.ui.wizard.WizardDialog;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** The page Deltas under the hands of an administrator. */
@ExtendWith(ApplicationExtension.class)
class DeltasPageTest {

    private final SampleEngine engine = SampleEngine.withImages();
    private final Ui ui = engine.ui(FxBridge.toolkit(SampleContext::new), Locale.ENGLISH);
    private DeltasPage page;

    @Start
    void start(Stage stage) {
        page = new DeltasPage(
                ui, new WizardDesk(ui, Optional.empty()), new Place.Deltas(SamplePuavo.NAME, Optional.of(pair(2, 3))));
        PageStage.show(stage, page);
    }

    @Stop
    void stop() {
        PageStage.leave(page, ui);
    }

    @Test
    void arrowsWalkTheMatrixAndLeapOverTheDiagonal(FxRobot robot) throws Exception {
        planned();
        robot.interact(robot.lookup(".matrix-canvas").query()::requestFocus);
        robot.type(KeyCode.UP);
        assertEquals(Optional.of(pair(1, 3)), page.model().picked().get());
        robot.type(KeyCode.LEFT, KeyCode.LEFT);
        assertEquals(Optional.of(pair(1, 0)), page.model().picked().get());
        robot.type(KeyCode.LEFT);
        assertEquals(Optional.of(pair(1, 0)), page.model().picked().get());
    }

    @Test
    void thePickedPairSaysWhy(FxRobot robot) throws Exception {
        planned();
        robot.interact(() -> page.model().picked().set(Optional.of(pair(2, 0))));
        assertEquals(
                "By way of 2022-08-02-173248: the policy asks for no delta of its own.",
                robot.lookup("#pair-reason").queryLabeled().getText());
    }

    @Test
    void anotherBudgetIsPlannedAtOnce(FxRobot robot) throws Exception {
        planned();
        robot.interact(() -> robot.lookup("#budget").queryAs(TextField.class).setText("1,5 GB"));
        until(() -> engine.images().wished().budget().equals(OptionalLong.of(1_500_000_000L)));
        robot.interact(() -> robot.lookup("#targets").queryAs(Spinner.class).increment());
        until(() -> engine.images().wished().targets().equals(Optional.of(4)));
        until(() -> robot.lookup("#keep-policy").queryButton().isVisible());
    }

    @Test
    void aBudgetThatIsNoSizeIsNotPlanned(FxRobot robot) throws Exception {
        planned();
        robot.interact(() -> robot.lookup("#budget").queryAs(TextField.class).setText("much"));
        assertFalse(page.model().planner().planning().get());
        assertFalse(robot.lookup("#keep-policy").queryButton().isVisible());
    }

    @Test
    void makingDeltasIsPlannedAndStarted(FxRobot robot) throws Exception {
        planned();
        robot.clickOn("#make-deltas");
        until(() -> ui.desk().overlay().sheet().get() != null);
        WizardDialog dialog = (WizardDialog) ui.desk().overlay().sheet().get().dialog();
        robot.interact(dialog.model()::forward);
        until(() -> dialog.model().plan().plan().get() != null);
        robot.interact(dialog.model()::forward);
        until(() -> engine.jobs().list().getFirst().plan().operation() instanceof Operation.MakeDeltas);
        assertEquals(
                new Operation.MakeDeltas(SamplePuavo.NAME, false, Map.of(), Map.of()),
                engine.jobs().list().getFirst().plan().operation());
    }

    @Test
    void moreWorkersAndAPauseAreAskedForWhereTheyAreSeen(FxRobot robot) throws Exception {
        planned();
        engine.images().work();
        engine.jobs()
                .start(engine.operations()
                        .plan(
                                new Operation.MakeDeltas(SamplePuavo.NAME, false, Map.of(), Map.of()),
                                new SampleContext()));
        robot.interact(ui.jobs()::refresh);
        until(() -> robot.lookup("#pause-job").tryQuery().isPresent());
        until(() -> page.model().workers().workers().get().width() == 2);
        robot.interact(() -> robot.lookup("#width").queryAs(Spinner.class).increment());
        until(() -> engine.images().workers(SamplePuavo.NAME).width() == 3);
        robot.clickOn("#pause-job");
        until(() -> engine.jobs().list().getFirst().state() == JobState.PAUSED);
    }

    @Test
    void enterOpensTheBlockMap(FxRobot robot) throws Exception {
        planned();
        robot.interact(robot.lookup(".matrix-canvas").query()::requestFocus);
        robot.type(KeyCode.ENTER);
        assertEquals(
                new Place.Blocks(SamplePuavo.NAME, pair(2, 3)),
                ui.desk().navigator().place().get());
    }

    @Test
    void manyImagesAreOneCanvas(FxRobot robot) throws Exception {
        planned();
        engine.images().shelf(200);
        robot.interact(page.model()::refresh);
        until(() -> page.model().grid().get().size() == 200);
        int nodes = page.body().lookupAll("*").size();
        assertTrue(nodes < 400, "no node for each pair, but " + nodes);
    }

    @Test
    void onlyOneHalfOfTheMatrixIsShownAndWalked(FxRobot robot) throws Exception {
        planned();
        robot.clickOn("#show-backward");
        assertEquals(Optional.of(pair(3, 2)), page.model().picked().get());
        assertEquals(
                "4 images, 6 pairs", robot.lookup("#pair-count").queryLabeled().getText());
        robot.interact(robot.lookup(".matrix-canvas").query()::requestFocus);
        robot.type(KeyCode.UP);
        assertEquals(Optional.of(pair(3, 2)), page.model().picked().get());
        robot.clickOn("#show-forward");
        assertEquals(Optional.of(pair(2, 3)), page.model().picked().get());
    }

    @Test
    void secondsAreThoseOfTheChosenLine(FxRobot robot) throws Exception {
        planned();
        assertFalse(robot.lookup("#line").query().isVisible());
        robot.clickOn("#show-seconds");
        assertTrue(figures(robot).contains("25 s at 100 Mbit/s"), figures(robot));
        robot.interact(
                () -> robot.lookup("#line").queryComboBox().getSelectionModel().select((Object) 10));
        assertTrue(figures(robot).contains("4 min 8 s at 10 Mbit/s"), figures(robot));
        assertTrue(figures(robot).contains("made in 14 s"), figures(robot));
        assertTrue(figures(robot).contains("18 clients"), figures(robot));
    }

    @Test
    void whatDependsOnAnImageIsSaidBeforeItGoes(FxRobot robot) throws Exception {
        planned();
        robot.interact(robot.lookup("#prune").queryButton()::fire);
        robot.interact(robot.lookup("#tick-2022-06-14-142211").queryAs(CheckBox.class)::fire);
        String loss = robot.lookup("#prune-loss").queryLabeled().getText().replace('\u00a0', ' ');
        assertEquals("1 image, 4.64 GB. 1 delta depends on it: 310 MB more.", loss);
        assertTrue(robot.lookup("#tick-2022-08-02-173248").query().isDisabled());
        robot.interact(robot.lookup("#leave-series").queryButton()::fire);
        until(() -> ui.desk().overlay().sheet().get() != null);
        WizardDialog dialog = (WizardDialog) ui.desk().overlay().sheet().get().dialog();
        until(() -> dialog.model().plan().plan().get() != null);
        Map<String, List<String>> left = Map.of(
                SamplePuavo.BUSTER, List.of(SamplePuavo.buster(0), SamplePuavo.buster(2), SamplePuavo.buster(3)));
        assertEquals(
                new Operation.MakeDeltas(SamplePuavo.NAME, false, left, Map.of()),
                dialog.model().plan().plan().get().operation());
    }

    @Test
    void theSpaceBarChoosesTheImageOfTheRow(FxRobot robot) throws Exception {
        planned();
        robot.interact(robot.lookup(".matrix-canvas").query()::requestFocus);
        robot.type(KeyCode.SPACE);
        assertEquals(Set.of(), page.model().prune().chosen());
        robot.interact(robot.lookup("#prune").queryButton()::fire);
        robot.type(KeyCode.SPACE);
        assertEquals(Set.of(SamplePuavo.buster(2)), page.model().prune().chosen());
        robot.interact(robot.lookup("#end-prune").queryButton()::fire);
        assertEquals(Set.of(), page.model().prune().chosen());
        assertFalse(robot.lookup("#prune-loss").query().isVisible());
    }

    @Test
    void countsOfClientsAreTypedAndKept(FxRobot robot) throws Exception {
        planned();
        assertTrue(robot.lookup("#counted").queryLabeled().getText().startsWith("321 clients"));
        robot.interact(robot.lookup("#client-counts").queryButton()::fire);
        until(() -> ui.desk().overlay().sheet().get() != null);
        WizardDialog dialog = (WizardDialog) ui.desk().overlay().sheet().get().dialog();
        robot.interact(dialog.model()::forward);
        until(() -> dialog.model().plan().plan().get() != null);
        Operation.Configure saved =
                (Operation.Configure) dialog.model().plan().plan().get().operation();
        assertTrue(saved.upstream().all("clients").contains(SamplePuavo.buster(1) + "=61"));
    }

    @Test
    void theFirstDeltasAreAllSeenAsTheyCome(FxRobot robot) throws Exception {
        engine.images().begin();
        robot.interact(page.model()::refresh);
        until(() -> page.model().workers().work(pair(1, 3)).running());
        assertEquals(State.WAITING, page.model().workers().work(pair(0, 1)).state());
        assertEquals(State.DONE, page.model().workers().work(pair(3, 2)).state());
        until(() -> page.model().cell().isEmpty());
        robot.interact(() -> page.model().picked().set(Optional.of(pair(3, 2))));
        assertEquals("made, not published yet", figures(robot));
    }

    private static String figures(FxRobot robot) {
        return robot.lookup("#pair-figures").queryLabeled().getText().replace('\u00a0', ' ');
    }

    private static Pair pair(int from, int to) {
        return new Pair(SamplePuavo.buster(from), SamplePuavo.buster(to));
    }

    private void planned() throws Exception {
        until(() -> page.model().planner().planned().get().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
