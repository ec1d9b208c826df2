package io.tidemark.host.check;

import io.tidemark.host.publish.Copies;
import io.tidemark.host.ssh.Command;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.host.ssh.Verb;
import io.tidemark.job.JobContext;
import io.tidemark.model.Host;
import io.tidemark.model.HostReport;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One look at a host that a connection leads to. Changes nothing there; every step ends by its own deadline. */
public final class HostCheck {

    private static final int MOST_BYTES = 1 << 21;
    private static final int MOST_UPSTREAMS = 8;
    private static final int MOST_INDEXES = 16;

    private final SshConnection connection;
    private final Host host;
    private final Clock clock;

    /** Looks at that host through a connection, which stays the caller's. */
    public HostCheck(SshConnection connection, Host host, Clock clock) {
        this.connection = connection;
        this.host = host;
        this.clock = clock;
    }

    /**
     * What a host is expected to do.
     *
     * @param upstreams where it should get through to; of more than eight the first ones are tried
     * @param indexes what clients fetch from it first
     */
    public record Expected(List<Upstream> upstreams, List<PublicIndex> indexes, WritersThere writers) {
        public Expected {
            upstreams = upstreams.stream().limit(MOST_UPSTREAMS).toList();
            indexes = List.copyOf(indexes);
        }

        /** Those that should be there, with what lies there. */
        private List<PublicIndex> indexes(List<HostReport.Copy> copies) {
            return indexes.stream()
                    .filter(index -> copies.stream().anyMatch(index::expected))
                    .limit(MOST_INDEXES)
                    .toList();
        }
    }

    /**
     * Looks at everything.
     *
     * @throws ProblemException {@code host.shell}, {@code host.copies}, {@code ssh.…}
     */
    public HostReport look(Expected expected, JobContext job) throws ProblemException, InterruptedException {
        Map<Integer, Boolean> ports = ports();
        OptionalLong skew = Skew.millis(connection, clock);
        job.checkpoint();
        Sections said = gather(expected);
        List<HostReport.Copy> copies = Copies.read(connection, host, job);
        Notes notes = new Notes();
        Machine machine = new Machine(said, notes);
        new Room(said, notes).look(copies);
        machine.size();
        Skew.tell(skew, notes);
        machine.rsync();
        new Services(said, notes).look(host.profile());
        ports.forEach((port, open) -> Ports.tell(port, open, host.profile(), notes));
        if (ports.isEmpty()) {
            notes.info("port", "host.found.port.jump");
        }
        Outward.tell(expected.upstreams(), said, notes);
        Ages ages = new Ages(clock.instant());
        ages.stamps(said);
        WebFindings web = new WebFindings(connection.target().host(), host, clock.instant());
        web.certificate(ports, notes);
        web.indexes(expected.indexes(copies), ports, ages, notes);
        ages.tell(copies, host.profile(), notes);
        machine.labels();
        Tables.look(host, said, expected.writers(), notes);
        return new HostReport(
                host.name(),
                clock.instant(),
                machine.system(),
                Optional.empty(),
                notes.figures(),
                notes.findings(),
                copies);
    }

    private Sections gather(Expected expected) throws ProblemException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(host.root()));
        expected.upstreams()
                .forEach(upstream -> arguments.addAll(List.of(upstream.host(), Integer.toString(upstream.port()))));
        Sections said = Sections.read(
                connection.run(Command.of(Verb.GATHER, arguments), MOST_BYTES).text());
        if (said.first("kernel").isEmpty() && said.first("space").isEmpty()) {
            throw new ProblemException(Problem.of("host.shell", Problem.Category.REFUSED, "object", host.name()));
        }
        return said;
    }

    /** From here, where no other host stands between; in the order of their numbers. */
    private Map<Integer, Boolean> ports() throws InterruptedException {
        if (!connection.target().jumps().isEmpty()) {
            return Map.of();
        }
        Set<Integer> asked = Ports.asked(connection.target().port(), host.profile());
        List<Callable<Boolean>> looks = asked.stream()
                .<Callable<Boolean>>map(
                        port -> () -> Ports.open(connection.target().host(), port))
                .toList();
        Map<Integer, Boolean> open = new TreeMap<>();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            Iterator<Integer> port = asked.iterator();
            for (Future<Boolean> look : each.invokeAll(looks)) {
                open.put(port.next(), look.resultNow());
            }
        }
        return open;
    }
}
