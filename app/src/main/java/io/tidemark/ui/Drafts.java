package io.tidemark.ui;

import io.tidemark.engine.Recipes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Texts that somebody wrote in this window and did not save yet, so that leaving a page loses none. JavaFX thread only. */
public final class Drafts {

    private final Map<Key, Draft> drafts = new LinkedHashMap<>();

    /** No drafts. */
    public Drafts() {}

    /** The draft of a recipe, if there is one. */
    public Optional<Draft> of(String repository, String role) {
        return Optional.ofNullable(drafts.get(new Key(repository, role)));
    }

    /** Keeps a draft until it is saved, given up, or the window is closed. */
    public void keep(String repository, String role, Draft draft) {
        drafts.put(new Key(repository, role), draft);
    }

    /** It was saved, or given up. */
    public void drop(String repository, String role) {
        drafts.remove(new Key(repository, role));
    }

    /** Where the first draft waits, if there is any. */
    public Optional<Place.Recipes> first() {
        return drafts.keySet().stream().findFirst().map(key -> new Place.Recipes(key.repository(), key.role()));
    }

    /**
     * A text nobody saved.
     *
     * @param seen what was read when the writing began
     */
    public record Draft(String text, Recipes.Seen seen) {}

    private record Key(String repository, String role) {}
}
