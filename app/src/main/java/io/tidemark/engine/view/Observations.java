package io.tidemark.engine.view;

import io.tidemark.engine.repository.Neighbours;
import io.tidemark.engine.repository.UpstreamNote;
import io.tidemark.model.ForeignWriter;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this console saw lately and nobody wrote down: looks at upstreams that changed nothing, and programs that write into
 * trees. Safe for all threads.
 */
final class Observations {

    private static final Duration FRESH = Duration.ofMinutes(5);

    private final Neighbours neighbours;
    private final Clock clock;
    private final Map<Path, UpstreamNote> upstreams = new ConcurrentHashMap<>();
    private final Map<Path, Seen> writers = new ConcurrentHashMap<>();

    Observations(Neighbours neighbours, Clock clock) {
        this.neighbours = neighbours;
        this.clock = clock;
    }

    /** Notes a look at upstream. */
    void looked(Path root, UpstreamNote note) {
        upstreams.put(root, note);
    }

    /** The later of what is written and what was seen here. */
    UpstreamNote latest(Path root, UpstreamNote written) {
        UpstreamNote seen = upstreams.get(root);
        return seen != null && seen.checked().isAfter(written.checked()) ? seen : written;
    }

    /** Who writes into a tree, looked up now. */
    List<ForeignWriter> look(Path root) throws ProblemException, InterruptedException {
        List<ForeignWriter> found = neighbours.of(root);
        writers.put(root, new Seen(clock.instant(), found));
        return found;
    }

    /** Who writes into a tree, looked up at most every few minutes. */
    List<ForeignWriter> writers(Path root) throws ProblemException {
        Seen seen = writers.get(root);
        if (seen != null && seen.when().plus(FRESH).isAfter(clock.instant())) {
            return seen.writers();
        }
        try {
            return look(root);
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            return Optional.ofNullable(seen).map(Seen::writers).orElse(List.of());
        }
    }

    private record Seen(Instant when, List<ForeignWriter> writers) {}
}
