package io.tidemark.ui.wizard;

import io.tidemark.model.Names;
import io.tidemark.model.Operation;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.value.ObservableBooleanValue;

/** What a snapshot is told: the version to share with, and the new name. */
final class SnapshotDraft implements Draft {

    final Choice from = Choice.some();
    final Choice to = Choice.required(Names::validVersion);
    private final String dir;

    SnapshotDraft(String dir) {
        this.dir = dir;
    }

    @Override
    public Operation operation(Consent consent) {
        return new Operation.Snapshot(dir, from.trimmed(), to.trimmed());
    }

    @Override
    public List<Observable> choices() {
        return List.of(from.text(), to.text());
    }

    @Override
    public ObservableBooleanValue complete() {
        return from.valid().and(to.valid());
    }
}
