package io.tidemark.model;

import java.util.List;
import java.util.Map;

/**
 * What a kind sees in an existing directory.
 *
 * @param kind id of the kind
 * @param score how sure it is, 0 to 100; the highest wins
 * @param versions directories that are versions, name and path relative to the root, oldest first
 * @param channels links that clients follow: name, path relative to the root, version they point at (possibly empty)
 * @param exchangeable public paths that are plain directories and could become channels
 * @param upstream what could be guessed of the upstream
 * @param notices what was odd
 */
public record Recognition(
        String kind,
        int score,
        List<FoundVersion> versions,
        List<FoundChannel> channels,
        List<String> exchangeable,
        Upstream upstream,
        List<Notice> notices) {

    public Recognition {
        versions = List.copyOf(versions);
        channels = List.copyOf(channels);
        exchangeable = List.copyOf(exchangeable);
        notices = List.copyOf(notices);
    }

    /** A directory that is a version. */
    public record FoundVersion(String name, String path) {}

    /** A link that clients follow. */
    public record FoundChannel(String name, String link, String target) {}

    /** Facts about the versions by name, where reading them was cheap. */
    public Map<String, String> paths() {
        return versions.stream()
                .collect(java.util.stream.Collectors.toUnmodifiableMap(FoundVersion::name, FoundVersion::path));
    }
}
