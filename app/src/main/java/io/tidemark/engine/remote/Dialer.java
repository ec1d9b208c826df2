package io.tidemark.engine.remote;

import io.tidemark.engine.Connections;
import io.tidemark.job.JobContext;
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

    /**
     * Copies this program there.
     *
     * @throws ProblemException {@code far.install.way} where this way of dialling cannot
     */
    default Connections.Installed install(RemoteServer server, JobContext job)
            throws ProblemException, InterruptedException {
        return Connections.none().install(server.toString(), job);
    }
}
