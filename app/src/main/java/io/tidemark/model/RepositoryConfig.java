package io.tidemark.model;

import java.util.List;
import java.util.Map;

/**
 * The settings of a repository, saved whole as {@code .tidemark/repository.json}. Where channels point is read from the
 * disk, not from here.
 *
 * @param format version of this format; readers refuse what they do not know
 * @param id random and stable, 32 hex digits
 * @param name what people call it
 * @param kind id of its kind
 * @param upstream where new content comes from
 * @param transfer how we talk to it
 * @param policies rules it keeps
 * @param channels name and link of each channel with its policy; target and hold are filled in when read
 * @param keys signing keys that were trusted
 * @param pins reason by version name
 */
public record RepositoryConfig(
        int format,
        String id,
        String name,
        String kind,
        Upstream upstream,
        TransferSettings transfer,
        Policies policies,
        List<Channel> channels,
        List<PinnedKey> keys,
        Map<String, String> pins) {

    /** The format this program writes. */
    public static final int FORMAT = 1;

    public RepositoryConfig {
        channels = List.copyOf(channels);
        keys = List.copyOf(keys);
        pins = Map.copyOf(pins);
    }
}
