package io.tidemark.ui;

import io.tidemark.engine.Engine;
import io.tidemark.engine.Images.Between;
import io.tidemark.engine.Workspaces;
import io.tidemark.job.JobContext;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The repositories of the workspace with the state last seen of each. The names come at once, the states as they are
 * read. JavaFX thread only.
 */
public final class Inventory {

    private final FxBridge bridge;
    private final Engine engine;
    private final ReadOnlyObjectWrapper<Optional<List<Item>>> items = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** An inventory that has not looked yet. */
    public Inventory(FxBridge bridge, Engine engine) {
        this.bridge = bridge;
        this.engine = engine;
    }

    /** The repositories in the person's order; empty until the workspace was read. */
    public ReadOnlyObjectProperty<Optional<List<Item>>> items() {
        return items.getReadOnlyProperty();
    }

    /** One repository, if the workspace has it. */
    public Optional<Item> item(String name) {
        return items.get().stream()
                .flatMap(List::stream)
                .filter(item -> item.name().equals(name))
                .findFirst();
    }

    /** The repository that calls itself so, or whose place in the workspace is called so while it was not read yet. */
    public Optional<Item> named(String repository) {
        return items.get().stream()
                .flatMap(List::stream)
                .filter(item -> item.status()
                        .map(RepositoryStatus::name)
                        .orElse(item.name())
                        .equals(repository))
                .findFirst();
    }

    /** Reads the workspace and the state of each repository again. */
    public void refresh() {
        bridge.call(job -> engine.workspaces().get(), this::accept);
    }

    /** Reads the state of one repository again. */
    public void refresh(String name) {
        item(name).ifPresent(this::read);
    }

    /** Looks at the upstream of one repository, which takes a moment. */
    public Call checkUpstream(String name) {
        Item item = item(name).orElseThrow();
        return bridge.call(job -> look(item, job), this::replace);
    }

    private void accept(Workspaces.Workspace workspace) {
        List<Item> seen = new ArrayList<>();
        for (Workspaces.Place place : workspace.repositories()) {
            seen.add(item(place.name())
                    .filter(old -> old.dir().equals(place.dir()))
                    .orElse(new Item(place.name(), place.dir(), Optional.empty(), false, Optional.empty())));
        }
        items.set(Optional.of(List.copyOf(seen)));
        seen.forEach(this::read);
    }

    private void read(Item item) {
        bridge.call(
                job -> item.with(
                        engine.views().status(item.name()), engine.images().between(item.name()) != Between.NOTHING),
                this::replace,
                problem -> replace(item.with(problem)));
    }

    private Item look(Item item, JobContext job) throws ProblemException, InterruptedException {
        return item.with(engine.views().checkUpstream(item.name(), job), item.deltas());
    }

    private void replace(Item changed) {
        items.get()
                .ifPresent(old -> items.set(Optional.of(old.stream()
                        .map(item -> item.name().equals(changed.name()) ? changed : item)
                        .toList())));
    }

    /**
     * One repository.
     *
     * @param status what was last seen, empty until it was read once
     * @param deltas whether there are deltas between its versions, false until it was read once
     * @param problem why it could not be read, if it could not
     */
    public record Item(
            String name, String dir, Optional<RepositoryStatus> status, boolean deltas, Optional<Problem> problem) {

        Item with(RepositoryStatus seen, boolean hasDeltas) {
            return new Item(name, dir, Optional.of(seen), hasDeltas, Optional.empty());
        }

        Item with(Problem failure) {
            return new Item(name, dir, status, deltas, Optional.of(failure));
        }

        /** Whether one of its channels is held. */
        public boolean held() {
            return status.stream()
                    .flatMap(seen -> seen.channels().stream())
                    .anyMatch(channel -> channel.hold().isPresent());
        }
    }
}
