package io.tidemark.engine.remote;

import io.tidemark.model.ProblemException;

/** Opens wires to machines. */
@FunctionalInterface
public interface Dialer {

    /**
     * A fresh wire to a program that attends on that machine.
     *
     * @throws ProblemException of category unreachable where trying again may help
     */
    Wire dial(RemoteServer server) throws ProblemException, InterruptedException;
}
