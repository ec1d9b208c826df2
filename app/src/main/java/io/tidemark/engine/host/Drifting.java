package io.tidemark.engine.host;

import io.tidemark.host.Doors;
import io.tidemark.job.JobContext;
import io.tidemark.model.Host;
import io.tidemark.model.HostDrift;

/** Compares hosts with their profiles. */
record Drifting(Doors doors) {

    HostDrift look(Host host, JobContext job) {
        throw new IllegalStateException(host.name());
    }
}
