package io.tidemark.ui;

import io.tidemark.engine.Hosts;
import io.tidemark.job.JobContext;
import io.tidemark.model.ClientLines;
import io.tidemark.model.Host;
import io.tidemark.model.HostDrift;
import io.tidemark.model.HostProfile;
import io.tidemark.model.HostReport;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hosts that are looked after in the pictures. */
public final class SampleHosts implements Hosts {

    private final List<Host> hosts;

    SampleHosts(List<Host> hosts) {
        this.hosts = hosts;
    }

    @Override
    public List<Host> list() {
        return hosts;
    }

    @Override
    public Host get(String name) throws ProblemException {
        return hosts.stream()
                .filter(host -> host.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new ProblemException(Problem.of("host.unknown", Problem.Category.USAGE, "object", name)));
    }

    @Override
    public Host judge(Host host) {
        return host;
    }

    @Override
    public Host add(Host host, JobContext job) {
        return host;
    }

    @Override
    public Host save(Host host) {
        return host;
    }

    @Override
    public void remove(String name) throws ProblemException {
        get(name);
    }

    @Override
    public HostReport check(String name, JobContext job) throws ProblemException {
        return last(name).orElseThrow();
    }

    @Override
    public List<HostReport> checkAll(List<String> names, JobContext job) throws ProblemException {
        List<HostReport> reports = new ArrayList<>();
        for (String name : names) {
            reports.add(check(name, job));
        }
        return reports;
    }

    @Override
    public Optional<HostReport> last(String name) throws ProblemException {
        return SampleReports.of(get(name));
    }

    @Override
    public HostDrift drift(String name, JobContext job) throws ProblemException {
        return driftOf(get(name), job);
    }

    @Override
    public HostDrift driftOf(Host host, JobContext job) {
        return host.name().equals("lyon-1") ? SampleDrift.drifted(host) : SampleDrift.clean(host);
    }

    @Override
    public HostProfile suggestProfile(String name) {
        return SampleDrift.profile();
    }

    @Override
    public List<ClientLines> clients(String dir, String host) {
        return List.of(
                new ClientLines(
                        "apk",
                        "/etc/apk/repositories",
                        List.of(
                                "http://" + host + ".example.org/" + dir + "/latest-stable/main",
                                "http://" + host + ".example.org/" + dir + "/latest-stable/community")),
                new ClientLines(
                        "rsync",
                        "",
                        List.of("rsync -rltH rsync://" + host + ".example.org/" + dir + "/ /srv/mirror/")));
    }

    @Override
    public String registration(String dir, String host) {
        return """
            Public hostname: %s.example.org
            Scheduled sync time: every 6 hours, at minute 17
            Email: mirror@example.org\
            """.formatted(host);
    }
}
