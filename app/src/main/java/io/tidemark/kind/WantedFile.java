package io.tidemark.kind;

import java.time.Instant;
import java.util.Optional;

/**
 * One file that a new version shall hold.
 *
 * @param path below the version, plain text without control characters, already checked to stay inside
 * @param location path below the upstream's root to fetch it from, not percent-encoded
 * @param size bytes it must have, -1 where upstream does not say
 * @param identity what upstream promises of its content; a base file with an equal identity is shared, not fetched;
 *     empty where nothing is known, then it is always fetched
 * @param content the bytes themselves where the survey already holds them (indexes), else empty
 * @param linkTarget target where the entry is a symbolic link, else empty
 * @param phase build order: lower phases are complete before a higher one begins; data 0, indexes last
 * @param modified modification time to give it, if upstream says one
 * @param sameAs path of another wanted file that is the same one under another name upstream, a hard link
 */
public record WantedFile(
        String path,
        String location,
        long size,
        String identity,
        Optional<byte[]> content,
        Optional<String> linkTarget,
        int phase,
        Optional<Instant> modified,
        Optional<String> sameAs) {

    /** A file of its own. */
    public WantedFile(
            String path,
            String location,
            long size,
            String identity,
            Optional<byte[]> content,
            Optional<String> linkTarget,
            int phase,
            Optional<Instant> modified) {
        this(path, location, size, identity, content, linkTarget, phase, modified, Optional.empty());
    }
}
