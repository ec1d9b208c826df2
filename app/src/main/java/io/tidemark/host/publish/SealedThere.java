package io.tidemark.host.publish;

import java.time.Instant;

/**
 * The file {@code facts.json} of a version on a host; in {@code staging/} it says which version is on its way.
 *
 * @param format version of this format
 * @param path where its tree lies, relative to the repository there
 * @param sequence position in the order of publishing there, from 1
 * @param rootDigest of its manifest, which lies beside it, hex
 * @param files regular files
 * @param bytes bytes of regular files
 * @param published when it was sealed there; in {@code staging/}, when it was begun
 */
public record SealedThere(
        int format,
        String name,
        String path,
        long sequence,
        String rootDigest,
        long files,
        long bytes,
        Instant published) {

    static final int FORMAT = 1;
}
