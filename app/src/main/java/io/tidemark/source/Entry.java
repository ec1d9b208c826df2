package io.tidemark.source;

import java.time.Instant;
import java.util.Optional;

/**
 * One entry of a listed directory.
 *
 * @param name file name, decoded, checked: no slash, no control characters, neither {@code .} nor {@code ..}
 * @param directory whether it is a directory
 * @param size bytes of a file, -1 where the listing does not say exactly
 * @param modified modification time, if the listing says one
 * @param linkTarget target of a symbolic link where the source shows links as such
 */
public record Entry(
        String name, boolean directory, long size, Optional<Instant> modified, Optional<String> linkTarget) {}
