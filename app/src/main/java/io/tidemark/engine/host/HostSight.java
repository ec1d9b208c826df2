package io.tidemark.engine.host;

import io.tidemark.host.Doors;
import io.tidemark.host.check.HostCheck;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.job.JobContext;
import io.tidemark.model.Host;
import io.tidemark.model.HostReport;
import io.tidemark.model.ProblemException;
import io.tidemark.workspace.ObservedFile;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Looks at hosts and remembers what was found. Safe for all threads. */
final class HostSight {

    private final Doors doors;
    private final Expectations expectations;
    private final ObservedFile observed;
    private final Clock clock;

    HostSight(Doors doors, Expectations expectations, ObservedFile observed, Clock clock) {
        this.doors = doors;
        this.expectations = expectations;
        this.observed = observed;
        this.clock = clock;
    }

    /** Looks at one host; if it cannot be looked at, that is what was found, beside what was found before. */
    HostReport look(Host host, JobContext job) throws ProblemException, InterruptedException {
        HostReport report = found(host, job);
        observed.keep(report);
        return report;
    }

    /** Looks at all at once. */
    List<HostReport> lookAll(List<Host> hosts, JobContext job) throws ProblemException, InterruptedException {
        List<HostReport> reports = new java.util.ArrayList<>();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<HostReport>> looks = hosts.stream()
                    .<Callable<HostReport>>map(host -> () -> found(host, job))
                    .toList();
            for (Future<HostReport> look : each.invokeAll(looks)) {
                reports.add(get(look));
            }
        }
        for (HostReport report : reports) {
            observed.keep(report);
        }
        return reports;
    }

    private HostReport found(Host host, JobContext job) throws ProblemException, InterruptedException {
        HostCheck.Expected expected = expectations.of(host);
        try (SshConnection connection = doors.open(host)) {
            return new HostCheck(connection, host, clock).look(expected, job);
        } catch (ProblemException hidden) {
            Optional<HostReport> last = observed.last(host.name());
            return new HostReport(
                    host.name(),
                    clock.instant(),
                    last.map(HostReport::system).orElse(""),
                    Optional.of(hidden.problem()),
                    last.map(HostReport::figures).orElse(Map.of()),
                    last.map(HostReport::findings).orElse(List.of()),
                    last.map(HostReport::repositories).orElse(List.of()));
        }
    }

    private static HostReport get(Future<HostReport> look) throws ProblemException, InterruptedException {
        try {
            return look.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case ProblemException problem -> throw problem;
                case InterruptedException cancelled -> throw cancelled;
                default -> throw new IllegalStateException(failed.getCause());
            }
        }
    }
}
