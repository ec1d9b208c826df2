package io.tidemark.ui;

import io.tidemark.engine.Engine;
import io.tidemark.model.Host;
import io.tidemark.model.HostReport;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The hosts of the workspace with what was last found on each. Looking at a host anew takes a moment and is done only when
 * somebody asks. JavaFX thread only.
 */
public final class Fleet {

    private final FxBridge bridge;
    private final Engine engine;
    private final ReadOnlyObjectWrapper<Optional<List<Item>>> items = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** A fleet that has not been read yet. */
    public Fleet(FxBridge bridge, Engine engine) {
        this.bridge = bridge;
        this.engine = engine;
    }

    /** The hosts in the order in which they were added; empty until the workspace was read. */
    public ReadOnlyObjectProperty<Optional<List<Item>>> items() {
        return items.getReadOnlyProperty();
    }

    /** One host, if the workspace has it. */
    public Optional<Item> item(String name) {
        return items.get().stream()
                .flatMap(List::stream)
                .filter(item -> item.host().name().equals(name))
                .findFirst();
    }

    /** Reads the workspace, and what was last found, again; contacts nobody. */
    public void refresh() {
        bridge.call(job -> read(), this::accept);
    }

    /** Looks at a host. */
    public void check(String name) {
        item(name).ifPresent(item -> replace(item.looking(true)));
        bridge.call(job -> engine.hosts().check(name, job), this::found, problem -> {
            item(name).ifPresent(item -> replace(item.looking(false)));
            refresh();
            bridge.report(problem);
        });
    }

    private List<Item> read() throws ProblemException {
        List<Item> read = new ArrayList<>();
        for (Host host : engine.hosts().list()) {
            read.add(new Item(host, engine.hosts().last(host.name()), false));
        }
        return List.copyOf(read);
    }

    /** A host that is being looked at stays so. */
    private void accept(List<Item> read) {
        items.set(Optional.of(read.stream()
                .map(item -> item(item.host().name())
                        .filter(Item::checking)
                        .map(old -> item.looking(true))
                        .orElse(item))
                .toList()));
    }

    private void found(HostReport report) {
        item(report.host()).ifPresent(item -> replace(new Item(item.host(), Optional.of(report), false)));
    }

    private void replace(Item changed) {
        items.get()
                .ifPresent(old -> items.set(Optional.of(old.stream()
                        .map(item -> item.host().name().equals(changed.host().name()) ? changed : item)
                        .toList())));
    }

    /**
     * One host.
     *
     * @param report what was found last, empty before the first time
     * @param checking whether it is being looked at
     */
    public record Item(Host host, Optional<HostReport> report, boolean checking) {

        Item looking(boolean now) {
            return new Item(host, report, now);
        }

        /** How it stands; empty while nobody has looked. */
        public Optional<Severity> state() {
            return report.map(HostReport::worst);
        }
    }
}
