package io.tidemark.ui.wizard;

import io.tidemark.model.Host;
import io.tidemark.model.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;

/** What is told where something is done on a host: which host, repository, version and channel, and why. */
final class HostDraft implements Draft {

    final Choice host = Choice.some();
    final Choice repository = Choice.some();
    final Choice version = Choice.free();
    final Choice channel = Choice.free();
    final Choice reason = Choice.free();
    final BooleanProperty hold = new SimpleBooleanProperty(true);
    private final Map<String, Host> hosts;
    private final Deed deed;

    HostDraft(Deed deed, Map<String, Host> hosts) {
        this.deed = deed;
        this.hosts = hosts;
    }

    @Override
    public Operation operation(Consent consent) {
        Host there = hosts.get(host.trimmed());
        return switch (deed) {
            case PUBLISH -> new Operation.Publish(repository.trimmed(), there, version.trimmed());
            case SWITCH ->
                new Operation.SwitchThere(
                        repository.trimmed(), there, version.trimmed(), channel.trimmed(), reason.trimmed());
            case ROLLBACK ->
                new Operation.RollbackThere(
                        there, repository.trimmed(), channel.trimmed(), back(), hold.get(), reason.trimmed());
            case RELEASE ->
                new Operation.ReleaseThere(there, repository.trimmed(), channel.trimmed(), reason.trimmed());
            case PROVISION -> new Operation.Provision(there);
        };
    }

    private Optional<String> back() {
        return version.given();
    }

    @Override
    public List<Observable> choices() {
        return List.of(host.text(), repository.text(), version.text(), channel.text(), reason.text(), hold);
    }

    @Override
    public ObservableBooleanValue complete() {
        return Bindings.createBooleanBinding(
                this::filled, host.text(), repository.text(), version.text(), channel.text());
    }

    private boolean filled() {
        boolean versioned = deed == Deed.PUBLISH || deed == Deed.SWITCH;
        boolean moves = deed == Deed.SWITCH || deed == Deed.ROLLBACK || deed == Deed.RELEASE;
        return hosts.containsKey(host.trimmed())
                && (deed == Deed.PROVISION || !repository.trimmed().isEmpty())
                && (!versioned || !version.trimmed().isEmpty())
                && (!moves || !channel.trimmed().isEmpty());
    }

    /** What is to be done. */
    enum Deed {
        PUBLISH,
        SWITCH,
        ROLLBACK,
        RELEASE,
        PROVISION
    }
}
