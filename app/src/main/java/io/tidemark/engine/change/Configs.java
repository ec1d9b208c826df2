package io.tidemark.engine.change;

import io.tidemark.model.PinnedKey;
import io.tidemark.model.RepositoryConfig;
import java.util.List;

/** Settings like others but for one thing. */
final class Configs {

    private Configs() {}

    static RepositoryConfig withKeys(RepositoryConfig old, List<PinnedKey> keys) {
        return new RepositoryConfig(
                old.format(),
                old.id(),
                old.name(),
                old.kind(),
                old.upstream(),
                old.transfer(),
                old.policies(),
                old.channels(),
                keys,
                old.pins());
    }
}
