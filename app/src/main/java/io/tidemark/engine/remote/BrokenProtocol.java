package io.tidemark.engine.remote;

import java.io.IOException;

/** The other side said what the protocol does not know; nothing that comes after can be trusted. */
final class BrokenProtocol extends IOException {

    private static final long serialVersionUID = 1L;

    BrokenProtocol(String message) {
        super(message);
    }
}
