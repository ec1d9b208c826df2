package io.tidemark.source;

import java.time.Instant;
import java.util.Optional;

/**
 * What a source says of a file without sending it.
 *
 * @param size bytes, -1 where it does not say
 * @param validator ETag or modification text
 * @param modified modification time, if known
 */
public record Stat(long size, Optional<String> validator, Optional<Instant> modified) {}
