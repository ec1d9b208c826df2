package io.tidemark.ui.shell;

import io.tidemark.model.Gate;
import io.tidemark.model.JobState;
import io.tidemark.model.Phrase;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.ProgressSample;
import io.tidemark.ui.Place;
import io.tidemark.ui.SampleCrowd;
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
    private static final String TREE = "antivirus-data";

    /** Wizards whose plan cannot start: a held channel, nothing to seal. */
    private static final List<String> HINDERED = List.of("36-promote", "42-seal");

    private static final List<String> NOTHING = List.of();

    private final Map<String, Consumer<Tour>> stops = new LinkedHashMap<>();

    static Map<String, Consumer<Tour>> all() {
        WizardStops all = new WizardStops();
        all.compare();
        all.everyday();
        all.refused();
        all.hindered();
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
        stops.put("26-compare-same", tour -> tour.go(new Place.Compare(ALPINE, "3.15.5", "3.15.5")));
        stops.put("27-compare-failed", tour -> {
            views(tour)
                    .fail(Problem.of("plan.quarantined", Problem.Category.REFUSED, "object", "3.15.5")
                            .in(Problem.State.QUARANTINED));
            tour.go(new Place.Compare(ALPINE, "3.15.4", "3.15.5"));
        });
        stops.put("25-compare-nothing", tour -> {
            compared(tour);
            ((TextField) tour.scene().lookup(".filter-field")).setText("no such package");
        });
    }

    private void everyday() {
        pages("30-update", tour -> wizards(tour).update(ALPINE), 2);
        stops.put("30-update-nothing", tour -> {
            operations(tour).nothing();
            planned(tour);
        });
        stops.put("31-update-run", tour -> running(tour));
        stops.put("32-update-cancelled", tour -> {
            running(tour);
            ended(tour, dialog(tour).model().run(), JobState.CANCELLED);
        });
        stops.put("32-update-failed", tour -> {
            running(tour);
            failed(tour);
        });
        pages("34-sync", tour -> wizards(tour).sync(ALPINE), 1);
        pages(
                "35-snapshot",
                tour -> wizards(tour).snapshot(ALPINE, Optional.of("3.15.5")),
                1,
                List.of("3.15.5-tested"));
        pages("36-promote", tour -> wizards(tour).promote(ALPINE, Optional.of("3.15.5")), 1);
        pages("37-promote-tree", tour -> wizards(tour).promote(TREE, Optional.of("2022-08-08")), 1);
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

    private void hindered() {
        stops.put("39-update-no-room", tour -> {
            Phrase found = Phrase.of("gate.space", "needed", 1_303_000_000L, "free", 801_000_000L);
            operations(tour).close(new Gate("space", false, found, Optional.of(Phrase.of("gate.space.override"))));
            planned(tour);
        });
        stops.put("39-update-boot-critical", tour -> {
            Phrase found = Phrase.of(
                    "gate.boot-critical", "object", "testing", "changes", "linux-lts 5.15.53-r0 → 5.15.59-r0");
            Phrase how = Phrase.of("gate.boot-critical.override");
            operations(tour).close(new Gate("boot-critical", false, found, Optional.of(how)));
            planned(tour);
        });
        stops.put("39-update-unreachable", tour -> {
            operations(tour)
                    .refuse(Problem.of(
                            "upstream.unreachable.dns",
                            Problem.Category.UNREACHABLE,
                            "object",
                            "dl-cdn.alpinelinux.org"));
            planned(tour);
        });
        stops.put("41-prune-refused", tour -> {
            Phrase found = Phrase.of("gate.needed.channel", "object", "3.15.4", "by", "latest-stable");
            operations(tour).close(new Gate("needed", false, found, Optional.of(Phrase.of("gate.needed.override"))));
            tour.go(Place.repository(ALPINE));
            wizards(tour).prune(ALPINE, List.of("3.15.4"));
            dialog(tour).model().forward();
        });
    }

    private void upkeep() {
        pages("40-verify", tour -> wizards(tour).verify(ALPINE, Optional.of("3.15.5")), 1);
        pages("41-prune", tour -> wizards(tour).prune(ALPINE, List.of("3.14.3")), 1);
        pages("42-seal", tour -> wizards(tour).seal(ALPINE, List.of()), 0);
        pages("42-seal-adopted", WizardStops::seal, 1);
        pages("43-share", tour -> wizards(tour).shareCopies(ALPINE), 0);
        pages("44-release", tour -> wizards(tour).release(ALPINE, "latest-stable"), 1);
        pages("45-pin", tour -> wizards(tour).pin(ALPINE, "3.15.5"), 1, List.of("Wyse 5070"));
        pages("46-unpin", tour -> wizards(tour).pin(ALPINE, "3.15.0"), 1);
    }

    private void adding() {
        pages("50-adopt", tour -> wizards(tour).add(), 4, NOTHING, List.of("/srv/mirror/alpine-servers"));
        stops.put("50-adopt-unknown", tour -> {
            tour.go(Place.repository(ALPINE));
            wizards(tour).add();
            dialog(tour).model().next();
            type(tour, List.of("/srv/mirror/unknown"));
            dialog(tour).model().next();
        });
        pages(
                "51-create",
                WizardStops::create,
                3,
                NOTHING,
                List.of("/srv/mirror/alpine-servers"),
                List.of("https://dl-cdn.alpinelinux.org/alpine", "v3.15"));
    }

    private void rollingBack() {
        stops.put("60-rollback", WizardStops::rollback);
        stops.put("60-rollback-nowhere", tour -> {
            tour.go(Place.repository(TREE));
            wizards(tour).rollback(TREE, Optional.empty());
        });
        stops.put("60-rollback-crowd", tour -> {
            views(tour).show(SampleCrowd.timeline(40));
            tour.go(Place.repository(SampleCrowd.NAME));
            wizards(tour).rollback(SampleCrowd.NAME, Optional.empty());
        });
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

    /** One picture for each option page, and one for the plan; a page's texts go into its empty fields, in order. */
    @SafeVarargs
    private void pages(String name, Consumer<Tour> open, int options, List<String>... texts) {
        for (int page = 0; page <= options; page++) {
            int wanted = page;
            stops.put(name + "-" + (page + 1), tour -> {
                tour.go(Place.repository(ALPINE));
                open.accept(tour);
                for (int i = 0; i < wanted; i++) {
                    type(tour, i < texts.length ? texts[i] : List.of());
                    dialog(tour).model().next();
                }
            });
        }
        if (!HINDERED.contains(name)) {
            result(name, stops.get(name + "-" + (options + 1)));
        }
    }

    /** The result page, after the last page of the same wizard. */
    private void result(String name, Consumer<Tour> atPlan) {
        stops.put(name + "-result", tour -> {
            atPlan.accept(tour);
            dialog(tour).model().start();
            ended(tour, dialog(tour).model().run(), JobState.DONE);
        });
    }

    private static void type(Tour tour, List<String> texts) {
        tour.scene().getRoot().applyCss();
        for (String text : texts) {
            dialog(tour).lookupAll(".wizard-page .text-field").stream()
                    .filter(TextField.class::isInstance)
                    .map(TextField.class::cast)
                    .filter(field -> field.getText().isEmpty())
                    .findFirst()
                    .orElseThrow()
                    .setText(text);
        }
    }

    private static void seal(Tour tour) {
        views(tour).show(SampleCrowd.adopted());
        wizards(tour).seal(ALPINE, List.of());
    }

    private static void failed(Tour tour) {
        RunModel run = dialog(tour).model().run();
        try {
            jobs(tour)
                    .fail(
                            run.job().get().id(),
                            Problem.of(
                                            "upstream.content",
                                            Problem.Category.REFUSED,
                                            "object",
                                            "main/x86_64/linux-lts-5.15.59-r0.apk",
                                            "expected",
                                            "Q1p3mPpzC5s1l5v7dYyS3Yc0x4w6c=",
                                            "got",
                                            "Q1b2kdm0sO4vP1QeX9m7l2n4b5s8A=")
                                    .in(Problem.State.STAGING_KEPT));
        } catch (ProblemException e) {
            throw new IllegalStateException(e);
        }
        run.look();
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
