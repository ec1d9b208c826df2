package io.tidemark.ui.wizard;

import io.tidemark.model.Operation;
import java.util.LinkedHashSet;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/** What pruning is told: ticked versions, or how many of the newest to keep. */
final class PruneDraft implements Draft {

    final BooleanProperty byNumber = new SimpleBooleanProperty();
    final IntegerProperty keep = new SimpleIntegerProperty(5);
    final ObservableSet<String> versions = FXCollections.observableSet(new LinkedHashSet<>());
    private final String dir;

    PruneDraft(String dir) {
        this.dir = dir;
    }

    @Override
    public Operation operation(Consent consent) {
        return byNumber.get()
                ? new Operation.Prune(dir, List.of(), keep.get())
                : new Operation.Prune(dir, List.copyOf(versions), 0);
    }

    @Override
    public List<Observable> choices() {
        return List.of(byNumber, keep, versions);
    }

    @Override
    public ObservableBooleanValue complete() {
        return byNumber.and(keep.greaterThan(0)).or(byNumber.not().and(Bindings.isNotEmpty(versions)));
    }
}
