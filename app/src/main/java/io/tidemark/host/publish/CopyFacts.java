package io.tidemark.host.publish;

/**
 * The file {@code copy.json}: of which repository a directory on a host is a copy.
 *
 * @param format version of the format of all that lies beside it
 * @param id the repository's own, 32 hex digits
 * @param name what people called it when it was first published
 * @param kind id of its kind
 */
public record CopyFacts(int format, String id, String name, String kind) {

    /** The format this program writes, and the only one it changes. */
    public static final int FORMAT = 1;

    static final String FILE = "copy.json";
}
