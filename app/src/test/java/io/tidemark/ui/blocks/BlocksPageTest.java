package io.tidemark.ui.blocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.engine.Images.BlockMap;
import io.tidemark.ui.Fonts;
import io.tidemark.ui.FxBridge;
import io.tidemark.ui.Place;
import io.tidemark.ui.Place.Pair;
import io.tidemark.ui.SampleContext;
import io.tidemark.ui.SampleEngine;
import io.tidemark.ui.SamplePuavo;
import io.tidemark.ui.Theme;
import io.tidemark.ui.Ui;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
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
        Fonts.load();
        List<Integer> permille = new ArrayList<>(Collections.nCopies(16, 0));
        permille.set(6, 750);
        engine.images().find(new BlockMap(15_500, 1_000, permille, 750, 300, List.of()));
        page = new BlocksPage(ui, new Place.Blocks(SamplePuavo.NAME, pair));
        BorderPane root = new BorderPane(page.body());
        root.setTop(page.header());
        Scene scene = new Scene(root, 1000, 700);
        Theme.dress(scene, "light");
        stage.setScene(scene);
        stage.show();
        page.opened();
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
