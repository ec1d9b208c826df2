package io.tidemark.source;

import java.util.Optional;

/**
 * What to read.
 *
 * @param location path below the upstream's root
 * @param offset first byte wanted; above 0 only to resume with {@code validator}
 * @param validator ETag or modification text that the partial content came with; the file is sent from its start when
 *     it changed since
 * @param known validator of a complete copy we hold: when it still holds the answer is {@link Answer#unchanged()}
 * @param maxBytes longest body accepted; the stream fails with {@code upstream.size} beyond it
 */
public record Request(String location, long offset, Optional<String> validator, Optional<String> known, long maxBytes) {

    /** The whole file, bounded. */
    public static Request whole(String location, long maxBytes) {
        return new Request(location, 0, Optional.empty(), Optional.empty(), maxBytes);
    }
}
