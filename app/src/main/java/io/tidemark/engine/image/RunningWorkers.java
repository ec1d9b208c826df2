package io.tidemark.engine.image;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which workers are at which repository of this process. Safe for all threads. */
public final class RunningWorkers {

    private final Map<Path, DeltaWorkers> byRoot = new ConcurrentHashMap<>();

    void show(Path root, DeltaWorkers workers) {
        byRoot.put(root, workers);
    }

    void hide(Path root) {
        byRoot.remove(root);
    }

    Optional<DeltaWorkers> at(Path root) {
        return Optional.ofNullable(byRoot.get(root));
    }
}
