package io.tidemark.ui.wizard;

import io.tidemark.model.Operation;
import java.util.List;
import java.util.Map;
import javafx.beans.Observable;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;

/** Series that get other members; nothing is chosen here. */
record SeriesDraft(String dir, Map<String, List<String>> members) implements Draft {

    @Override
    public Operation operation(Consent consent) {
        return new Operation.MakeDeltas(dir, false, members, Map.of());
    }

    @Override
    public List<Observable> choices() {
        return List.of();
    }

    @Override
    public ObservableBooleanValue complete() {
        return new SimpleBooleanProperty(true);
    }
}
