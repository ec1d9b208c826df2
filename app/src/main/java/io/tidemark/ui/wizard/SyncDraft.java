package io.tidemark.ui.wizard;

import io.tidemark.model.Names;
import io.tidemark.model.Operation;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.value.ObservableBooleanValue;

/** What a sync is told: the staged version to create or continue, if the person names one. */
final class SyncDraft implements Draft {

    final Choice version = Choice.optional(Names::validVersion);
    private final String dir;

    SyncDraft(String dir) {
        this.dir = dir;
    }

    @Override
    public Operation operation(Consent consent) {
        return new Operation.Sync(dir, version.given(), consent.guards(), consent.fingerprints());
    }

    @Override
    public List<Observable> choices() {
        return List.of(version.text());
    }

    @Override
    public ObservableBooleanValue complete() {
        return version.valid();
    }
}
