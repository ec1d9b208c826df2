package io.tidemark.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one channel pointed at, when; spans in order, the last one is live.
 *
 * @param seen until when this is known, where the channel is a host's: what came after nobody has seen
 */
public record Lane(String channel, List<Span> spans, Optional<Hold> hold, Optional<Instant> seen) {

    public Lane {
        spans = List.copyOf(spans);
    }

    /** A channel of a repository that can be read now. */
    public Lane(String channel, List<Span> spans, Optional<Hold> hold) {
        this(channel, spans, hold, Optional.empty());
    }

    /**
     * A stretch of time during which the channel pointed at one version.
     *
     * @param end when it left it; empty while it is live
     * @param undone whether it was left by a rollback
     * @param byRollback whether it was entered by a rollback
     */
    public record Span(String version, Instant start, Optional<Instant> end, boolean undone, boolean byRollback) {}
}
