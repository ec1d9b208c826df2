package io.tidemark.ui.shell;

import io.tidemark.model.JobState;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.ProgressSample;
import io.tidemark.model.Timeline;
import io.tidemark.ui.Place;
import io.tidemark.ui.SampleCrowd;
import io.tidemark.ui.SampleJobs;
import io.tidemark.ui.SampleViews;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;

/** Every screen of the window, by the name of its picture. */
final class Stops {

    private static final String ALPINE = "alpine-thin-clients";

    private final Map<String, Consumer<Tour>> stops = new LinkedHashMap<>();

    static Map<String, Consumer<Tour>> all() {
        Stops all = new Stops();
        all.repository();
        all.work();
        all.settings();
        all.above();
        all.empty();
        all.stops.putAll(WizardStops.all());
        all.stops.putAll(ImageStops.all());
        all.stops.putAll(ServerStops.all());
        all.stops.putAll(KindStops.all());
        all.stops.putAll(RecipeStops.all());
        all.stops.putAll(HostStops.all());
        return all.stops;
    }

    private void repository() {
        stops.put("01-repository", tour -> tour.go(Place.repository(ALPINE)));
        stops.put("02-repository-staged", tour -> tour.go(version("3.15.6")));
        stops.put("03-repository-live", tour -> tour.go(version("3.15.4")));
        stops.put("04-repository-tree", tour -> tour.go(Place.repository("antivirus-data")));
        stops.put("04-repository-crowd", tour -> {
            views(tour).show(SampleCrowd.timeline(2_000));
            tour.go(Place.repository(SampleCrowd.NAME));
        });
        stops.put("04-repository-quarantined", tour -> {
            views(tour).show(SampleCrowd.changed());
            tour.go(version("3.15.5"));
        });
        stops.put("04-repository-adopted", tour -> {
            views(tour).show(SampleCrowd.adopted());
            tour.go(version("3.15.5"));
        });
    }

    private void work() {
        stops.put("05-jobs", tour -> {
            tour.go(new Place.Jobs(Optional.of("01")));
            speed(tour);
        });
        stops.put("05-jobs-paused", tour -> {
            change(tour, "01", JobState.PAUSED);
            tour.go(new Place.Jobs(Optional.of("01")));
        });
        stops.put("05-jobs-cancel", tour -> {
            tour.go(new Place.Jobs(Optional.of("01")));
            fire(tour, ".job-panel .danger");
        });
        stops.put("06-jobs-queued", tour -> tour.go(new Place.Jobs(Optional.of("03"))));
        stops.put("06-jobs-failed", tour -> tour.go(new Place.Jobs(Optional.of("06"))));
        stops.put("06-jobs-interrupted", tour -> tour.go(new Place.Jobs(Optional.of("0a"))));
        stops.put("07-activity", tour -> tour.go(new Place.Activity()));
        stops.put("07-activity-nothing", tour -> {
            tour.go(new Place.Activity());
            type(tour, ".page-header .text-field", "no such line");
        });
    }

    private void settings() {
        stops.put("08-settings", tour -> tour.go(new Place.Settings(Optional.empty())));
        stops.put("09-settings-repository", tour -> tour.go(new Place.Settings(Optional.of(ALPINE))));
        stops.put("09-settings-wrong", tour -> {
            tour.go(new Place.Settings(Optional.of(ALPINE)));
            wrong(tour);
        });
    }

    private void above() {
        stops.put("10-palette", tour -> {
            tour.go(Place.repository(ALPINE));
            fire(tour, ".sidebar-search");
        });
        stops.put("11-help", tour -> {
            tour.go(Place.repository(ALPINE));
            fire(tour, ".status-help");
        });
        stops.put("11-problem", tour -> {
            tour.go(Place.repository(ALPINE));
            tour.ui().desk().toasts().problem(unreachable());
        });
    }

    private void empty() {
        stops.put("12-empty", tour -> tour.go(new Place.Home()));
        stops.put("13-empty-jobs", tour -> tour.go(new Place.Jobs(Optional.empty())));
        stops.put("13-empty-activity", tour -> tour.go(new Place.Activity()));
        stops.put("14-first-version", tour -> {
            views(tour).show(new Timeline(List.of(), List.of(), SampleCrowd.NOW));
            tour.go(Place.repository(ALPINE));
        });
        stops.put("15-unreadable", tour -> {
            views(tour)
                    .fail(Problem.of(
                            "plan.unreadable", Problem.Category.STORAGE, "object", "/srv/mirror/alpine-thin-clients"));
            tour.ui().desk().inventory().refresh();
            tour.go(Place.repository(ALPINE));
        });
    }

    private static Problem unreachable() {
        return Problem.of(
                "upstream.unreachable.refused",
                Problem.Category.UNREACHABLE,
                "object",
                "https://dl-cdn.alpinelinux.org/alpine");
    }

    /** Lets the picked job run at changing speeds; each new phase is looked at, however short it was. */
    private static void speed(Tour tour) {
        for (int step = 0; step < 41; step++) {
            long speed = 46_000_000 - step * 7 % 5 * 2_000_000L - (step == 17 ? 21_000_000 : 0);
            String phase = step % 2 == 0 ? "fetch" : "share";
            progress(tour, new ProgressSample(phase, 132, 212, 806_000_000, 1_300_000_000, speed));
            tour.ui().jobs().refresh();
        }
    }

    private static void progress(Tour tour, ProgressSample sample) {
        try {
            jobs(tour).progress("01", sample);
        } catch (ProblemException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void change(Tour tour, String id, JobState state) {
        try {
            jobs(tour).change(id, state);
        } catch (ProblemException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void wrong(Tour tour) {
        tour.scene().getRoot().applyCss();
        tour.scene().getRoot().lookupAll(".form-card .text-field").stream()
                .map(TextField.class::cast)
                .filter(field -> field.getText().equals("8"))
                .findFirst()
                .orElseThrow()
                .setText("many");
    }

    private static void type(Tour tour, String selector, String text) {
        tour.scene().getRoot().applyCss();
        ((TextField) tour.scene().lookup(selector)).setText(text);
    }

    private static SampleViews views(Tour tour) {
        return (SampleViews) tour.ui().engine().views();
    }

    private static SampleJobs jobs(Tour tour) {
        return (SampleJobs) tour.ui().engine().jobs();
    }

    private static Place version(String name) {
        return new Place.Repository(ALPINE, Optional.of(name));
    }

    private static void fire(Tour tour, String selector) {
        tour.scene().getRoot().applyCss();
        Node button = tour.scene().lookup(selector);
        ((Button) button).fire();
    }
}
