package io.tidemark.ui.shell;

import io.tidemark.ui.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;

/** Every screen of the window, by the name of its picture. */
final class Stops {

    private static final String ALPINE = "alpine-thin-clients";

    private Stops() {}

    static Map<String, Consumer<Tour>> all() {
        Map<String, Consumer<Tour>> stops = new LinkedHashMap<>();
        stops.put("01-repository", tour -> tour.go(Place.repository(ALPINE)));
        stops.put("02-repository-staged", tour -> tour.go(version("3.15.6")));
        stops.put("03-repository-live", tour -> tour.go(version("3.15.4")));
        stops.put("04-repository-tree", tour -> tour.go(Place.repository("antivirus-data")));
        stops.put("05-jobs", tour -> tour.go(new Place.Jobs(Optional.empty())));
        stops.put("06-jobs-failed", tour -> tour.go(new Place.Jobs(Optional.of("06"))));
        stops.put("07-activity", tour -> tour.go(new Place.Activity()));
        stops.put("08-settings", tour -> tour.go(new Place.Settings(Optional.empty())));
        stops.put("09-settings-repository", tour -> tour.go(new Place.Settings(Optional.of(ALPINE))));
        stops.put("10-palette", tour -> {
            tour.go(Place.repository(ALPINE));
            fire(tour, ".sidebar-search");
        });
        stops.put("11-help", tour -> {
            tour.go(Place.repository(ALPINE));
            fire(tour, ".status-help");
        });
        stops.put("12-empty", tour -> tour.go(new Place.Home()));
        stops.put("13-empty-jobs", tour -> tour.go(new Place.Jobs(Optional.empty())));
        stops.putAll(WizardStops.all());
        return stops;
    }

    private static Place version(String name) {
        return new Place.Repository(ALPINE, Optional.of(name));
    }

    private static void fire(Tour tour, String selector) {
        Node button = tour.scene().lookup(selector);
        ((javafx.scene.control.Button) button).fire();
    }
}
