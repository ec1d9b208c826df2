package io.tidemark.engine.remote;

import io.tidemark.engine.Connections;
import io.tidemark.engine.Workspaces;
import io.tidemark.host.ssh.SshAddress;
import io.tidemark.job.JobContext;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The machines that repositories lie on, met when first needed. Safe for all threads. */
final class Machines implements Connections {

    private final Map<RemoteServer, FarMachine> known = new ConcurrentHashMap<>();
    private final Workspaces workspaces;
    private final Dialer dialer;
    private final Hello here;
    private final Patience patience;

    Machines(Workspaces workspaces, Dialer dialer, Hello here, Patience patience) {
        this.workspaces = workspaces;
        this.dialer = dialer;
        this.here = here;
        this.patience = patience;
    }

    /** Where a directory, a URL or a repository's name leads; empty for this machine. */
    Optional<Far> far(String dir) throws ProblemException {
        String place = workspaces.resolve(dir);
        if (!RemotePlace.isMeant(place)) {
            return Optional.empty();
        }
        RemotePlace remote = RemotePlace.parse(place);
        return Optional.of(new Far(machine(remote.server()), remote));
    }

    /** Repositories of the workspace that lie elsewhere. */
    List<Far> places() throws ProblemException {
        List<Far> all = new ArrayList<>();
        for (Workspaces.Place place : workspaces.get().repositories()) {
            if (!place.here()) {
                RemotePlace remote = RemotePlace.parse(place.dir());
                all.add(new Far(machine(remote.server()), remote));
            }
        }
        return all;
    }

    List<FarMachine> met() {
        return List.copyOf(known.values());
    }

    @Override
    public List<Connection> list() {
        return known.values().stream().map(FarMachine::connection).toList();
    }

    /** A program that is new there speaks only on a new line. */
    @Override
    public Installed install(String server, JobContext job) throws ProblemException, InterruptedException {
        RemoteServer there = RemotePlace.server(SshAddress.parse(server));
        Installed done = dialer.install(there, job);
        Optional.ofNullable(known.remove(there)).ifPresent(FarMachine::close);
        return done;
    }

    @Override
    public void close() {
        List.copyOf(known.keySet())
                .forEach(server -> Optional.ofNullable(known.remove(server)).ifPresent(FarMachine::close));
    }

    private FarMachine machine(RemoteServer server) {
        return known.computeIfAbsent(
                server, fresh -> new FarMachine(new Contract(), new Link(fresh, dialer, here, patience)));
    }

    /** A place and the machine that it is on. */
    record Far(FarMachine machine, RemotePlace place) {}
}
