package io.tidemark.ui.shell;

import io.tidemark.model.Capability;
import io.tidemark.model.KindInfo;
import io.tidemark.model.Problem;
import io.tidemark.ui.Place;
import io.tidemark.ui.SampleImages;
import io.tidemark.ui.SampleKinoite;
import io.tidemark.ui.SampleOstree;
import io.tidemark.ui.SampleViews;
import io.tidemark.ui.wizard.WizardDesk;
import io.tidemark.ui.wizard.WizardDialog;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;

/** What the window shows of git mirrors, OSTree and rsync daemons, by the name of its picture. */
final class KindStops {

    private static final String GIT = "deploy-scripts";
    private static final String ALPINE = "alpine-thin-clients";
    private static final String KINOITE = SampleKinoite.NAME;
    private static final String SERVER = "mirror@paris-1.example.org";

    private KindStops() {}

    static Map<String, Consumer<Tour>> all() {
        Map<String, Consumer<Tour>> stops = new LinkedHashMap<>();
        stops.put("80-kinds-git", tour -> tour.go(Place.repository(GIT)));
        stops.put("81-kinds-compare-commits", tour -> tour.go(new Place.Compare(GIT, "2022-08-08", "2022-08-15")));
        stops.put("82-kinds-create-git", tour -> create(tour, "git", "https://git.example.org/deploy-scripts.git"));
        stops.put("83-kinds-create-ostree", tour -> create(tour, "ostree", "https://ostree.example.org/repo/"));
        stops.put("84-kinds-create-rsync", tour -> create(tour, "tree", "rsync://hub.example.org/athena/"));
        stops.put("85-kinds-create-modules", tour -> {
            create(tour, "tree", "rsync://hub.example.org/");
            ((Button) dialog(tour).lookup("#list-modules")).fire();
        });
        stops.put("86-kinds-rollback-ref", tour -> {
            ((SampleViews) tour.ui().engine().views()).can(Capability.REFS);
            tour.go(Place.repository(ALPINE));
            wizards(tour).rollback(ALPINE, Optional.empty());
        });
        stops.put("86-kinds-refs", tour -> tour.go(Place.repository(SampleOstree.NAME)));
        stops.put("86-kinds-refs-promote", tour -> {
            tour.go(Place.repository(SampleOstree.NAME));
            wizards(tour).promote(SampleOstree.NAME, Optional.empty());
        });
        stops.put("87-kinds-install-there", tour -> {
            ((SampleViews) tour.ui().engine().views())
                    .fail(Problem.of("far.nobody", Problem.Category.REFUSED, "object", SERVER));
            tour.go(Place.repository(ALPINE));
        });
        stops.put("88-kinds-deltas", KindStops::deltas);
        stops.put("88-kinds-deltas-running", tour -> {
            ((SampleImages) tour.ui().engine().images()).workOnCommits();
            deltas(tour);
        });
        stops.put("88-kinds-deltas-prune", tour -> {
            deltas(tour);
            tour.scene().getRoot().applyCss();
            ((ButtonBase) tour.scene().lookup("#prune")).fire();
            tour.scene().getRoot().applyCss();
            tour.scene().getRoot().lookupAll(".check-box").stream()
                    .map(CheckBox.class::cast)
                    .filter(box -> box.getText().equals("41.20260901.0"))
                    .forEach(CheckBox::fire);
        });
        return stops;
    }

    private static void deltas(Tour tour) {
        tour.go(new Place.Deltas(KINOITE, Optional.empty()));
    }

    private static void create(Tour tour, String kind, String url) {
        tour.go(Place.repository(ALPINE));
        wizards(tour).add();
        css(tour);
        dialog(tour).lookupAll(".radio-button").stream()
                .map(RadioButton.class::cast)
                .filter(button -> !button.isSelected())
                .findFirst()
                .orElseThrow()
                .fire();
        dialog(tour).model().next();
        type(tour, "/srv/mirror/new");
        dialog(tour).model().next();
        css(tour);
        choose(tour, kind);
        css(tour);
        type(tour, url);
        css(tour);
    }

    private static void choose(Tour tour, String kind) {
        @SuppressWarnings("unchecked")
        ComboBox<KindInfo> box = (ComboBox<KindInfo>) dialog(tour).lookup(".wizard-page .combo-box");
        box.setValue(box.getItems().stream()
                .filter(each -> each.id().equals(kind))
                .findFirst()
                .orElseThrow());
    }

    private static void type(Tour tour, String text) {
        css(tour);
        dialog(tour).lookupAll(".wizard-page .text-field").stream()
                .filter(TextField.class::isInstance)
                .map(TextField.class::cast)
                .filter(field -> field.getText().isEmpty())
                .findFirst()
                .orElseThrow()
                .setText(text);
    }

    private static void css(Tour tour) {
        tour.scene().getRoot().applyCss();
        tour.scene().getRoot().layout();
    }

    private static WizardDesk wizards(Tour tour) {
        return new WizardDesk(tour.ui(), Optional.of(_ -> ALPINE));
    }

    private static WizardDialog dialog(Tour tour) {
        return (WizardDialog) tour.ui().desk().overlay().sheet().get().dialog();
    }
}
