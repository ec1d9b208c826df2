package io.tidemark.ui.wizard;

import io.tidemark.model.Version;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.VersionChip;
import io.tidemark.ui.part.Words;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableSet;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Versions to tick, newest first, each with its chip and a few words. */
final class TickList extends VBox {

    private final ObservableSet<String> ticked;
    private final Function<Version, String> words;
    private final Ui ui;

    TickList(List<Version> versions, ObservableSet<String> ticked, Ui ui) {
        this(versions, ticked, version -> VersionBox.words(version, ui), ui);
    }

    TickList(List<Version> versions, ObservableSet<String> ticked, Function<Version, String> words, Ui ui) {
        this.ticked = ticked;
        this.words = words;
        this.ui = ui;
        getStyleClass().addAll("card-box", "tick-list");
        versions.forEach(version -> getChildren().add(row(version)));
        getChildren().stream()
                .findFirst()
                .ifPresent(first -> first.getStyleClass().add("first-line"));
        if (versions.isEmpty()) {
            getChildren().add(Words.muted(ui.text("wizard.tick.none")));
        }
    }

    /** How many are ticked, or which one. */
    ObservableValue<String> summary() {
        return Bindings.createStringBinding(
                () -> ticked.size() == 1
                        ? ticked.iterator().next()
                        : ui.text("wizard.tick.count", "count", ticked.size()),
                ticked);
    }

    private HBox row(Version version) {
        CheckBox box = new CheckBox();
        box.setAccessibleText(version.name());
        box.setSelected(ticked.contains(version.name()));
        box.selectedProperty().addListener((_, _, on) -> tick(version.name(), on));
        var text = Words.plain(words.apply(version), "muted");
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(12, box, new VersionChip(version.name(), version.sequence()), text);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("table-line");
        return row;
    }

    private void tick(String version, boolean on) {
        if (on) {
            ticked.add(version);
        } else {
            ticked.remove(version);
        }
    }
}
