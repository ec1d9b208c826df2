package io.tidemark.ui;

import io.tidemark.engine.Workspaces;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** A workspace in memory. */
public final class SampleWorkspaces implements Workspaces {

    private final CopyOnWriteArrayList<Place> places = new CopyOnWriteArrayList<>();
    private final AtomicReference<Settings> settings = new AtomicReference<>(new Settings("light", "en", 100));

    SampleWorkspaces(List<String> names) {
        names.forEach(name -> places.add(new Place(name, "/srv/mirror/" + name)));
    }

    @Override
    public Workspace get() {
        return new Workspace("/home/keeper/.config/tidemark/workspace.json", places, settings.get());
    }

    @Override
    public String add(String dir) {
        String name = dir.substring(dir.lastIndexOf('/') + 1);
        places.add(new Place(name, dir));
        return name;
    }

    @Override
    public void forget(String name) {
        places.removeIf(place -> place.name().equals(name));
    }

    @Override
    public void save(Settings changed) {
        settings.set(changed);
    }

    @Override
    public String resolve(String dir) {
        return places.stream()
                .filter(place -> place.name().equals(dir))
                .map(Place::dir)
                .findFirst()
                .orElse(dir);
    }
}
