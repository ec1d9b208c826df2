package io.tidemark.ui.wizard;

import io.tidemark.model.Operation;
import java.util.List;
import java.util.Map;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;

/** What making deltas is told: whether new images are taken in first. */
final class DeltasDraft implements Draft {

    final BooleanProperty takeIn = new SimpleBooleanProperty();
    private final String dir;

    DeltasDraft(String dir) {
        this.dir = dir;
    }

    @Override
    public Operation operation(Consent consent) {
        return new Operation.MakeDeltas(dir, takeIn.get(), Map.of(), Map.of());
    }

    @Override
    public List<Observable> choices() {
        return List.of(takeIn);
    }

    @Override
    public ObservableBooleanValue complete() {
        return new SimpleBooleanProperty(true);
    }
}
