package io.tidemark.engine.repository;

import io.tidemark.kind.RepositoryKind;
import io.tidemark.source.Sources;
import io.tidemark.store.Stores;
import java.time.Clock;
import java.util.List;

/**
 * What the engine stands on.
 *
 * @param kinds every kind there is
 * @param actor who works here, {@code user@host}
 */
public record Ground(Stores stores, Sources sources, List<RepositoryKind> kinds, Clock clock, String actor) {

    public Ground {
        kinds = List.copyOf(kinds);
    }
}
