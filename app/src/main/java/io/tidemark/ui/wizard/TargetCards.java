package io.tidemark.ui.wizard;

import io.tidemark.model.Lane;
import io.tidemark.model.Version;
import io.tidemark.text.Formats;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Chip;
import io.tidemark.ui.part.Tone;
import io.tidemark.ui.part.VersionChip;
import io.tidemark.ui.part.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The versions to go back to: the last good one and the one before, with when they served and were verified. */
final class TargetCards extends VBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int OFFERED = 2;

    private final RollbackModel model;
    private final Ui ui;

    TargetCards(RollbackModel model, Ui ui) {
        super(6);
        this.model = model;
        this.ui = ui;
        model.targets().subscribe(this::show);
    }

    private void show(Targets targets) {
        getChildren().clear();
        List<Version> versions = targets.versions();
        if (!versions.isEmpty()) {
            getChildren().add(Words.heading(ui.text("wizard.rollback.to")));
        }
        ToggleGroup group = new ToggleGroup();
        for (int i = 0; i < Math.min(OFFERED, versions.size()); i++) {
            getChildren().add(card(versions.get(i), i == 0, group));
        }
    }

    private Node card(Version version, boolean first, ToggleGroup group) {
        RadioButton button = new RadioButton();
        button.setToggleGroup(group);
        button.setAccessibleText(version.name());
        String title = ui.text(first ? "wizard.rollback.good" : "wizard.rollback.before");
        VBox words = new VBox(
                2, Words.plain(title, first ? "dialog-title" : "semibold"), Words.plain(served(version), "muted"));
        HBox card = new HBox(12, button, new VersionChip(version.name(), version.sequence()), words, Words.spring());
        version.verified().ifPresent(when -> card.getChildren().add(verified(when)));
        card.setAlignment(Pos.CENTER_LEFT);
        card.getStyleClass().add("radio-card");
        card.setOnMouseClicked(_ -> button.setSelected(true));
        button.selectedProperty().subscribe(on -> card.pseudoClassStateChanged(CHOSEN, on));
        button.setSelected(first);
        button.selectedProperty().addListener((_, _, on) -> choose(version, on));
        return card;
    }

    private void choose(Version version, boolean on) {
        if (on) {
            model.to().set(version.name());
        }
    }

    private Chip verified(Instant when) {
        return new Chip(
                ui.text("wizard.rollback.verified", "day", ui.texts().formats().day(when)), Tone.SUCCESS);
    }

    private String served(Version version) {
        Targets targets = model.targets().get();
        Optional<Lane.Span> span = targets.served(version.name());
        if (span.isEmpty()) {
            return ui.text("wizard.rollback.never");
        }
        Formats formats = ui.texts().formats();
        Instant start = span.get().start();
        Instant end = span.get().end().orElse(targets.now());
        long days = Math.max(1, Duration.between(start, end).toDays());
        return ui.text("wizard.rollback.served", "start", formats.day(start), "end", formats.day(end), "days", days);
    }
}
