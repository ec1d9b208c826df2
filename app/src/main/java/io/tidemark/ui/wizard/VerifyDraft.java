package io.tidemark.ui.wizard;

import io.tidemark.model.Operation;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.value.ObservableBooleanValue;

/** What a verification is told: one version, or all of them when none is named. */
final class VerifyDraft implements Draft {

    final Choice version = Choice.free();
    private final String dir;

    VerifyDraft(String dir) {
        this.dir = dir;
    }

    @Override
    public Operation operation(Consent consent) {
        return new Operation.Verify(dir, version.given());
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
