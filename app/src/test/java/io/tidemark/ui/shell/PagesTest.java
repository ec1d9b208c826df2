package io.tidemark.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.engine.Workspaces.Settings;
import io.tidemark.model.Operation;
import io.tidemark.ui.Fonts;
import io.tidemark.ui.Place;
import io.tidemark.ui.SampleEngine;
import io.tidemark.ui.wizard.WizardDialog;
import java.util.List;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;

class PagesTest {

    private static final KeyEvent ESCAPE =
            new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false);

    @BeforeAll
    static void start() throws Exception {
        FxToolkit.registerPrimaryStage();
        Fx.run(Fonts::load);
        Platform.setImplicitExit(false);
    }

    @Test
    void aVersionThatIsNotSealedYetCanBePromoted() {
        List<String> buttons = at("04-repository-adopted", "en", tour -> buttons(tour, ".details-head .button"));
        assertEquals(List.of("Promote…", "Seal…"), buttons);
    }

    @Test
    void aFilterThatMatchesNothingCanBeTakenAwayThere() {
        boolean rows = at("07-activity-nothing", "en", tour -> {
            ((Button) tour.scene().lookup(".empty-state .button")).fire();
            TextField filter = (TextField) tour.scene().lookup(".page-header .text-field");
            return filter.getText().isEmpty() && tour.scene().lookup(".empty-state") == null;
        });
        assertTrue(rows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"05-jobs", "07-activity", "20-compare-packages", "22-compare-files"})
    void escapeLeadsBackFromAList(String picture) {
        Place place = at(picture, "en", tour -> {
            tour.scene().getFocusOwner().fireEvent(ESCAPE);
            return tour.ui().desk().navigator().place().get();
        });
        assertEquals(Place.repository("alpine-thin-clients"), place);
    }

    @Test
    void theFirstDifferenceOfAHostIsShownAtOnceAndApplyingLeadsToItsPlan() {
        boolean plan = at("94-host-configuration", "en", tour -> {
            String shown = ((Labeled) tour.scene().lookup(".diff-head .section-title")).getText();
            assertEquals("rsyncd.conf", shown);
            ((Button) tour.scene().lookup("#apply-profile")).fire();
            WizardDialog dialog = (WizardDialog) tour.scene().lookup(".wizard");
            return dialog.model().plan().plan().get().operation() instanceof Operation.Provision;
        });
        assertTrue(plan);
    }

    /** French is the longest, and 1000 by 700 the smallest window that must do. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "01-repository",
                "04-repository-crowd",
                "05-jobs",
                "07-activity",
                "60-rollback-crowd",
                "70-images-repository",
                "72-images-deltas-running",
                "75-images-blocks",
                "82-images-promote-2",
                "85-images-rollback",
                "88-treefile-repository-held",
                "88-treefile-faults",
                "88-treefile-difference",
                "88-treefile-changed",
                "90-ask-host-key",
                "91-ask-passphrase",
                "92-line-cut",
                "93-host-overview",
                "94-host-configuration",
                "95-host-versions",
                "96-host-clients",
                "97-host-provision-2-plan"
            })
    void noWordsAreLostInASmallWindow(String picture) {
        assertEquals(List.of(), at(picture, "fr", tour -> CutText.in(tour.content())));
    }

    private static <T> T at(String picture, String language, Function<Tour, T> question) {
        SampleEngine engine = picture.contains("images")
                ? SampleEngine.withImages()
                : picture.contains("treefile") || picture.contains("kinds-deltas")
                        ? SampleEngine.composing()
                        : picture.contains("crowd") ? SampleEngine.crowded() : SampleEngine.full();
        Tour tour = Fx.get(() -> new Tour(engine, new Settings("light", language, 100), 1000, 700));
        Fx.frames(1);
        Fx.run(() -> Stops.all().get(picture).accept(tour));
        Fx.frames(2);
        T answer = Fx.get(() -> question.apply(tour));
        Fx.run(tour::close);
        return answer;
    }

    private static List<String> buttons(Tour tour, String selector) {
        return tour.content().lookupAll(selector).stream()
                .map(Button.class::cast)
                .map(Button::getText)
                .toList();
    }
}
