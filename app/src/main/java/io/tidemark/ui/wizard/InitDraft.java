package io.tidemark.ui.wizard;

import io.tidemark.model.Operation;
import io.tidemark.model.Policies;
import io.tidemark.model.TransferSettings;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.value.ObservableBooleanValue;

/** What a new repository is told: where it lies, its name, its kind and upstream. */
final class InitDraft implements Draft {

    final Choice dir = Choice.required(DirectoryField::isPlace);
    final Choice name = Choice.free();
    final UpstreamDraft upstream = new UpstreamDraft();

    @Override
    public Operation operation(Consent consent) {
        return new Operation.Init(
                dir.trimmed(),
                upstream.kind().get().id(),
                name.trimmed(),
                upstream.upstream(),
                TransferSettings.standard(),
                Policies.standard(),
                upstream.keys(),
                consent.fingerprints());
    }

    @Override
    public List<Observable> choices() {
        return Stream.concat(Stream.of(dir.text(), name.text()), upstream.choices().stream())
                .toList();
    }

    @Override
    public ObservableBooleanValue complete() {
        return dir.valid().and(upstream.complete(true));
    }
}
