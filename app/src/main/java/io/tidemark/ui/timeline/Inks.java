package io.tidemark.ui.timeline;

import io.tidemark.ui.part.Hue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/** The colours of the canvas, taken from the style sheets: one styleable property for each of {@link Ink}. */
final class Inks {

    private final Map<Ink, StyleableObjectProperty<Paint>> paints = new EnumMap<>(Ink.class);
    private final List<CssMetaData<? extends Styleable, ?>> metaData = new ArrayList<>(Region.getClassCssMetaData());

    /** Colours for a region; {@code changed} is told when a style sheet brings others. */
    Inks(Region bean, Runnable changed) {
        StyleablePropertyFactory<Region> factory = new StyleablePropertyFactory<>(Region.getClassCssMetaData());
        for (Ink ink : Ink.values()) {
            CssMetaData<Region, Paint> data =
                    factory.createPaintCssMetaData(ink.property(), region -> paints.get(ink), Color.GRAY, false);
            StyleableObjectProperty<Paint> paint =
                    new SimpleStyleableObjectProperty<>(data, bean, ink.property(), Color.GRAY);
            paint.addListener((property, before, after) -> changed.run());
            paints.put(ink, paint);
            metaData.add(data);
        }
    }

    Paint get(Ink ink) {
        return paints.get(ink).get();
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

    List<CssMetaData<? extends Styleable, ?>> metaData() {
        return metaData;
    }
}
