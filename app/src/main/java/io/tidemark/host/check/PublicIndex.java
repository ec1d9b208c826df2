package io.tidemark.host.check;

import io.tidemark.model.HostReport;

/**
 * A file that clients fetch first, and whose age is the content's.
 *
 * @param repository its name on the host
 * @param channel below which it lies; empty where it lies below none
 * @param path below the web server's root, escaped for a URL, with a slash at its beginning
 */
public record PublicIndex(String repository, String channel, String path) {

    /** Whether it should be there. */
    boolean expected(HostReport.Copy copy) {
        return copy.name().equals(repository)
                && (channel.isEmpty()
                        || copy.lanes().stream().anyMatch(lane -> lane.channel().equals(channel)));
    }
}
