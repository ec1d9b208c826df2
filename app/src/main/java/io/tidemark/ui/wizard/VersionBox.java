package io.tidemark.ui.wizard;

import io.tidemark.model.Version;
import io.tidemark.ui.Ui;
import io.tidemark.ui.part.VersionChip;
import io.tidemark.ui.part.Words;
import java.util.List;
import javafx.beans.property.Property;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;

/** A drop-down list of versions, each with its chip, state and size. */
final class VersionBox extends ComboBox<Version> {

    VersionBox(List<Version> versions, Property<String> value, Ui ui) {
        getItems().setAll(versions);
        setMaxWidth(Double.MAX_VALUE);
        setCellFactory(_ -> new VersionCell(ui));
        setButtonCell(new VersionCell(ui));
        versions.stream()
                .filter(version -> version.name().equals(value.getValue()))
                .findFirst()
                .ifPresent(this::setValue);
        valueProperty().addListener((_, _, chosen) -> value.setValue(chosen == null ? "" : chosen.name()));
    }

    /** State, size and channels of a version in a few words. */
    static String words(Version version, Ui ui) {
        String state = ui.text("version.state." + version.state());
        String size = version.bytes() < 0 ? "" : " · " + ui.texts().formats().bytes(version.bytes());
        String day = " · " + ui.texts().formats().date(version.created());
        String channels = version.channels().isEmpty() ? "" : " · " + String.join(", ", version.channels());
        return state + size + day + channels;
    }

    private static final class VersionCell extends ListCell<Version> {

        private final Ui ui;

        VersionCell(Ui ui) {
            this.ui = ui;
        }

        @Override
        protected void updateItem(Version version, boolean empty) {
            super.updateItem(version, empty);
            setText(null);
            setGraphic(empty || version == null ? null : row(version));
        }

        private HBox row(Version version) {
            HBox row =
                    new HBox(12, new VersionChip(version.name(), version.sequence()), Words.muted(words(version, ui)));
            row.setAlignment(Pos.CENTER_LEFT);
            return row;
        }
    }
}
