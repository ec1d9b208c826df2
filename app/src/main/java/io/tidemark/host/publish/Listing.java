package io.tidemark.host.publish;

import io.tidemark.host.ssh.Answer;
import io.tidemark.host.ssh.Command;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.host.ssh.Verb;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.time.Duration;
import java.util.NoSuchElementException;

/** Lists a tree on a host. */
final class Listing {

    private static final int MOST = 1 << 30;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private Listing() {}

    /** Everything below a directory. */
    static Nodes of(SshConnection connection, String directory) throws ProblemException, InterruptedException {
        Answer answer =
                Complaint.well(connection.run(Command.of(Verb.COPY_LIST, directory), MOST, PATIENCE), directory);
        try {
            return Nodes.read(answer.output());
        } catch (NoSuchElementException odd) {
            Problem problem = Problem.of("host.copies", Problem.Category.REFUSED, "object", directory);
            throw new ProblemException(problem.with(String.valueOf(odd.getMessage())), odd);
        }
    }
}
