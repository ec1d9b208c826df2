package io.tidemark.ui.blocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.engine.Images.BlockMap;
import io.tidemark.engine.Images.ChangedFile;
import io.tidemark.engine.Images.Contents;
import io.tidemark.engine.Images.DeltaSizes;
import io.tidemark.engine.Images.Owners;
import io.tidemark.engine.Images.Span;
import io.tidemark.engine.Images.Told;
import io.tidemark.ui.FxBridge;
import io.tidemark.ui.PageStage;
import io.tidemark.ui.Place;
import io.tidemark.ui.Place.Pair;
import io.tidemark.ui.SampleContext;
import io.tidemark.ui.SampleEngine;
import io.tidemark.ui.SamplePuavo;
import io.tidemark.ui.Ui;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** The block map under the hands of a reviewer. */
@ExtendWith(ApplicationExtension.class)
class BlocksPageTest {

    private final SampleEngine engine = SampleEngine.withImages();
    private final Ui ui = engine.ui(FxBridge.toolkit(SampleContext::new), Locale.ENGLISH);
    private final Pair pair = new Pair(SamplePuavo.buster(2), SamplePuavo.buster(3));
    private BlocksPage page;

    @Start
    void start(Stage stage) {
        List<Integer> permille = new ArrayList<>(Collections.nCopies(16, 0));
        permille.set(6, 750);
        permille.set(9, 40);
        engine.images().find(new BlockMap(15_500, 1_000, permille, 790, new DeltaSizes(300, 280, true), contents()));
        page = new BlocksPage(ui, new Place.Blocks(SamplePuavo.NAME, pair));
        PageStage.show(stage, page);
    }

    @Stop
    void stop() {
        PageStage.leave(page, ui);
    }

    @Test
    void theCellThatChangedMostIsPickedAndSaysWhereItIs(FxRobot robot) throws Exception {
        found(robot);
        assertEquals(6, page.model().picked().get());
        assertEquals(List.of("7 of 16", "6 kB – 7 kB", "0x1770", "75\u00a0%"), cell(robot));
    }

    @Test
    void arrowsMoveTheCellInThePicture(FxRobot robot) throws Exception {
        found(robot);
        robot.interact(() -> page.model().curve().set(Curve.ROWS));
        robot.interact(robot.lookup(".block-canvas").query()::requestFocus);
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.RIGHT);
        assertEquals(15, page.model().picked().get());
        assertEquals("15 kB – 15.5 kB", cell(robot).get(1));
        robot.type(KeyCode.DOWN, KeyCode.RIGHT);
        assertEquals(15, page.model().picked().get());
    }

    @Test
    void swappingComparesTheOtherWayRound(FxRobot robot) throws Exception {
        found(robot);
        robot.clickOn("#swap");
        assertEquals(
                new Place.Blocks(SamplePuavo.NAME, pair.turned()),
                ui.desk().navigator().place().get());
    }

    @Test
    void everyCellOfACurveIsMetOnce() {
        for (Curve curve : Curve.values()) {
            Set<Integer> met = new HashSet<>();
            for (int y = 0; y < 64; y++) {
                for (int x = 0; x < 64; x++) {
                    assertTrue(met.add(curve.position(64, x, y)), curve + " met a cell twice");
                }
            }
            assertEquals(4096, met.size());
        }
    }

    @Test
    void alongHilbertsCurveNeighboursTouch() {
        int[][] places = new int[4096][];
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 64; x++) {
                places[Curve.HILBERT.position(64, x, y)] = new int[] {x, y};
            }
        }
        for (int i = 1; i < places.length; i++) {
            int apart = Math.abs(places[i][0] - places[i - 1][0]) + Math.abs(places[i][1] - places[i - 1][1]);
            assertEquals(1, apart);
        }
        assertNotEquals(places[0][0], places[4095][0]);
    }

    @Test
    void selectingACellSelectsItsFile(FxRobot robot) throws Exception {
        found(robot);
        assertEquals(
                "usr/bin/large",
                list(robot).getSelectionModel().getSelectedItem().path());
        assertEquals(
                List.of("usr/bin/large", "and 3 other files"),
                robot.lookup("#cell-files .label").queryAllAs(Label.class).stream()
                        .map(Label::getText)
                        .toList());
        robot.interact(() -> page.model().pick(9));
        assertEquals(
                "etc/small", list(robot).getSelectionModel().getSelectedItem().path());
        robot.interact(() -> page.model().pick(0));
        assertEquals(null, list(robot).getSelectionModel().getSelectedItem());
        assertEquals(Optional.empty(), page.model().file().get());
    }

    @Test
    void selectingAFileMarksItsCells(FxRobot robot) throws Exception {
        found(robot);
        robot.interact(() -> list(robot).getSelectionModel().select(1));
        assertEquals(9, page.model().picked().get());
        assertEquals("{8, 9}", page.model().marked().toString());
        robot.interact(() -> list(robot).getSelectionModel().select(0));
        assertEquals("{5, 6}", page.model().marked().toString());
        assertEquals(6, page.model().picked().get());
    }

    @Test
    void theCellBelowTheMouseNamesItsFiles(FxRobot robot) throws Exception {
        found(robot);
        robot.interact(() -> page.model().hovered().set(6));
        assertTrue(robot.lookup("#cell-card .label").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().equals("usr/bin/large")));
        robot.interact(() -> page.model().hovered().set(-1));
        assertFalse(robot.lookup("#cell-card").query().isVisible());
    }

    @Test
    void whatIsNotToldIsSaidPlainly(FxRobot robot) throws Exception {
        found(robot);
        engine.images()
                .find(new BlockMap(
                        2_000,
                        1_000,
                        List.of(0, 9),
                        9,
                        new DeltaSizes(30, 30, false),
                        new Contents(Told.SIZES, List.of(), List.of(new ChangedFile("etc/small", 4, 9)))));
        robot.interact(page.model()::open);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> page.model().cells() == 2);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup(".label").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().startsWith("Which file lies where is not known")));
        robot.interact(() -> list(robot).getSelectionModel().select(0));
        assertTrue(page.model().marked().isEmpty());
    }

    private static ListView<ChangedFile> list(FxRobot robot) {
        return robot.lookup("#changed-files").queryListView();
    }

    private static Contents contents() {
        List<Owners> owners = new ArrayList<>(Collections.nCopies(16, new Owners(List.of(), 0)));
        owners.set(5, new Owners(List.of("usr/bin/large"), 0));
        owners.set(6, new Owners(List.of("usr/bin/large"), 3));
        owners.set(9, new Owners(List.of("usr/share/same", "etc/small"), 0));
        return new Contents(
                Told.PLACES,
                owners,
                List.of(
                        new ChangedFile("usr/bin/large", 1_900, 2_000, 750, 1_500, List.of(new Span(5, 6))),
                        new ChangedFile("etc/small", 50, 60, 40, 60, List.of(new Span(8, 9)))));
    }

    private void found(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> page.model().map().get().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> robot.lookup(".block-canvas").query().applyCss());
    }

    private static List<String> cell(FxRobot robot) {
        return robot.lookup("#cell .semibold").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .map(words -> words.replace("\u00a0kB", " kB"))
                .toList();
    }
}
