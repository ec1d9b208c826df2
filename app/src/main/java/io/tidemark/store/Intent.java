package io.tidemark.store;

import java.time.Instant;
import java.util.List;

/**
 * An operation under way, durable before its first effect.
 *
 * @param format version of this format
 * @param after number of the last journal line when it began
 * @param deeds what the journal will say of it
 */
record Intent(int format, String actor, Instant since, long after, List<Deed> deeds, Step step) {

    static final int FORMAT = 1;

    Intent {
        deeds = List.copyOf(deeds);
    }
}
