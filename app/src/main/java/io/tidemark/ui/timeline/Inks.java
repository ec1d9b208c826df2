package io.tidemark.ui.timeline;

import io.tidemark.ui.part.Hue;
import io.tidemark.ui.part.Paints;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;

/** The colours of the canvas, taken from the style sheets. */
final class Inks extends Paints<Ink> {

    /** Colours for a region; {@code changed} is told when a style sheet brings others. */
    Inks(Region bean, Runnable changed) {
        super(Ink.class, bean, changed);
    }

    Paint fill(Hue hue) {
        return get(Ink.of(hue, 0));
    }

    Paint border(Hue hue) {
        return get(Ink.of(hue, 1));
    }

    Paint text(Hue hue) {
        return get(Ink.of(hue, 2));
    }
}
