package io.tidemark.engine.repository;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * On which terms upstream is asked.
 *
 * @param trust fingerprints of keys to trust when they are met
 * @param overrides names of guards to pass over
 * @param grace whether dropped files stay for one version; the repository's policy when empty
 */
public record Terms(List<String> trust, Set<String> overrides, Optional<Boolean> grace) {

    public Terms {
        trust = List.copyOf(trust);
        overrides = Set.copyOf(overrides);
    }

    /** Nothing new trusted, nothing passed over. */
    public static Terms plain() {
        return new Terms(List.of(), Set.of(), Optional.empty());
    }
}
