package io.tidemark.ui.part;

import javafx.scene.control.Label;
import org.kordamp.ikonli.Ikon;

/** A short word in a rounded field, with an icon where its colour means something. */
public final class Chip extends Label {

    /** A chip with an icon of its own. */
    public Chip(String text, Tone tone, Ikon ikon) {
        super(text, Icons.of(ikon, 14));
        dress(tone);
    }

    /** A chip with its tone's icon. */
    public Chip(String text, Tone tone) {
        this(text, tone, tone.ikon());
    }

    /** An outlined chip without meaning or icon, such as a repository's kind. */
    public Chip(String text) {
        super(text);
        getStyleClass().addAll("chip", "outlined");
        setMinWidth(USE_PREF_SIZE);
    }

    private void dress(Tone tone) {
        getStyleClass().addAll("chip", tone.style());
        setMinWidth(USE_PREF_SIZE);
    }
}
