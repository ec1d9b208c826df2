package io.tidemark.host.ssh;

/** Bytes that are not the key, certificate or signature that they should be. */
final class BadKey extends Exception {

    private static final long serialVersionUID = 1L;

    BadKey(String why) {
        super(why);
    }
}
