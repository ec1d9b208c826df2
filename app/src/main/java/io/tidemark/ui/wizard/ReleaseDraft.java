package io.tidemark.ui.wizard;

import io.tidemark.model.Operation;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.value.ObservableBooleanValue;

/** What releasing a hold is told: the channel, and why if the person says. */
final class ReleaseDraft implements Draft {

    final Choice channel = Choice.some();
    final Choice reason = Choice.free();
    private final String dir;

    ReleaseDraft(String dir) {
        this.dir = dir;
    }

    @Override
    public Operation operation(Consent consent) {
        return new Operation.Release(dir, channel.trimmed(), reason.trimmed());
    }

    @Override
    public List<Observable> choices() {
        return List.of(channel.text(), reason.text());
    }

    @Override
    public ObservableBooleanValue complete() {
        return channel.valid();
    }
}
