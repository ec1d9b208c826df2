package io.tidemark.ui.part;

import javafx.scene.control.Label;

/** A key as it stands on the keyboard. */
public final class Kbd extends Label {

    /** A key or a combination, for example {@code Ctrl K}. */
    public Kbd(String keys) {
        super(keys);
        getStyleClass().add("kbd");
        setMinWidth(USE_PREF_SIZE);
    }
}
