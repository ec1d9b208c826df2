package io.tidemark.ui.wizard;

import io.tidemark.model.Operation;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;

/** What rolling back is told: channel, version to go back to, whether to hold it there, why. */
final class RollbackDraft implements Draft {

    final Choice channel = Choice.some();
    final Choice to = Choice.some();
    final BooleanProperty hold = new SimpleBooleanProperty(true);
    final BooleanProperty byRef = new SimpleBooleanProperty();
    final Choice reason = Choice.free();
    private final String dir;

    RollbackDraft(String dir) {
        this.dir = dir;
    }

    @Override
    public Operation operation(Consent consent) {
        return new Operation.Rollback(dir, channel.trimmed(), to.given(), hold.get(), reason.trimmed(), byRef.get());
    }

    /** The reason is left out: it changes no step, and a plan at each letter would be in the operator's way. */
    @Override
    public List<Observable> choices() {
        return List.of(channel.text(), to.text(), hold, byRef);
    }

    @Override
    public ObservableBooleanValue complete() {
        return channel.valid().and(to.valid());
    }
}
