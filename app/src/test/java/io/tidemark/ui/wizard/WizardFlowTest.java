package io.tidemark.ui.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.JobState;
import io.tidemark.model.Operation;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** The wizards as a person goes through them, with keyboard and mouse. */
@ExtendWith(ApplicationExtension.class)
class WizardFlowTest {

    private final WizardStage stage = new WizardStage();

    @Start
    void start(Stage shown) {
        stage.show(shown);
    }

    @Stop
    void stop() {
        stage.leave();
    }

    @Test
    void anUpdateGoesFromChoicesToTheVerifiedResult(FxRobot robot) throws Exception {
        stage.act(robot, () -> stage.wizards.update(WizardStage.REPOSITORY));
        stage.appears(robot, "#primary");
        robot.clickOn("#primary");
        robot.clickOn("#primary");
        stage.says(
                robot,
                "Nothing has been written. Starting carries out exactly these steps; if anything fails,"
                        + " 3.15.5 stays as it is.");
        stage.says(robot, "Start update");
        robot.clickOn("#primary");
        stage.says(robot, "Cancel the job");
        assertInstanceOf(Operation.Update.class, stage.job().plan().operation());
        stage.engine.jobs().finish(stage.job().id());
        stage.says(robot, "Compare 3.15.5 with 3.15.6");
        stage.says(robot, "Promote 3.15.6…");
        stage.says(robot, "Same from the command line");
    }

    @Test
    void twoKeysRollBack(FxRobot robot) throws Exception {
        stage.act(robot, () -> stage.wizards.rollback(WizardStage.REPOSITORY, Optional.empty()));
        stage.appears(robot, "#rollback");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        stage.says(robot, "Rolling back…");
        assertEquals(
                new Operation.Rollback(WizardStage.REPOSITORY, "testing", Optional.of("3.15.4"), true, ""),
                stage.job().plan().operation());
        stage.engine.views().rolledBack("testing", "3.15.4");
        stage.engine.jobs().finish(stage.job().id());
        stage.says(robot, "Done and verified");
        stage.says(robot, "points at 3.15.4, held");
        assertTrue(robot.lookup("does not point at 3.15.4").tryQuery().isEmpty());
    }

    @Test
    void theReasonOfARollbackCanBeTypedAtOnce(FxRobot robot) throws Exception {
        stage.act(robot, () -> stage.wizards.rollback(WizardStage.REPOSITORY, Optional.empty()));
        stage.appears(robot, "#rollback");
        stage.awaits(() -> robot.lookup(".text-field").query().isFocused());
        robot.write("i915");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        stage.says(robot, "Rolling back…");
        assertEquals(
                new Operation.Rollback(WizardStage.REPOSITORY, "testing", Optional.of("3.15.4"), true, "i915"),
                stage.job().plan().operation());
    }

    @Test
    void aClosedGateShowsItsReasonAndItsWayOutInsteadOfStart(FxRobot robot) throws Exception {
        stage.act(robot, () -> stage.wizards.promote(WizardStage.REPOSITORY, Optional.of("3.15.5")));
        stage.appears(robot, "#primary");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        stage.says(
                robot,
                "latest-stable has been held since 1 Aug 2022, 09:30 by mirror@deploy-1: 200 thin clients stop at boot,"
                        + " i915.");
        assertTrue(robot.lookup("#primary").tryQuery().isEmpty());
        robot.clickOn("#way-out");
        stage.says(robot, "Release a hold of alpine-thin-clients");
    }

    @Test
    void aCancelledJobSaysSoAndCanBeTriedAgain(FxRobot robot) throws Exception {
        stage.act(robot, () -> stage.wizards.update(WizardStage.REPOSITORY));
        stage.appears(robot, "#primary");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        stage.says(robot, "Start update");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        stage.says(robot, "Cancel the job");
        robot.clickOn("Cancel the job");
        stage.says(robot, "Try again");
        assertEquals(JobState.CANCELLED, stage.job().state());
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        stage.says(robot, "Start update");
    }

    @Test
    void closingTheDialogLeavesTheJobRunning(FxRobot robot) throws Exception {
        stage.act(robot, () -> stage.wizards.verify(WizardStage.REPOSITORY, Optional.of("3.15.5")));
        stage.appears(robot, "#primary");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        stage.says(robot, "Start verifying");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        stage.says(robot, "Leave it running");
        robot.clickOn("Leave it running");
        assertNull(stage.ui.desk().overlay().sheet().get());
        assertEquals(JobState.RUNNING, stage.job().state());
        assertEquals(1, stage.ui.desk().toasts().list().size());
    }

    @Test
    void aWrongNameIsSaidBelowItsFieldAndKeepsThePageClosed(FxRobot robot) throws Exception {
        stage.act(robot, () -> stage.wizards.snapshot(WizardStage.REPOSITORY, Optional.of("3.15.5")));
        Button next = (Button) stage.appears(robot, "#primary");
        assertTrue(next.isDisabled());
        robot.clickOn(".text-field").write("../evil");
        assertTrue(next.isDisabled());
        assertTrue(robot.lookup(".text-field").query().getStyleClass().contains("invalid"));
        robot.eraseText(7).write("3.15.5-tested");
        assertFalse(next.isDisabled());
    }

    @Test
    void adoptingShowsWhatIsThereAndSealsAside(FxRobot robot) throws Exception {
        stage.act(robot, () -> stage.wizards.add());
        stage.appears(robot, "#primary");
        robot.clickOn("#primary");
        robot.clickOn(".wizard-page .text-field").write("/srv/mirror/alpine-servers");
        robot.clickOn("#primary");
        stage.says(robot, "cron line · /etc/cron.d/mirror:3");
        robot.clickOn("#primary");
        robot.clickOn("#primary");
        stage.says(robot, "Adopt");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        stage.says(robot, "Leave it running");
        Operation.Adopt adopt =
                assertInstanceOf(Operation.Adopt.class, stage.job().plan().operation());
        assertTrue(adopt.disableWriters());
        stage.engine.jobs().finish(stage.job().id());
        stage.says(robot, "Open the repository");
        assertEquals(
                new Operation.Seal("alpine-servers", List.of()),
                stage.job().plan().operation());
    }
}
