package io.tidemark.host;

import io.tidemark.host.ssh.SshConnection;
import io.tidemark.model.Host;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;

/** Opens connections to hosts, on behalf of one person. Safe for all threads. */
@FunctionalInterface
public interface Doors {

    /**
     * A new connection; the caller closes it.
     *
     * @throws ProblemException {@code ssh.…}; nothing was run there
     */
    SshConnection open(Host host) throws ProblemException, InterruptedException;

    /** Doors of somebody who reaches no host. */
    static Doors none() {
        return host -> {
            throw new ProblemException(Problem.of("host.no-way", Problem.Category.UNREACHABLE, "object", host.name()));
        };
    }
}
