package io.tidemark.model;

import java.time.Instant;
import java.util.Map;

/**
 * One line of a repository's journal.
 *
 * @param sequence from 1, without gaps
 * @param time when it was written; for people, never for order
 * @param actor account and machine, {@code user@host}
 * @param event what happened
 * @param version the version concerned, possibly empty
 * @param channel the channel concerned, possibly empty
 * @param from for a moved channel, the version it left, possibly empty
 * @param reason what the person said, possibly empty
 * @param figures counts and bytes by name
 */
public record JournalEntry(
        long sequence,
        Instant time,
        String actor,
        Event event,
        String version,
        String channel,
        String from,
        String reason,
        Map<String, Long> figures) {

    public JournalEntry {
        figures = Map.copyOf(figures);
    }

    /** What a journal line records. */
    public enum Event {
        CREATED,
        ADOPTED,
        STAGED,
        SEALED,
        PROMOTED,
        ROLLED_BACK,
        PUBLISHED,
        HELD,
        RELEASED,
        PINNED,
        UNPINNED,
        VERIFIED,
        QUARANTINED,
        PRUNED,
        SHARED,
        CONFIGURED,
        GIVEN_BACK,
        RECOVERED,
        FAILED
    }
}
