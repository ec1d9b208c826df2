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
import io.tidemark.model.Severity;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;

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
     * @throws ProblemException {@code host.shell}, {@code ssh.…}
     */
    public HostReport look(Expected expected, JobContext job) throws ProblemException, InterruptedException {
        Map<Integer, Boolean> ports = ports();
        OptionalLong skew = Skew.millis(connection, clock);
        job.checkpoint();
        Sections said = gather(expected);
        Notes notes = new Notes();
        List<HostReport.Copy> copies = copies(job, notes);
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

    /** A host that tells nonsense of what lies there can be looked at all the same. */
    private List<HostReport.Copy> copies(JobContext job, Notes notes) throws ProblemException, InterruptedException {
        try {
            return Copies.read(connection, host, job);
        } catch (ProblemException odd) {
            if (odd.problem().category() != Problem.Category.REFUSED) {
                throw odd;
            }
            notes.add("copies", Severity.DANGER, "host.found.copies", "root", host.root());
            return List.of();
        }
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
        String address = connection.target().host();
        List<Integer> asked = List.copyOf(Ports.asked(connection.target().port(), host.profile()));
        List<Boolean> answers = AtOnce.all(asked.stream()
                .<Supplier<Boolean>>map(port -> () -> Ports.open(address, port))
                .toList());
        Map<Integer, Boolean> open = new TreeMap<>();
        for (int i = 0; i < asked.size(); i++) {
            open.put(asked.get(i), answers.get(i));
        }
        return open;
    }
}
