package io.tidemark.source;

import java.time.Instant;
import java.util.Optional;

/**
 * One entry of a listed directory.
 *
 * @param name file name, decoded, checked: no slash, no control characters, neither {@code .} nor {@code ..}
 * @param type what it is; web listings show links as what they lead to
 * @param size bytes of a file, -1 where the listing does not say exactly
 * @param modified modification time, if the listing says one
 * @param linkTarget target of a symbolic link where the source shows links as such
 */
public record Entry(String name, Type type, long size, Optional<Instant> modified, Optional<String> linkTarget) {

    /** What an entry is. */
    public enum Type {
        FILE,
        DIRECTORY,
        SYMLINK,
        /** A device, socket or pipe: nothing to fetch. */
        SPECIAL
    }

    /** Whether it is a directory. */
    public boolean directory() {
        return type == Type.DIRECTORY;
    }
}
