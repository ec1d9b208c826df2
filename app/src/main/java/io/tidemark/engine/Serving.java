package io.tidemark.engine;

import io.tidemark.model.ProblemException;
import java.util.List;

/** Publishes repositories over plain HTTP for a quick test. */
public interface Serving {

    /**
     * Starts a server on the loopback address unless told otherwise.
     *
     * @param address {@code 127.0.0.1} or another address of this machine
     * @param port 0 for a free one
     */
    Served start(String dir, String address, int port) throws ProblemException;

    /** Servers running in this console. */
    List<Served> list();

    /** Stops one. */
    void stop(Served served);

    /** A running server: directory, address and port it listens on, URL to open. */
    record Served(String dir, String address, int port, String url) {}
}
