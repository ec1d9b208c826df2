package io.tidemark.store;

import io.tidemark.model.JournalEntry;
import io.tidemark.model.JournalEntry.Event;
import java.time.Instant;
import java.util.Map;

/**
 * What a journal line will say, before it gets its number and time.
 *
 * @param version the version concerned, possibly empty
 * @param channel the channel concerned, possibly empty
 * @param from for a moved channel, the version it left, possibly empty
 * @param reason what the person said, possibly empty
 */
record Deed(Event event, String version, String channel, String from, String reason, Map<String, Long> figures) {

    Deed {
        figures = Map.copyOf(figures);
    }

    /** Something done to the whole repository. */
    static Deed of(Event event, String reason) {
        return new Deed(event, "", "", "", reason, Map.of());
    }

    /** Something done to a version. */
    static Deed of(Event event, String version, String reason, Map<String, Long> figures) {
        return new Deed(event, version, "", "", reason, figures);
    }

    JournalEntry entry(long sequence, Instant time, String actor) {
        return new JournalEntry(sequence, time, actor, event, version, channel, from, reason, figures);
    }

    /** Whether a journal line says this. */
    boolean saidBy(JournalEntry entry) {
        return entry.event() == event
                && entry.version().equals(version)
                && entry.channel().equals(channel)
                && entry.from().equals(from);
    }
}
