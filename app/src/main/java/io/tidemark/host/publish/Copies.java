package io.tidemark.host.publish;

import io.tidemark.host.ssh.Answer;
import io.tidemark.host.ssh.Command;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.host.ssh.Verb;
import io.tidemark.job.JobContext;
import io.tidemark.model.Host;
import io.tidemark.model.HostReport;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** What lies below a host's root. Reads everything anew each time; writes nothing. */
public final class Copies {

    private static final int MOST = 64 << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Copies() {}

    /**
     * All repositories below a host's root, by name, and other directories there that hold directories or links. A root that
     * is not there holds none. What reads wrong of one is a problem of that one alone: it is then shown as nobody's.
     *
     * @throws ProblemException {@code ssh.…}; {@code host.copies} if the host says what our program does not say
     */
    public static List<HostReport.Copy> read(SshConnection connection, Host host, JobContext job)
            throws ProblemException, InterruptedException {
        job.checkpoint();
        List<HostReport.Copy> copies = new ArrayList<>();
        for (Outline outline : look(connection, List.of(host.root()))) {
            if (outline.concernsUs()) {
                copies.add(new CopyReport(readable(outline, host)).copy());
            }
        }
        return copies;
    }

    /**
     * One copy, however little of it is there.
     *
     * @throws ProblemException {@code store.format}, {@code store.damaged}, {@code ssh.…}
     */
    public static CopyState one(SshConnection connection, Host host, String repository)
            throws ProblemException, InterruptedException {
        Optional<Outline> found =
                look(connection, List.of(host.root(), repository)).stream().findFirst();
        return CopyState.of(found.orElseGet(() -> Outline.of(repository)), host.place(repository));
    }

    private static CopyState readable(Outline outline, Host host) throws ProblemException {
        try {
            return CopyState.of(outline, host.place(outline.name()));
        } catch (ProblemException damaged) {
            return CopyState.of(outline.withoutFiles(), host.place(outline.name()));
        }
    }

    private static List<Outline> look(SshConnection connection, List<String> places)
            throws ProblemException, InterruptedException {
        Answer answer = connection.run(Command.of(Verb.COPY_LOOK, places), MOST, PATIENCE);
        if (answer.exit() == Complaint.GONE) {
            return List.of();
        }
        try {
            if (answer.well()) {
                return Outline.read(answer.output());
            }
            throw new NoSuchElementException(answer.complaints());
        } catch (NoSuchElementException odd) {
            Problem problem = Problem.of("host.copies", Problem.Category.REFUSED, "object", connection.target());
            throw new ProblemException(problem.with(String.valueOf(odd.getMessage())), odd);
        }
    }
}
