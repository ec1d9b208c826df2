package io.tidemark.ui.wizard;

import io.tidemark.ui.Place;
import io.tidemark.ui.Ui;
import io.tidemark.ui.Wizards;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.Words;
import java.util.Optional;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/** The buttons that lead on from a result. */
final class NextSteps {

    private final Ui ui;
    private final Wizards wizards;
    private final String repository;

    NextSteps(String repository, Ui ui, Wizards wizards) {
        this.ui = ui;
        this.wizards = wizards;
        this.repository = repository;
    }

    Node compare(String before, String after) {
        return go(
                ui.text("wizard.next.compare", "before", Words.brief(before), "after", Words.brief(after)),
                Feather.COLUMNS,
                new Place.Compare(repository, before, after));
    }

    Node promote(String version) {
        return Buttons.plain(
                ui.text("wizard.next.promote", "version", Words.brief(version)),
                Feather.ARROW_UP_CIRCLE,
                () -> wizards.promote(repository, Optional.of(version)));
    }

    Node update() {
        return Buttons.plain(ui.text("wizard.next.update"), Feather.DOWNLOAD, () -> wizards.update(repository));
    }

    Node rollback(String channel) {
        return Buttons.plain(
                ui.text("wizard.next.rollback"),
                Feather.ROTATE_CCW,
                () -> wizards.rollback(repository, Optional.of(channel)));
    }

    Node share() {
        return Buttons.plain(ui.text("wizard.next.share"), Feather.COPY, () -> wizards.shareCopies(repository));
    }

    Node deltas() {
        return go(ui.text("wizard.next.deltas"), Feather.GRID, new Place.Deltas(repository, Optional.empty()));
    }

    Node open() {
        return go(ui.text("wizard.next.open"), Feather.FOLDER, Place.repository(repository));
    }

    private Node go(String text, Feather ikon, Place place) {
        return Buttons.plain(text, ikon, () -> {
            ui.desk().overlay().close();
            ui.go(place);
        });
    }
}
