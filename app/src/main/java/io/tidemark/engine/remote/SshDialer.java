package io.tidemark.engine.remote;

import io.tidemark.engine.Connections;
import io.tidemark.host.ssh.Command;
import io.tidemark.host.ssh.Deadlines;
import io.tidemark.host.ssh.SshAddress;
import io.tidemark.host.ssh.SshConfig;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.host.ssh.SshConnector;
import io.tidemark.host.ssh.SshPlaces;
import io.tidemark.host.ssh.Verb;
import io.tidemark.job.JobContext;
import io.tidemark.model.Asking;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Wires over SSH: connects as the person's configuration says, and starts the Tidemark that is there. */
public final class SshDialer implements Dialer {

    /** The line itself gives signs of life; this is for a host that takes them and says nothing. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final SshPlaces places;
    private final Asking asking;
    private final String version;
    private final Optional<Path> program;

    /**
     * A dialer for one person.
     *
     * @param places that person's files
     * @param asking that person, for unknown hosts and secrets
     * @param version of the program that is looked for there first
     * @param program directory of this program, to be copied when that is asked for; empty where it runs from class files
     */
    public SshDialer(SshPlaces places, Asking asking, String version, Optional<Path> program) {
        this.places = places;
        this.asking = asking;
        this.version = version;
        this.program = program;
    }

    @Override
    public Wire dial(RemoteServer server) throws ProblemException, InterruptedException {
        SshConnection connection = connect(server);
        boolean started = false;
        try {
            Wire wire = new SshWire(connection, connection.exec(Command.of(Verb.ATTEND, version), SILENCE));
            started = true;
            return wire;
        } finally {
            if (!started) {
                connection.close();
            }
        }
    }

    @Override
    public Connections.Installed install(RemoteServer server, JobContext job)
            throws ProblemException, InterruptedException {
        ProgramTree tree = ProgramTree.in(program);
        try (SshConnection connection = connect(server)) {
            return new Installing(connection, server.toString(), version).install(tree, job);
        }
    }

    /** A connection without anything running on it. */
    SshConnection connect(RemoteServer server) throws ProblemException, InterruptedException {
        SshConfig config = SshConfig.read(places, System.getProperty("user.name", ""));
        SshAddress address = new SshAddress(server.user().orElse(""), server.host(), server.port(), "");
        return new SshConnector(places, Deadlines.usual(), asking).open(config.target(address));
    }
}
