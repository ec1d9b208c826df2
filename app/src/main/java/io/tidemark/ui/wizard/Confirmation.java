package io.tidemark.ui.wizard;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What a person must type or tick before a way out of a closed gate may be taken. Used on the JavaFX thread. */
public final class Confirmation {

    private final ReadOnlyObjectWrapper<WayOut> way = new ReadOnlyObjectWrapper<>();
    private final StringProperty typed = new SimpleStringProperty("");
    private final BooleanProperty ticked = new SimpleBooleanProperty();
    private final BooleanBinding given = Bindings.createBooleanBinding(this::satisfied, way, typed, ticked);

    /** The way out that stands open, or null. */
    public ReadOnlyObjectProperty<WayOut> way() {
        return way.getReadOnlyProperty();
    }

    /** The text typed so far. */
    public StringProperty typed() {
        return typed;
    }

    /** Whether the box is ticked. */
    public BooleanProperty ticked() {
        return ticked;
    }

    /** Whether the way out may be taken. */
    public BooleanBinding given() {
        return given;
    }

    /** Shows another way out, unconfirmed. */
    void ask(WayOut next) {
        typed.set("");
        ticked.set(false);
        way.set(next);
    }

    private boolean satisfied() {
        return switch (way.get()) {
            case null -> false;
            case WayOut.Typed guard -> typed.get().strip().equals(guard.gate());
            case WayOut.Ticked _, WayOut.Trust _ -> ticked.get();
            case WayOut.Release _, WayOut.ReleaseThere _, WayOut.MakeRoom _, WayOut.Verify _ -> true;
        };
    }
}
