package io.tidemark.ui.shell;

import io.tidemark.engine.Images.BlockMap;
import io.tidemark.engine.Images.Contents;
import io.tidemark.engine.Images.DeltaSizes;
import io.tidemark.model.Operation;
import io.tidemark.model.ProblemException;
import io.tidemark.ui.Place;
import io.tidemark.ui.SampleImages;
import io.tidemark.ui.SamplePuavo;
import io.tidemark.ui.wizard.WizardDesk;
import io.tidemark.ui.wizard.WizardDialog;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;

/** The pages and wizards of a repository with images, by the name of the picture. */
final class ImageStops {

    private static final String PUAVO = SamplePuavo.NAME;

    private final Map<String, Consumer<Tour>> stops = new LinkedHashMap<>();

    static Map<String, Consumer<Tour>> all() {
        ImageStops all = new ImageStops();
        all.pages();
        all.wizards();
        return all.stops;
    }

    private void pages() {
        stops.put("70-images-repository", tour -> tour.go(Place.repository(PUAVO)));
        stops.put("71-images-deltas", ImageStops::deltas);
        stops.put("72-images-deltas-running", tour -> {
            images(tour).work();
            start(tour);
            deltas(tour);
        });
        stops.put("73-images-deltas-wished", tour -> {
            deltas(tour);
            tour.scene().getRoot().applyCss();
            ((TextField) tour.scene().lookup("#budget")).setText("3 GB");
        });
        stops.put("73-images-deltas-wrong", tour -> {
            deltas(tour);
            tour.scene().getRoot().applyCss();
            ((TextField) tour.scene().lookup("#budget")).setText("much");
        });
        stops.put("74-images-deltas-many", tour -> {
            images(tour).shelf(40);
            deltas(tour);
        });
        stops.put("74-images-deltas-twelve", tour -> {
            images(tour).shelf(12);
            deltas(tour);
        });
        stops.put("74-images-deltas-all", tour -> {
            deltas(tour);
            tour.scene().getRoot().applyCss();
            ((ComboBox<?>) tour.scene().lookup("#series")).getSelectionModel().selectLast();
        });
        stops.put("74-images-deltas-seconds", tour -> {
            deltas(tour);
            fire(tour, "#show-seconds");
            fire(tour, "#show-forward");
        });
        stops.put("74-images-deltas-prune", tour -> {
            deltas(tour);
            fire(tour, "#prune");
            fire(tour, "#tick-2022-06-14-142211");
        });
        stops.put("74-images-deltas-first", tour -> {
            images(tour).begin();
            start(tour);
            deltas(tour);
        });
        stops.put("75-images-blocks", tour -> tour.go(blocks()));
        stops.put("76-images-blocks-rows", tour -> {
            tour.go(blocks());
            tour.scene().getRoot().applyCss();
            ((ToggleButton) tour.scene().lookup(".right-pill")).fire();
        });
        stops.put("76-images-blocks-same", tour -> {
            images(tour)
                    .find(new BlockMap(
                            1_024_000_000,
                            1_000_000,
                            Collections.nCopies(1024, 0),
                            0,
                            new DeltaSizes(17, 17, false),
                            Contents.none()));
            tour.go(blocks());
        });
        stops.put("76-images-blocks-hovered", tour -> {
            tour.go(blocks());
            tour.content().applyCss();
            tour.content().layout();
            Fx.hover(tour.scene().lookup(".block-canvas"), 300, 70);
        });
        stops.put(
                "77-images-compare",
                tour -> tour.go(new Place.Compare(PUAVO, SamplePuavo.buster(2), SamplePuavo.buster(3))));
    }

    private void wizards() {
        wizard("80-images-make", desk -> desk.makeDeltas(PUAVO), 1);
        wizard("81-images-policy", desk -> desk.deltaPolicy(PUAVO, 2, OptionalLong.of(1_500_000_000L)), 0);
        wizard("81-images-clients", desk -> desk.clientCounts(PUAVO), 1);
        wizard(
                "81-images-series",
                desk -> desk.series(PUAVO, Map.of(SamplePuavo.BUSTER, List.of(SamplePuavo.buster(3)))),
                0);
        wizard("82-images-promote", desk -> desk.promote(PUAVO, Optional.of(SamplePuavo.buster(3))), 1);
        wizard("83-images-update", desk -> desk.update(PUAVO), 2);
        wizard("84-images-prune", desk -> desk.prune(PUAVO, List.of(SamplePuavo.buster(0))), 1);
        stops.put("85-images-rollback", tour -> {
            tour.go(Place.repository(PUAVO));
            tour.wizards().rollback(PUAVO, Optional.of(SamplePuavo.BUSTER));
        });
    }

    /** The pages of choices and the plan. */
    private void wizard(String name, Consumer<WizardDesk> opening, int pages) {
        for (int page = 0; page <= pages; page++) {
            int steps = page;
            stops.put(name + "-" + (page + 1), tour -> {
                tour.go(Place.repository(PUAVO));
                opening.accept(tour.wizards());
                for (int step = 0; step < steps; step++) {
                    ((WizardDialog) tour.ui().desk().overlay().sheet().get().dialog())
                            .model()
                            .forward();
                }
            });
        }
    }

    private static Place blocks() {
        return new Place.Blocks(PUAVO, new Place.Pair(SamplePuavo.buster(2), SamplePuavo.buster(3)));
    }

    private static void deltas(Tour tour) {
        tour.go(new Place.Deltas(PUAVO, Optional.of(new Place.Pair(SamplePuavo.buster(2), SamplePuavo.buster(3)))));
    }

    private static void fire(Tour tour, String selector) {
        tour.scene().getRoot().applyCss();
        ((ButtonBase) tour.scene().lookup(selector)).fire();
    }

    private static void start(Tour tour) {
        try {
            var engine = tour.ui().engine();
            engine.jobs()
                    .start(engine.operations()
                            .plan(
                                    new Operation.MakeDeltas(PUAVO, false, Map.of(), Map.of()),
                                    new io.tidemark.ui.SampleContext()));
            tour.ui().jobs().refresh();
        } catch (ProblemException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SampleImages images(Tour tour) {
        return (SampleImages) tour.ui().engine().images();
    }
}
