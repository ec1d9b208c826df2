package io.tidemark.ui.wizard;

import io.tidemark.model.Names;
import io.tidemark.model.Operation;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;

/** What an update is told: the new version's name and the channel to move afterwards, both only if wished. */
final class UpdateDraft implements Draft {

    final Choice version = Choice.optional(Names::validVersion);
    final ObjectProperty<Boolean> promote = new SimpleObjectProperty<>(false);
    final Choice channel = Choice.free();
    private final String dir;

    UpdateDraft(String dir) {
        this.dir = dir;
    }

    @Override
    public Operation operation(Consent consent) {
        return new Operation.Update(
                dir,
                version.given(),
                promote.get() ? channel.given() : Optional.empty(),
                consent.has(Consent.BOOT_CRITICAL),
                consent.guards(),
                consent.fingerprints());
    }

    @Override
    public List<Observable> choices() {
        return List.of(version.text(), promote, channel.text());
    }

    @Override
    public ObservableBooleanValue complete() {
        return version.valid();
    }
}
