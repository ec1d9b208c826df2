package io.tidemark.ui.wizard;

import io.tidemark.model.Names;
import io.tidemark.model.Operation;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;

/** What an update is told: the new version's name and the channel to move afterwards, both only if wished. */
final class UpdateDraft implements Draft {

    final Choice version = Choice.optional(Names::validVersion);
    final ObjectProperty<Boolean> promote = new SimpleObjectProperty<>(false);
    final Choice channel = Choice.free();
    final BooleanProperty grace;
    private final String dir;
    private final boolean policy;

    /** An update that keeps to the repository's policy of grace until told otherwise. */
    UpdateDraft(String dir, boolean policy) {
        this.dir = dir;
        this.policy = policy;
        this.grace = new SimpleBooleanProperty(policy);
    }

    @Override
    public Operation operation(Consent consent) {
        return new Operation.Update(
                dir,
                version.given(),
                promote.get() ? channel.given() : Optional.empty(),
                consent.has(Consent.BOOT_CRITICAL),
                consent.guards(),
                consent.fingerprints(),
                grace.get() == policy ? Optional.empty() : Optional.of(grace.get()));
    }

    @Override
    public List<Observable> choices() {
        return List.of(version.text(), promote, channel.text(), grace);
    }

    @Override
    public ObservableBooleanValue complete() {
        return version.valid();
    }
}
