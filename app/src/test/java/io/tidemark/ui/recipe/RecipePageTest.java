package io.tidemark.ui.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.ui.Fonts;
import io.tidemark.ui.FxBridge;
import io.tidemark.ui.PageStage;
import io.tidemark.ui.Place;
import io.tidemark.ui.SampleContext;
import io.tidemark.ui.SampleEngine;
import io.tidemark.ui.SampleRecipes;
import io.tidemark.ui.Theme;
import io.tidemark.ui.Ui;
import io.tidemark.ui.wizard.WizardDesk;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** The editor of treefiles under the hands of an administrator. */
@ExtendWith(ApplicationExtension.class)
class RecipePageTest {

    private final SampleEngine engine = SampleEngine.composing();
    private final Ui ui = engine.ui(FxBridge.toolkit(SampleContext::new), Locale.ENGLISH);
    private final BorderPane root = new BorderPane();
    private RecipePage page;

    @Start
    void start(Stage stage) {
        Fonts.load();
        Scene scene = new Scene(root, 1000, 700);
        Theme.dress(scene, "light");
        stage.setScene(scene);
        open();
        stage.show();
    }

    private void open() {
        page = new RecipePage(ui, new WizardDesk(ui, Optional.empty()), new Place.Recipes(SampleRecipes.NAME, ""));
        root.setCenter(page.body());
        root.setTop(page.header());
        page.opened();
    }

    @Stop
    void stop() {
        PageStage.leave(page, ui);
    }

    @Test
    void aFaultIsSeenWhileItIsTypedAndStopsSavingUntilItIsMended(FxRobot robot) throws Exception {
        TextArea area = area(robot);
        robot.interact(() -> area.positionCaret(area.getText().indexOf("kernel")));
        robot.write("-");
        until(() -> sheet().faults() == 1);
        assertEquals(9, sheet().findings().get().getFirst().line());
        assertTrue(button(robot, "#save").isDisabled());
        assertEquals("1 fault: not to be saved like this.", words(robot, "#state"));
        robot.clickOn(robot.lookup("#findings .finding").<javafx.scene.Node>query());
        assertEquals("    \"-kernel\",", area.getSelectedText());
        robot.interact(area::undo);
        until(() -> sheet().findings().get().isEmpty() && !sheet().dirty().get());
        robot.interact(() -> area.positionCaret(area.getText().indexOf("htop")));
        robot.write("b");
        until(() -> sheet().dirty().get() && !button(robot, "#save").isDisabled());
        robot.interact(() -> button(robot, "#save").fire());
        until(() -> engine.recipes().text("dev").contains("\"bhtop\""));
        until(() -> !sheet().dirty().get());
        assertEquals(Optional.empty(), ui.desk().drafts().first());
    }

    @Test
    void whatOthersWroteIsShownBeforeItIsReplacedAndLeavingLosesNothing(FxRobot robot) throws Exception {
        TextArea area = area(robot);
        robot.interact(() -> area.insertText(area.getText().indexOf("htop"), "b"));
        engine.recipes().change("dev", engine.recipes().text("dev").replace("firefox", "epiphany"));
        robot.interact(() -> {
            page.closed();
            open();
        });
        until(() -> !page.model().sheets().isEmpty() && sheet().dirty().get());
        assertTrue(area(robot).getText().contains("bhtop"));
        robot.interact(() -> button(robot, "#save").fire());
        until(() -> sheet().problem().get().isPresent());
        assertFalse(engine.recipes().text("dev").contains("bhtop"));
        robot.interact(() -> button(robot, "#theirs").fire());
        until(() -> ui.desk().overlay().sheet().get() != null);
        robot.interact(() -> ui.desk().overlay().close());
        robot.interact(() -> button(robot, "#save").fire());
        until(() -> engine.recipes().text("dev").contains("bhtop"));
    }

    @Test
    void whatOthersChangedBesideIsSaidBeforeItIsSavedOrComposed(FxRobot robot) throws Exception {
        TextArea area = area(robot);
        engine.recipes().changeBeside();
        robot.interact(() -> robot.lookup("#compose").<Button>query().fire());
        until(() -> sheet().problem().get().isPresent());
        assertEquals("recipe.beside", sheet().problem().get().orElseThrow().code());
        robot.interact(() -> button(robot, "#beside-again").fire());
        until(() -> sheet().problem().get().isEmpty());
        robot.interact(() -> area.insertText(area.getText().indexOf("htop"), "b"));
        engine.recipes().changeBeside();
        robot.interact(() -> button(robot, "#save").fire());
        until(() -> sheet().problem().get().isPresent());
        assertFalse(engine.recipes().text("dev").contains("bhtop"));
        robot.interact(() -> button(robot, "#beside-again").fire());
        until(() -> sheet().problem().get().isEmpty());
        assertTrue(area.getText().contains("bhtop"));
        robot.interact(() -> button(robot, "#save").fire());
        until(() -> engine.recipes().text("dev").contains("bhtop"));
    }

    @Test
    void whatItIncludesIsChosenEditedAndSavedAndIsNoNewsToTheTreefileItself(FxRobot robot) throws Exception {
        engine.recipes().including();
        robot.interact(() -> page.model().open());
        until(() -> robot.lookup("#file-desktop-json").tryQuery().isPresent());
        robot.clickOn("#file-desktop-json");
        until(() -> area(robot).getText().contains("konsole"));
        TextArea part = area(robot);
        SheetModel model = page.model().parts(sheet()).getFirst();
        robot.interact(() -> part.insertText(part.getText().indexOf("kate"), "-"));
        until(() -> model.faults() == 1);
        assertTrue(robot.lookup("#recipe-dev").<ToggleButton>query().getText().endsWith(" •"));
        assertTrue(button(robot, "#save").isDisabled());
        robot.interact(() ->
                part.replaceText(part.getText().indexOf("-kate"), part.getText().indexOf("-kate") + 1, ""));
        robot.interact(() -> part.insertText(part.getText().indexOf("kate"), "k"));
        until(() -> model.dirty().get() && !button(robot, "#save").isDisabled());
        robot.interact(() -> button(robot, "#save").fire());
        until(() -> engine.recipes().text("dev/desktop.json").contains("\"kkate\""));
        until(() -> !model.dirty().get());
        robot.clickOn("#file-kinoite-dev-json");
        TextArea whole = area(robot);
        robot.interact(() -> whole.insertText(whole.getText().indexOf("htop"), "b"));
        robot.interact(() -> button(robot, "#save").fire());
        until(() -> engine.recipes().text("dev").contains("bhtop"));
        assertEquals(Optional.empty(), sheet().problem().get());
    }

    @Test
    void whatWasTypedComesBackAfterACrashAndGoesWhenItIsSavedOrDiscarded(FxRobot robot) throws Exception {
        TextArea area = area(robot);
        robot.interact(() -> area.insertText(area.getText().indexOf("htop"), "b"));
        until(() -> engine.workspaces().drafts().stream()
                .anyMatch(each -> each.text().contains("bhtop")));
        Ui next = crash(robot);
        until(() -> robot.lookup("#draft").tryQuery().isPresent());
        assertTrue(area(robot).getText().contains("bhtop"));
        robot.interact(() -> button(robot, "#save").fire());
        until(() -> engine.recipes().text("dev").contains("bhtop"));
        until(() -> robot.lookup("#draft").tryQuery().isEmpty());
        until(() -> engine.workspaces().drafts().isEmpty());
        TextArea second = area(robot);
        robot.interact(() -> second.insertText(0, " "));
        robot.interact(() -> next.desk().drafts().close());
        assertFalse(engine.workspaces().drafts().isEmpty());
        robot.interact(() -> second.deleteText(0, 1));
        robot.interact(() -> next.desk().drafts().close());
        assertEquals(List.of(), engine.workspaces().drafts());
        robot.interact(() -> second.insertText(0, " "));
        robot.interact(() -> next.desk().drafts().close());
        assertFalse(engine.workspaces().drafts().isEmpty());
        Ui last = crash(robot);
        until(() -> robot.lookup("#discard-draft").tryQuery().isPresent());
        robot.interact(() -> button(robot, "#discard-draft").fire());
        assertEquals(engine.recipes().text("dev"), area(robot).getText());
        robot.interact(() -> last.desk().drafts().close());
        assertEquals(List.of(), engine.workspaces().drafts());
    }

    /** Another window over the same workspace, as after a start. */
    private Ui crash(FxRobot robot) throws Exception {
        Ui fresh = engine.ui(FxBridge.toolkit(SampleContext::new), Locale.ENGLISH);
        robot.interact(fresh.desk().drafts()::restore);
        WaitForAsyncUtils.waitForFxEvents();
        until(() -> fresh.desk().drafts().restored(SampleRecipes.NAME, "dev").isPresent());
        robot.interact(() -> {
            page = new RecipePage(
                    fresh, new WizardDesk(fresh, Optional.empty()), new Place.Recipes(SampleRecipes.NAME, ""));
            root.setCenter(page.body());
            root.setTop(page.header());
        });
        robot.interact(page::opened);
        return fresh;
    }

    @Test
    void productionTakesOverAndIsSavedByItself(FxRobot robot) throws Exception {
        area(robot);
        robot.interact(
                () -> robot.lookup("#recipe-difference").<ToggleButton>query().fire());
        until(() -> robot.lookup("#take-over").tryQuery().isPresent());
        robot.interact(() -> button(robot, "#take-over").fire());
        until(() -> page.model().second().dirty().get());
        String taken = page.model().second().text().get();
        assertTrue(taken.contains("kinoite/prod/") && taken.contains("htop"), taken);
        assertFalse(engine.recipes().text("prod").contains("htop"));
        TextArea own = area(robot);
        robot.interact(own::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> engine.recipes().text("prod").equals(taken));
    }

    @Test
    void lineEndsOfOtherSystemsAreNoChangeAndStay(FxRobot robot) throws Exception {
        String foreign = engine.recipes().text("dev").replace("\n", "\r\n");
        engine.recipes().change("dev", foreign);
        robot.interact(() -> page.model().open());
        until(() -> page.model().first().saved().get().text().equals(foreign));
        TextArea area = area(robot);
        assertFalse(sheet().dirty().get());
        robot.interact(() -> area.insertText(area.getText().indexOf("htop"), "b"));
        robot.interact(() -> {
            sheet().save();
            sheet().save();
        });
        until(() -> engine.recipes().text("dev").equals(foreign.replace("htop", "bhtop")));
        until(() -> !sheet().dirty().get());
        assertEquals(Optional.empty(), sheet().problem().get());
    }

    private SheetModel sheet() {
        return page.model().first();
    }

    private static void until(Callable<Boolean> state) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, state);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static TextArea area(FxRobot robot) {
        try {
            until(() -> robot.lookup("#code").tryQuery().isPresent());
        } catch (Exception late) {
            throw new IllegalStateException(late);
        }
        return robot.lookup("#code").query();
    }

    private static Button button(FxRobot robot, String selector) {
        return robot.lookup(selector).query();
    }

    private static String words(FxRobot robot, String selector) {
        return robot.lookup(selector).<Labeled>query().getText();
    }
}
