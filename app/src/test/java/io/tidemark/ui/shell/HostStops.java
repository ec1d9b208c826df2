package io.tidemark.ui.shell;

import io.tidemark.ui.Place;
import io.tidemark.ui.wizard.WizardDialog;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;

/** The pages and wizards of mirror hosts, by the name of their pictures. */
final class HostStops {

    private static final String ALPINE = "alpine-thin-clients";
    private static final String LYON = "lyon-1";

    private final Map<String, Consumer<Tour>> stops = new LinkedHashMap<>();

    static Map<String, Consumer<Tour>> all() {
        HostStops all = new HostStops();
        all.pages();
        all.dialogs();
        return all.stops;
    }

    private void pages() {
        stops.put("93-host-overview", tour -> tour.go(Place.host(LYON)));
        stops.put("93-host-away", tour -> tour.go(Place.host("brest-1")));
        stops.put("93-host-unseen", tour -> tour.go(Place.host("paris-2")));
        stops.put("94-host-configuration", tour -> tour.go(tab(LYON, Place.Host.Tab.CONFIGURATION)));
        stops.put("94-host-configuration-unified", tour -> {
            tour.go(tab(LYON, Place.Host.Tab.CONFIGURATION));
            ((ToggleButton) tour.content().lookup(".diff-head .right-pill")).fire();
        });
        stops.put("94-host-configuration-clean", tour -> tour.go(tab("paris-1", Place.Host.Tab.CONFIGURATION)));
        stops.put("94-host-configuration-none", tour -> tour.go(tab("brest-1", Place.Host.Tab.CONFIGURATION)));
        stops.put("95-host-versions", tour -> tour.go(tab(LYON, Place.Host.Tab.VERSIONS)));
        stops.put("96-host-clients", tour -> tour.go(tab(LYON, Place.Host.Tab.CLIENTS)));
    }

    private void dialogs() {
        stops.put("97-host-add", tour -> open(tour, () -> tour.wizards().addHost()));
        stops.put("97-host-profile", tour -> open(tour, () -> tour.wizards().profile(LYON)));
        wizard("97-host-provision", tour -> tour.wizards().provision(LYON));
        wizard("98-host-publish", tour -> tour.wizards().publish(ALPINE, Optional.of("3.15.5"), Optional.of(LYON)));
        wizard("98-host-switch", tour -> tour.wizards().switchThere(LYON, ALPINE, Optional.of("3.15.5")));
        wizard("98-host-rollback", tour -> tour.wizards().rollbackThere(LYON, ALPINE, "latest-stable"));
        wizard("98-host-release", tour -> tour.wizards().releaseThere(LYON, ALPINE, "latest-stable"));
    }

    private void wizard(String name, Consumer<Tour> opens) {
        stops.put(name + "-1", tour -> open(tour, () -> opens.accept(tour)));
        stops.put(name + "-2-plan", tour -> {
            open(tour, () -> opens.accept(tour));
            ((WizardDialog) tour.scene().lookup(".wizard")).model().forward();
        });
    }

    private static void open(Tour tour, Runnable dialog) {
        tour.go(Place.host(LYON));
        dialog.run();
    }

    private static Place tab(String host, Place.Host.Tab tab) {
        return new Place.Host(host, tab);
    }
}
