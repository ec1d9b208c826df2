package io.tidemark.ui.wizard;

import io.tidemark.model.Capability;
import io.tidemark.model.KindInfo;
import io.tidemark.model.RepositoryStatus;
import io.tidemark.ui.Place;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.Buttons;
import io.tidemark.ui.part.Words;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Where new content comes from and how we talk to it, as it is set; leads to the settings to change it. */
final class UpstreamCard extends VBox {

    private final Ui ui;
    private final GridPane grid = new GridPane();

    UpstreamCard(Facts facts, Ui ui) {
        super(12);
        this.ui = ui;
        getStyleClass().addAll("card-box", "padded");
        grid.setHgap(16);
        grid.setVgap(6);
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(), wide);
        fill(facts);
        getChildren().addAll(grid, Buttons.plain(ui.text("wizard.update.settings"), Feather.SETTINGS, () -> {
            ui.desk().overlay().close();
            ui.go(new Place.Settings(Optional.of(facts.name())));
        }));
    }

    private void fill(Facts facts) {
        RepositoryStatus status = facts.status();
        row(ui.text("wizard.upstream.url"), status.config().upstream().url());
        facts.kind().map(KindInfo::options).orElse(List.of()).forEach(option -> {
            List<String> values = status.config().upstream().all(option.name());
            if (!values.isEmpty()) {
                row(ui.texts().say(option.label()), String.join(", ", values));
            }
        });
        row(
                ui.text("wizard.upstream.transfer"),
                ui.text(
                        "wizard.upstream.connections",
                        "count",
                        status.config().transfer().connections()));
        status.upstreamChecked()
                .ifPresent(when -> row(
                        ui.text("wizard.upstream.checked"), ui.texts().formats().ago(when)));
        status.upstreamOffers().ifPresent(offer -> row(ui.text("wizard.upstream.offers"), offer));
        if (status.capabilities().contains(Capability.SIGNED)) {
            row(
                    ui.text("wizard.upstream.keys"),
                    ui.text(
                            "wizard.upstream.keys.count",
                            "count",
                            status.config().keys().size()));
        }
    }

    private void row(String name, String value) {
        Label label = Words.muted(name);
        label.setMinWidth(USE_PREF_SIZE);
        grid.addRow(grid.getRowCount(), label, Words.wrapped(value));
    }
}
