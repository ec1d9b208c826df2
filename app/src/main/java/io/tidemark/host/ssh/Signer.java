package io.tidemark.host.ssh;

import java.io.IOException;

/** A private key that can be asked for signatures, wherever it is kept. */
interface Signer {

    /** The public half. */
    HostKey key();

    /** What OpenSSH would have to be given to use the same key. */
    Identity identity();

    /** The signature of a kind, packed as the protocol wants it: kind, then signature. */
    byte[] sign(String kind, byte[] data) throws IOException;
}
