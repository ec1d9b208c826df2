package io.tidemark.ui.part;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** A version's name in its hue. */
public final class VersionChip extends Label {

    /** A chip for a version of the given sequence number. */
    public VersionChip(String version, long sequence) {
        super(Words.brief(version));
        if (!getText().equals(version)) {
            setTooltip(new Tooltip(version));
        }
        getStyleClass().addAll("version-chip", Hue.of(sequence).style());
        setMinWidth(USE_PREF_SIZE);
    }
}
