package io.tidemark.ui.wizard;

import io.tidemark.model.Operation;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;

/** What pinning is told: a version, whether it is protected or set free, and why. */
final class PinDraft implements Draft {

    final Choice version = Choice.some();
    final BooleanProperty keep = new SimpleBooleanProperty(true);
    final Choice reason = Choice.free();
    private final String dir;

    PinDraft(String dir) {
        this.dir = dir;
    }

    @Override
    public Operation operation(Consent consent) {
        return keep.get()
                ? new Operation.Pin(dir, version.trimmed(), reason.trimmed())
                : new Operation.Unpin(dir, version.trimmed());
    }

    @Override
    public List<Observable> choices() {
        return List.of(version.text(), keep, reason.text());
    }

    @Override
    public ObservableBooleanValue complete() {
        return version.valid();
    }
}
