package io.tidemark.ui.part;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/**
 * The colours of a canvas, taken from the style sheets: one styleable property for each name, {@code -ink-hold-fill} for
 * {@code HOLD_FILL}. The canvas answers {@link #metaData} as its own. JavaFX thread only.
 */
public class Paints<E extends Enum<E>> {

    private final Map<E, StyleableObjectProperty<Paint>> paints;
    private final List<CssMetaData<? extends Styleable, ?>> metaData = new ArrayList<>(Region.getClassCssMetaData());

    /** Colours for a region; {@code changed} is told when a style sheet brings others. */
    public Paints(Class<E> names, Region bean, Runnable changed) {
        paints = new EnumMap<>(names);
        StyleablePropertyFactory<Region> factory = new StyleablePropertyFactory<>(Region.getClassCssMetaData());
        for (E name : names.getEnumConstants()) {
            String property = property(name);
            CssMetaData<Region, Paint> data =
                    factory.createPaintCssMetaData(property, region -> paints.get(name), Color.GRAY, false);
            StyleableObjectProperty<Paint> paint =
                    new SimpleStyleableObjectProperty<>(data, bean, property, Color.GRAY);
            paint.addListener((observed, before, after) -> changed.run());
            paints.put(name, paint);
            metaData.add(data);
        }
    }

    /** The colour of a name as the style sheets have it now. */
    public final Paint get(E name) {
        return paints.get(name).get();
    }

    /** What the canvas can be styled with, with what every region can. */
    public final List<CssMetaData<? extends Styleable, ?>> metaData() {
        return metaData;
    }

    private static String property(Enum<?> name) {
        return "-ink-" + name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
