package io.tidemark.host.ssh;

/** What is thought of the key that a host showed. */
sealed interface Verdict {

    /** Known, or vouched for by a known authority. */
    record Trusted(HostKey key) implements Verdict {}

    /** Nothing is known about the host. */
    record Unknown(HostKey key) implements Verdict {}

    /** Another key is known for the host. */
    record Changed(HostKey key, KnownLine known) implements Verdict {}

    /** The key, or the authority that signed it, must never be accepted again. */
    record Revoked(HostKey key, KnownLine by) implements Verdict {}

    /** The key is too short, of a type that is not taken, or its certificate is not good. */
    record Unfit(String why) implements Verdict {}
}
