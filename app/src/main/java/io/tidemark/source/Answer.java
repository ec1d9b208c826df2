package io.tidemark.source;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;

/**
 * An open file of an upstream.
 *
 * @param unchanged whether the copy named by {@link Request#known()} still holds; the body is then empty
 * @param offset position of the body's first byte: the wanted one, or 0 when the source starts over
 * @param size length of the whole file, -1 where the source does not say
 * @param validator ETag or modification text for later conditional requests
 * @param modified modification time, if known
 * @param body the bytes; a body that ends short of {@code size} fails with a
 *     {@link SourceException}
 */
public record Answer(
        boolean unchanged,
        long offset,
        long size,
        Optional<String> validator,
        Optional<Instant> modified,
        InputStream body)
        implements AutoCloseable {

    @Override
    public void close() throws IOException {
        body.close();
    }
}
