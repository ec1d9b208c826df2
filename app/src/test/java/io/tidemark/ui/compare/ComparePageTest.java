package io.tidemark.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.ui.FxBridge;
import io.tidemark.ui.PageStage;
import io.tidemark.ui.Place;
import io.tidemark.ui.SampleContext;
import io.tidemark.ui.SampleEngine;
import io.tidemark.ui.Ui;
import io.tidemark.ui.wizard.WizardDesk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** The Compare page under the hands of a reviewer. */
@ExtendWith(ApplicationExtension.class)
class ComparePageTest {

    private final Ui ui = SampleEngine.full().ui(FxBridge.toolkit(SampleContext::new), Locale.ENGLISH);
    private final Place.Compare place = new Place.Compare("alpine-thin-clients", "3.15.4", "3.15.5");
    private ComparePage page;

    @Start
    void start(Stage stage) {
        page = new ComparePage(ui, new WizardDesk(ui, Optional.empty()), place);
        PageStage.show(stage, page);
    }

    @Stop
    void stop() {
        PageStage.leave(page, ui);
    }

    @Test
    void theBannerLeadsToWhatClientsBootFrom(FxRobot robot) throws Exception {
        appears(robot, "#show-boot");
        robot.clickOn("#show-boot");
        assertEquals(5, table(robot).getItems().size());
        robot.push(KeyCode.ESCAPE);
        assertEquals(131, table(robot).getItems().size());
    }

    @Test
    void slashFiltersAndJAndKWalkTheRows(FxRobot robot) throws Exception {
        appears(robot, ".table-view");
        robot.interact(table(robot)::requestFocus);
        robot.type(KeyCode.J, KeyCode.J, KeyCode.K);
        assertEquals(0, table(robot).getSelectionModel().getSelectedIndex());
        robot.type(KeyCode.SLASH);
        robot.write("xen");
        assertEquals("xen", robot.lookup(".filter-field").<TextField>query().getText());
        assertEquals(2, table(robot).getItems().size());
    }

    @Test
    void directoriesBringTheirFilesWhenTheyAreOpened(FxRobot robot) throws Exception {
        appears(robot, ".table-view");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        appears(robot, ".tree-table-view");
        TreeTableView<FileRow> tree = robot.lookup(".tree-table-view").query();
        robot.interact(() ->
                tree.getRoot().getChildren().getFirst().getChildren().getFirst().setExpanded(true));
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> tree.getTreeItem(2).getValue() instanceof FileRow.Changed);
    }

    @Test
    void theReportIsWrittenWhole(FxRobot robot, @TempDir Path dir) throws Exception {
        appears(robot, ".table-view");
        Path file = dir.resolve("report.csv");
        robot.interact(() -> page.model().export(file));
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> Files.exists(file));
        assertEquals(1 + 3 + 131 + 2_407, Files.readAllLines(file).size());
    }

    @Test
    void theOtherSideIsOneKeyAway(FxRobot robot) throws Exception {
        appears(robot, ".table-view");
        robot.interact(table(robot)::requestFocus);
        robot.type(KeyCode.X);
        assertEquals(
                new Place.Compare("alpine-thin-clients", "3.15.5", "3.15.4"),
                ui.desk().navigator().place().get());
    }

    @Test
    void promotingIsAButtonAway(FxRobot robot) throws Exception {
        appears(robot, ".table-view");
        robot.clickOn("Promote 3.15.5…");
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> ui.desk().overlay().sheet().get() != null);
        assertTrue(ui.desk().overlay().sheet().get().dialog().getStyleClass().contains("wizard"));
    }

    private static void appears(FxRobot robot, String query) throws Exception {
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> robot.lookup(query).tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static TableView<?> table(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(".table-view").query();
    }
}
