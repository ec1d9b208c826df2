package io.tidemark.ui;

import io.tidemark.engine.Recipes;
import io.tidemark.engine.Workspaces;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** A workspace in memory. */
public final class SampleWorkspaces implements Workspaces {

    private final CopyOnWriteArrayList<Place> places = new CopyOnWriteArrayList<>();
    private final Map<String, Draft> drafts = new ConcurrentHashMap<>();
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
    public List<Draft> drafts() {
        return List.copyOf(drafts.values());
    }

    @Override
    public void keepDraft(String repository, Recipes.Seen seen, String text) {
        drafts.put(repository + " " + seen.role(), new Draft(repository, seen, text, SampleHistory.NOW));
    }

    @Override
    public void dropDraft(String repository, String role) {
        drafts.remove(repository + " " + role);
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
