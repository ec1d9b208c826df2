package io.tidemark.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One version as lists and timelines show it.
 *
 * @param name its name
 * @param sequence position in the repository's history, from 1; staged versions have 0
 * @param state where it stands
 * @param created when it was sealed, adopted (the newest modification found) or staged
 * @param actor who made it, possibly empty
 * @param files regular files, -1 while unknown
 * @param bytes bytes of regular files, -1 while unknown
 * @param newBytes bytes that the version before it does not have, -1 while unknown
 * @param rootDigest SHA-256 of the manifest's lines, hex, empty until sealed
 * @param base the version it was made from, if any
 * @param verified when every byte was last read and found right
 * @param pin why it must not be pruned, if it is pinned
 * @param channels channels that point at it now
 * @param marks remarks: odd names adopted, files left out, copies instead of links
 */
public record Version(
        String name,
        long sequence,
        VersionState state,
        Instant created,
        String actor,
        long files,
        long bytes,
        long newBytes,
        String rootDigest,
        Optional<String> base,
        Optional<Instant> verified,
        Optional<String> pin,
        List<String> channels,
        List<Notice> marks) {

    public Version {
        channels = List.copyOf(channels);
        marks = List.copyOf(marks);
    }
}
