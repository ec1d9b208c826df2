package io.tidemark.ui.wizard;

import io.tidemark.model.Names;
import io.tidemark.model.Operation;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;

/** What a promotion is told: version, channel (an existing one or a new name), reason. */
final class PromoteDraft implements Draft {

    final Choice version = Choice.some();
    final Choice channel = Choice.required(Names::validChannel);
    final BooleanProperty create = new SimpleBooleanProperty();
    final Choice reason = Choice.free();
    private final String dir;

    PromoteDraft(String dir) {
        this.dir = dir;
    }

    @Override
    public Operation operation(Consent consent) {
        return new Operation.Promote(
                dir,
                version.trimmed(),
                channel.trimmed(),
                create.get(),
                consent.has(Consent.BOOT_CRITICAL),
                reason.trimmed());
    }

    @Override
    public List<Observable> choices() {
        return List.of(version.text(), channel.text(), create, reason.text());
    }

    @Override
    public ObservableBooleanValue complete() {
        return version.valid().and(channel.valid());
    }
}
