package io.tidemark.host.provision;

/**
 * One thing to look at on a host.
 *
 * @param kind as the script of {@link io.tidemark.host.ssh.Verb#LOOK} knows it: {@code file}, {@code directory},
 *     {@code account}, {@code service}, {@code program}, {@code public} (the public half of a key), {@code firewall},
 *     {@code label}, {@code pristine}
 * @param name its path or name; never with control characters
 */
record Query(String kind, String name) {

    /** A file or link, with its text. */
    static Query file(String path) {
        return new Query("file", path);
    }

    /** The firewall, if there is one. */
    static Query firewall() {
        return new Query("firewall", "-");
    }
}
