package io.tidemark.ui.shell;

import io.tidemark.model.Capability;
import io.tidemark.ui.Inventory;
import io.tidemark.ui.Place;
import io.tidemark.ui.Ui;
import io.tidemark.ui.Wizards;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Where one can go and what one can do, and which of that matches what is typed. */
final class PaletteModel {

    private final List<Entry> entries;

    private PaletteModel(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    static PaletteModel of(Ui ui, Wizards wizards) {
        List<Entry> entries = new ArrayList<>();
        ui.desk().navigator().place().get().repository().ifPresent(here -> commands(ui, wizards, here, entries));
        repositories(ui)
                .forEach(name -> entries.add(new Entry(name, Feather.DATABASE, () -> ui.go(Place.repository(name)))));
        hosts(ui).forEach(name -> entries.add(new Entry(name, Feather.SERVER, () -> ui.go(Place.host(name)))));
        entries.add(new Entry(ui.text("ui.jobs"), Feather.LOADER, () -> ui.go(new Place.Jobs(Optional.empty()))));
        entries.add(new Entry(ui.text("ui.activity"), Feather.ACTIVITY, () -> ui.go(new Place.Activity())));
        entries.add(
                new Entry(ui.text("ui.settings"), Feather.SETTINGS, () -> ui.go(new Place.Settings(Optional.empty()))));
        entries.add(new Entry(ui.text("ui.repository.add"), Feather.PLUS, wizards::add));
        entries.add(new Entry(ui.text("ui.host.add"), Feather.SERVER, wizards::addHost));
        entries.add(new Entry(ui.text("ui.help.title"), Feather.HELP_CIRCLE, () -> HelpSheet.open(ui)));
        return new PaletteModel(entries);
    }

    /** Entries that contain every typed word, in their own order. */
    List<Entry> matching(String typed) {
        String[] words = typed.strip().toLowerCase(Locale.ROOT).split("\\s+");
        return entries.stream().filter(entry -> entry.contains(words)).toList();
    }

    private static Stream<String> repositories(Ui ui) {
        return ui.desk().inventory().items().get().stream()
                .flatMap(List::stream)
                .map(Inventory.Item::name);
    }

    private static Stream<String> hosts(Ui ui) {
        return ui.desk().fleet().items().get().stream()
                .flatMap(List::stream)
                .map(item -> item.host().name());
    }

    private static void commands(Ui ui, Wizards wizards, String here, List<Entry> entries) {
        command(ui, "update", here, Feather.DOWNLOAD, () -> wizards.update(here), entries);
        command(ui, "promote", here, Feather.ARROW_UP_CIRCLE, () -> wizards.promote(here, Optional.empty()), entries);
        command(ui, "rollback", here, Feather.ROTATE_CCW, () -> wizards.rollback(here, Optional.empty()), entries);
        command(ui, "verify", here, Feather.SHIELD, () -> wizards.verify(here, Optional.empty()), entries);
        command(ui, "sync", here, Feather.REFRESH_CW, () -> wizards.sync(here), entries);
        command(ui, "snapshot", here, Feather.CAMERA, () -> wizards.snapshot(here, Optional.empty()), entries);
        if (ui.desk().inventory().item(here).filter(Inventory.Item::deltas).isPresent()) {
            Place deltas = new Place.Deltas(here, Optional.empty());
            entries.add(new Entry(ui.text("deltas.title") + " · " + here, Feather.GRID, () -> ui.go(deltas)));
            command(ui, "make-deltas", here, Feather.LAYERS, () -> wizards.makeDeltas(here), entries);
        }
        boolean composes = ui.desk().inventory().item(here).flatMap(Inventory.Item::status).stream()
                .anyMatch(status -> status.capabilities().contains(Capability.RECIPES));
        if (composes) {
            Place recipes = new Place.Recipes(here, "");
            entries.add(new Entry(ui.text("recipe.title") + " · " + here, Feather.FILE_TEXT, () -> ui.go(recipes)));
        }
        command(ui, "prune", here, Feather.SCISSORS, () -> wizards.prune(here, List.of()), entries);
    }

    private static void command(Ui ui, String operation, String here, Ikon ikon, Runnable action, List<Entry> entries) {
        entries.add(new Entry(ui.text("operation." + operation) + "… · " + here, ikon, action));
    }

    /** One line of the palette. */
    record Entry(String text, Ikon ikon, Runnable action) {

        boolean contains(String... words) {
            String low = text.toLowerCase(Locale.ROOT);
            return Stream.of(words).allMatch(low::contains);
        }
    }
}
