package io.tidemark.ui.shell;

import io.tidemark.model.Gate;
import io.tidemark.model.JobState;
import io.tidemark.model.Phrase;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.ProgressSample;
import io.tidemark.ui.Place;
import io.tidemark.ui.SampleJobs;
import io.tidemark.ui.SampleOperations;
import io.tidemark.ui.SampleViews;
import io.tidemark.ui.wizard.RollbackDialog;
import io.tidemark.ui.wizard.RunModel;
import io.tidemark.ui.wizard.WizardDesk;
import io.tidemark.ui.wizard.WizardDialog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeTableView;

/** The Compare page and every page of every wizard, by the name of its picture. */
final class WizardStops {

    private static final String ALPINE = "alpine-thin-clients";

    private final Map<String, Consumer<Tour>> stops = new LinkedHashMap<>();

    static Map<String, Consumer<Tour>> all() {
        WizardStops all = new WizardStops();
        all.compare();
        all.everyday();
        all.refused();
        all.upkeep();
        all.adding();
        all.rollingBack();
        return all.stops;
    }

    private void compare() {
        stops.put("20-compare-packages", WizardStops::compared);
        stops.put("21-compare-boot", tour -> {
            compared(tour);
            ((Button) tour.scene().lookup("#show-boot")).fire();
        });
        stops.put("22-compare-files", WizardStops::files);
        stops.put("23-compare-directory", tour -> {
            files(tour);
            TreeTableView<?> tree = (TreeTableView<?>) tour.scene().lookup(".tree-table-view");
            tree.getTreeItem(1).setExpanded(true);
        });
        stops.put("24-compare-list", tour -> {
            files(tour);
            ((ToggleButton) tour.scene().lookup(".right-pill")).fire();
        });
        stops.put("25-compare-nothing", tour -> {
            compared(tour);
            ((TextField) tour.scene().lookup(".filter-field")).setText("no such package");
        });
    }

    private void everyday() {
        pages("30-update", tour -> wizards(tour).update(ALPINE), 2);
        stops.put("31-update-run", tour -> running(tour));
        stops.put("32-update-cancelled", tour -> {
            running(tour);
            ended(tour, dialog(tour).model().run(), JobState.CANCELLED);
        });
        stops.put("33-update-result", tour -> {
            running(tour);
            ended(tour, dialog(tour).model().run(), JobState.DONE);
        });
        pages("34-sync", tour -> wizards(tour).sync(ALPINE), 1);
        pages("35-snapshot", tour -> wizards(tour).snapshot(ALPINE, Optional.of("3.15.5")), 1);
        pages("36-promote", tour -> wizards(tour).promote(ALPINE, Optional.of("3.15.5")), 1);
    }

    private void refused() {
        stops.put("38-update-unknown-key", tour -> {
            operations(tour)
                    .refuse(Problem.of(
                            "alpine.key.unknown",
                            Problem.Category.REFUSED,
                            "object",
                            "https://dl-cdn.alpinelinux.org/alpine",
                            "name",
                            "builder-61666e3f.rsa.pub",
                            "fingerprint",
                            "SHA256:" + "5f3a9c04".repeat(8)));
            planned(tour);
        });
        stops.put("39-update-shrank", tour -> {
            operations(tour)
                    .close(new Gate(
                            "shrank",
                            false,
                            Phrase.of("gate.alpine.shrank", "lost", 1_412, "all", 5_412, "limit", 20),
                            Optional.of(Phrase.of("gate.alpine.override", "name", "shrank"))));
            planned(tour);
        });
    }

    private static void planned(Tour tour) {
        tour.go(Place.repository(ALPINE));
        wizards(tour).update(ALPINE);
        dialog(tour).model().forward();
    }

    private void upkeep() {
        pages("40-verify", tour -> wizards(tour).verify(ALPINE, Optional.of("3.15.5")), 1);
        pages("41-prune", tour -> wizards(tour).prune(ALPINE, List.of("3.14.3")), 1);
        pages("42-seal", tour -> wizards(tour).seal(ALPINE, List.of()), 0);
        pages("43-share", tour -> wizards(tour).shareCopies(ALPINE), 0);
        pages("44-release", tour -> wizards(tour).release(ALPINE, "latest-stable"), 1);
        pages("45-pin", tour -> wizards(tour).pin(ALPINE, "3.15.5"), 1);
        pages("46-unpin", tour -> wizards(tour).pin(ALPINE, "3.15.0"), 1);
    }

    private void adding() {
        pages("50-adopt", tour -> wizards(tour).add(), 4);
        pages("51-create", WizardStops::create, 3);
    }

    private void rollingBack() {
        stops.put("60-rollback", WizardStops::rollback);
        stops.put("61-rollback-running", tour -> {
            rollback(tour);
            back(tour).model().start();
        });
        stops.put("62-rollback-done", tour -> {
            rollback(tour);
            back(tour).model().start();
            views(tour).rolledBack("testing", "3.15.4");
            ended(tour, back(tour).model().run(), JobState.DONE);
        });
        stops.put("63-rollback-differs", tour -> {
            rollback(tour);
            back(tour).model().start();
            ended(tour, back(tour).model().run(), JobState.DONE);
        });
    }

    /** One picture for each option page, and one for the plan. */
    private void pages(String name, Consumer<Tour> open, int options) {
        for (int page = 0; page <= options; page++) {
            int wanted = page;
            stops.put(name + "-" + (page + 1), tour -> {
                tour.go(Place.repository(ALPINE));
                open.accept(tour);
                for (int i = 0; i < wanted; i++) {
                    fill(tour);
                    dialog(tour).model().next();
                }
            });
        }
    }

    /** Types what a page cannot do without. */
    private static void fill(Tour tour) {
        typeIfEmpty(tour, "/srv/mirror/alpine-servers");
        typeIfEmpty(tour, "https://dl-cdn.alpinelinux.org/alpine");
        typeIfEmpty(tour, "v3.15");
    }

    private static void typeIfEmpty(Tour tour, String text) {
        boolean incomplete =
                !dialog(tour).model().complete(dialog(tour).model().step().get());
        if (incomplete) {
            tour.scene().getRoot().applyCss();
            List<TextField> fields = dialog(tour).lookupAll(".wizard-page .text-field").stream()
                    .filter(TextField.class::isInstance)
                    .map(TextField.class::cast)
                    .filter(field -> field.getText().isEmpty())
                    .toList();
            fields.getFirst().setText(text);
        }
    }

    private static void create(Tour tour) {
        wizards(tour).add();
        tour.scene().getRoot().applyCss();
        dialog(tour).lookupAll(".radio-button").stream()
                .map(RadioButton.class::cast)
                .filter(button -> !button.isSelected())
                .findFirst()
                .orElseThrow()
                .fire();
    }

    private static void compared(Tour tour) {
        tour.go(new Place.Compare(ALPINE, "3.15.4", "3.15.5"));
        tour.scene().getRoot().applyCss();
        tour.scene().getRoot().layout();
    }

    private static void files(Tour tour) {
        compared(tour);
        ((ToggleButton) tour.scene().lookup("#compare-tab-files")).setSelected(true);
        tour.scene().getRoot().applyCss();
        tour.scene().getRoot().layout();
    }

    private static void running(Tour tour) {
        planned(tour);
        dialog(tour).model().forward();
        RunModel run = dialog(tour).model().run();
        try {
            jobs(tour)
                    .progress(
                            run.job().get().id(),
                            new ProgressSample("fetch", 132, 212, 806_000_000, 1_300_000_000, 46_000_000));
        } catch (ProblemException e) {
            throw new IllegalStateException(e);
        }
        run.look();
    }

    private static void ended(Tour tour, RunModel run, JobState state) {
        try {
            jobs(tour).change(run.job().get().id(), state);
        } catch (ProblemException e) {
            throw new IllegalStateException(e);
        }
        run.look();
    }

    private static void rollback(Tour tour) {
        tour.go(Place.repository(ALPINE));
        wizards(tour).rollback(ALPINE, Optional.empty());
    }

    private static SampleJobs jobs(Tour tour) {
        return (SampleJobs) tour.ui().engine().jobs();
    }

    private static SampleOperations operations(Tour tour) {
        return (SampleOperations) tour.ui().engine().operations();
    }

    private static SampleViews views(Tour tour) {
        return (SampleViews) tour.ui().engine().views();
    }

    private static WizardDesk wizards(Tour tour) {
        return new WizardDesk(tour.ui(), Optional.of(_ -> ALPINE));
    }

    private static WizardDialog dialog(Tour tour) {
        return (WizardDialog) tour.ui().desk().overlay().sheet().get().dialog();
    }

    private static RollbackDialog back(Tour tour) {
        return (RollbackDialog) tour.ui().desk().overlay().sheet().get().dialog();
    }
}
