package io.tidemark.engine.host;

import io.tidemark.host.Doors;
import io.tidemark.host.provision.Survey;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.job.JobContext;
import io.tidemark.model.Host;
import io.tidemark.model.HostDrift;
import io.tidemark.model.ProblemException;
import java.time.Clock;

/** Compares hosts with their profiles. */
record Drifting(Doors doors, Clock clock) {

    HostDrift look(Host host, JobContext job) throws ProblemException, InterruptedException {
        job.progress().phase("provision-look", -1, -1);
        try (SshConnection connection = doors.open(host)) {
            return Survey.of(connection, host, clock.instant()).drift();
        }
    }
}
