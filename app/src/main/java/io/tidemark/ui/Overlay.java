package io.tidemark.ui;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.Region;

/**
 * The place for one dialog over the dimmed page: wizards, the palette, the help sheet. A newer dialog takes the place of
 * the older one. The dialog is laid out at its preferred size, at most the window's less 32 px. JavaFX thread only.
 */
public final class Overlay {

    private final ReadOnlyObjectWrapper<Sheet> sheet = new ReadOnlyObjectWrapper<>();

    /** The dialog on show, or null. */
    public ReadOnlyObjectProperty<Sheet> sheet() {
        return sheet.getReadOnlyProperty();
    }

    /** Shows a dialog that {@code Esc} closes. */
    public void show(Region dialog) {
        show(dialog, this::close);
    }

    /** Shows a dialog and says what {@code Esc} does there. */
    public void show(Region dialog, Runnable escape) {
        sheet.set(new Sheet(dialog, escape));
    }

    /** Takes the dialog away. */
    public void close() {
        sheet.set(null);
    }

    /** A dialog and what {@code Esc} does in it. */
    public record Sheet(Region dialog, Runnable escape) {}
}
