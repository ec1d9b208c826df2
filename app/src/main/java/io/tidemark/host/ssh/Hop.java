package io.tidemark.host.ssh;

/**
 * One host on the way, met and satisfied.
 *
 * @param link the connection with it
 * @param key its key
 * @param identity how we said who we are
 */
record Hop(Link link, HostKey key, Identity identity) {

    SshTarget target() {
        return link.target();
    }
}
