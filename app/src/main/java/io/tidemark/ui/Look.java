package io.tidemark.ui;

import io.tidemark.engine.Workspaces.Settings;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** How the window looks now: theme, language, scale. Changing it changes the window at once. JavaFX thread only. */
public final class Look {

    private final ReadOnlyObjectWrapper<Settings> settings;

    /** A look to begin with. */
    public Look(Settings settings) {
        this.settings = new ReadOnlyObjectWrapper<>(settings);
    }

    /** The settings in force. */
    public ReadOnlyObjectProperty<Settings> settings() {
        return settings.getReadOnlyProperty();
    }

    /** Changes them; saving is the caller's business. */
    public void set(Settings changed) {
        settings.set(changed);
    }

    /** How much larger everything is, 1.0 to 2.0. */
    public double scale() {
        return Math.clamp(settings.get().scalePercent(), 100, 200) / 100.0;
    }

    /** The scale as it changes. */
    public ObservableValue<Double> scaleValue() {
        return settings.map(now -> scale());
    }

    /** The language chosen, or the given one where none was. */
    public Locale locale(Locale otherwise) {
        String chosen = settings.get().language();
        return chosen.isEmpty() ? otherwise : Locale.of(chosen);
    }
}
