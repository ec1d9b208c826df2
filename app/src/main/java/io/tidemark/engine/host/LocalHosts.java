package io.tidemark.engine.host;

import io.tidemark.engine.Hosts;
import io.tidemark.engine.Workspaces;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.host.Doors;
import io.tidemark.host.check.RootGround;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.job.JobContext;
import io.tidemark.model.ClientLines;
import io.tidemark.model.Host;
import io.tidemark.model.HostDrift;
import io.tidemark.model.HostProfile;
import io.tidemark.model.HostReport;
import io.tidemark.model.Phrase;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Severity;
import io.tidemark.workspace.Inventory;
import io.tidemark.workspace.ObservedFile;
import io.tidemark.workspace.WorkspaceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The hosts of a workspace kept on this machine. Safe for all threads. */
public final class LocalHosts implements Hosts {

    private final WorkspaceFile file;
    private final Workspaces workspaces;
    private final Repositories repositories;
    private final Doors doors;
    private final ObservedFile observed;

    /** The hosts in that file, reached through those doors. */
    public LocalHosts(WorkspaceFile file, Workspaces workspaces, Repositories repositories, Doors doors) {
        this.observed = new ObservedFile(file);
        this.file = file;
        this.workspaces = workspaces;
        this.repositories = repositories;
        this.doors = doors;
    }

    @Override
    public List<Host> list() throws ProblemException {
        return file.read().hosts();
    }

    @Override
    public Host get(String name) throws ProblemException {
        return find(name, list())
                .orElseThrow(
                        () -> new ProblemException(Problem.of("host.unknown", Problem.Category.USAGE, "object", name)));
    }

    @Override
    public Host judge(Host host) throws ProblemException {
        HostRules.require(host);
        if (find(host.name(), list()).isPresent()) {
            throw new ProblemException(Problem.of("host.known", Problem.Category.USAGE, "object", host.name()));
        }
        return host;
    }

    @Override
    public Host add(Host host, JobContext job) throws ProblemException, InterruptedException {
        judge(host);
        Optional<Phrase> toMake;
        try (SshConnection connection = doors.open(host)) {
            toMake = RootGround.look(connection, host);
        }
        file.change(inventory -> with(inventory, host));
        toMake.ifPresent(phrase -> job.log(Severity.WARNING, phrase));
        return host;
    }

    @Override
    public Host save(Host host) throws ProblemException {
        get(host.name());
        HostRules.require(host);
        file.change(inventory -> with(inventory, host));
        return host;
    }

    @Override
    public void remove(String name) throws ProblemException {
        get(name);
        file.change(inventory -> inventory.withHosts(inventory.hosts().stream()
                .filter(host -> !host.name().equals(name))
                .toList()));
        observed.forget(name);
    }

    @Override
    public HostReport check(String name, JobContext job) throws ProblemException, InterruptedException {
        return sight().look(get(name), job);
    }

    @Override
    public List<HostReport> checkAll(List<String> names, JobContext job) throws ProblemException, InterruptedException {
        List<Host> hosts = new ArrayList<>();
        for (String name : names) {
            hosts.add(get(name));
        }
        return sight().lookAll(hosts, job);
    }

    @Override
    public Optional<HostReport> last(String name) throws ProblemException {
        return observed.last(get(name).name());
    }

    @Override
    public HostDrift drift(String name, JobContext job) throws ProblemException, InterruptedException {
        return new Drifting(doors, repositories.ground().clock()).look(get(name), job);
    }

    @Override
    public HostDrift driftOf(Host host, JobContext job) throws ProblemException, InterruptedException {
        HostRules.require(host);
        return new Drifting(doors, repositories.ground().clock()).look(host, job);
    }

    @Override
    public HostProfile suggestProfile(String name) throws ProblemException {
        return new SuggestedProfile(workspaces, repositories).of(get(name));
    }

    @Override
    public List<ClientLines> clients(String dir, String host) throws ProblemException {
        return pages(host).clients(dir);
    }

    @Override
    public String registration(String dir, String host) throws ProblemException {
        return pages(host).registration(dir);
    }

    private HostSight sight() {
        Expectations expectations = new Expectations(workspaces, repositories);
        return new HostSight(
                doors, expectations, observed, repositories.ground().clock());
    }

    private ClientPages pages(String name) throws ProblemException {
        Optional<HostProfile> profile = get(name).profile();
        return new ClientPages(repositories, profile.isPresent() ? profile.get() : suggestProfile(name));
    }

    private static Optional<Host> find(String name, List<Host> hosts) {
        return hosts.stream().filter(host -> host.name().equals(name)).findFirst();
    }

    private static Inventory with(Inventory inventory, Host host) {
        List<Host> hosts = new ArrayList<>(inventory.hosts());
        int place = hosts.stream().map(Host::name).toList().indexOf(host.name());
        if (place < 0) {
            hosts.add(host);
        } else {
            hosts.set(place, host);
        }
        return inventory.withHosts(hosts);
    }
}
