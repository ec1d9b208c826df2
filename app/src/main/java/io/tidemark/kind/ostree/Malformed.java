package io.tidemark.kind.ostree;

/** Bytes that break a format or a bound; the reason names the place in the format. */
final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;

    Malformed(String reason) {
        super(reason);
    }
}
