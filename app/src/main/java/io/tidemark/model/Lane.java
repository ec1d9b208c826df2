package io.tidemark.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What one channel pointed at, when; spans in order, the last one is live. */
public record Lane(String channel, List<Span> spans, Optional<Hold> hold) {

    public Lane {
        spans = List.copyOf(spans);
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
