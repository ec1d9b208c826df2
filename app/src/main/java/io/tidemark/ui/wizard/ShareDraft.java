package io.tidemark.ui.wizard;

import io.tidemark.model.Operation;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;

/** Sharing the storage of equal files: there is nothing to choose. */
final class ShareDraft implements Draft {

    private final String dir;

    ShareDraft(String dir) {
        this.dir = dir;
    }

    @Override
    public Operation operation(Consent consent) {
        return new Operation.ShareCopies(dir);
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
