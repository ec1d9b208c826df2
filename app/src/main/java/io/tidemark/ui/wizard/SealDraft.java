package io.tidemark.ui.wizard;

import io.tidemark.model.Operation;
import java.util.LinkedHashSet;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/** What sealing is told: which adopted versions; all of them are ticked at first. */
final class SealDraft implements Draft {

    final ObservableSet<String> versions = FXCollections.observableSet(new LinkedHashSet<>());
    private final String dir;

    SealDraft(String dir) {
        this.dir = dir;
    }

    @Override
    public Operation operation(Consent consent) {
        return new Operation.Seal(dir, List.copyOf(versions));
    }

    @Override
    public List<Observable> choices() {
        return List.of(versions);
    }

    @Override
    public ObservableBooleanValue complete() {
        return Bindings.isNotEmpty(versions);
    }
}
