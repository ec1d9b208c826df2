package io.tidemark.host.provision;

/**
 * A file that should be on a host, owned by root.
 *
 * @param path absolute
 * @param content whole, as text
 * @param mode permission bits
 * @param check what tells whether the servers understand it
 * @param service what must read it again afterwards; empty for none
 */
public record DesiredFile(String path, String content, int mode, Check check, String service) {

    /** How a file is tried out before a server is told to read it. */
    public enum Check {
        NONE,
        NGINX,
        APACHE,
        SYSTEMD
    }
}
