package io.tidemark.host;

import io.tidemark.host.ssh.Deadlines;
import io.tidemark.host.ssh.SshAddress;
import io.tidemark.host.ssh.SshConfig;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.host.ssh.SshConnector;
import io.tidemark.host.ssh.SshPlaces;
import io.tidemark.model.Asking;
import io.tidemark.model.Host;
import io.tidemark.model.ProblemException;

/** Connections as a person's SSH configuration says, with that person's keys. */
public final class SshDoors implements Doors {

    private final SshPlaces places;
    private final Deadlines deadlines;
    private final Asking asking;

    /**
     * Doors for one person.
     *
     * @param places that person's files
     * @param asking that person, for unknown hosts and secrets
     */
    public SshDoors(SshPlaces places, Deadlines deadlines, Asking asking) {
        this.places = places;
        this.deadlines = deadlines;
        this.asking = asking;
    }

    @Override
    public SshConnection open(Host host) throws ProblemException, InterruptedException {
        SshConfig config = SshConfig.read(places, System.getProperty("user.name", ""));
        SshAddress address = new SshAddress(host.user(), host.address(), host.port(), "");
        return new SshConnector(places, deadlines, asking).open(config.target(address), host.fingerprint());
    }
}
