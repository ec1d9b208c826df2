package io.tidemark.host.publish;

import java.time.Instant;
import java.util.List;

/**
 * The file {@code facts.json} beside documents that clients were given at some time: what a channel of single files showed.
 *
 * @param format version of this format
 * @param name of the directory in which they lie: a digest of all of them
 * @param version the version that leads the channel by them
 * @param members versions that they name, oldest first, that one last
 * @param base what every URL in them begins with
 * @param link where the channel's own document lies, relative to the copy
 * @param digest of that document, hex
 * @param sequence position in the order in which sets were made, from 1
 * @param order where the documents belong, in the order in which they take their places
 */
public record DocumentSet(
        int format,
        String name,
        String channel,
        String version,
        List<String> members,
        String base,
        String link,
        String digest,
        long sequence,
        Instant made,
        List<String> order) {
    static final int FORMAT = 1;

    public DocumentSet {
        members = List.copyOf(members);
        order = List.copyOf(order);
    }

    /** The file that holds the channel's own document, below the directory of the set. */
    String own() {
        return Integer.toString(order.indexOf(link));
    }
}
