package io.tidemark.host.ssh;

import java.nio.file.Path;

/** How a connection said who we are, as far as OpenSSH can say it again without asking a person. */
sealed interface Identity {

    /** A key in a file that needs no passphrase. */
    record InFile(Path file) implements Identity {}

    /** A key that the agent at a socket keeps. */
    record InAgent(Path socket, HostKey key) implements Identity {}

    /** A password, or a key whose passphrase a person typed: it cannot be said again. */
    record OfPerson() implements Identity {}
}
