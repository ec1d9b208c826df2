package io.tidemark.host.provision;

import io.tidemark.host.ssh.Answer;
import io.tidemark.host.ssh.Command;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.host.ssh.Verb;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at a host in one go: with the rights of the account, and of root only where those are not enough. */
record Looking(SshConnection connection) {

    /** Files are read up to 512 KiB each; a host with more to say is not looked at. */
    private static final int MOST_BYTES = 16 << 20;

    private static final int LONGEST_RELEASE = 1 << 16;
    private static final String RELEASE = "/etc/os-release";

    /** What the system says it is: os-release(5). */
    String release() throws ProblemException, InterruptedException {
        return connection.run(Command.of(Verb.READ, RELEASE), LONGEST_RELEASE).text();
    }

    /** All of it, as far as the account may see it. */
    Sights at(List<Query> queries) throws ProblemException, InterruptedException {
        Sights own = run(Verb.LOOK, queries);
        return own.anyDenied() ? asRoot(queries).orElse(own) : own;
    }

    private Optional<Sights> asRoot(List<Query> queries) throws ProblemException, InterruptedException {
        try {
            return Optional.of(run(Verb.LOOK_AS_ROOT, queries));
        } catch (ProblemException e) {
            if (e.problem().code().equals("ssh.sudo") || e.problem().code().equals("provision.look")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Sights run(Verb verb, List<Query> queries) throws ProblemException, InterruptedException {
        List<String> words = new ArrayList<>();
        for (Query query : queries) {
            words.add(query.kind());
            words.add(query.name());
        }
        Answer answer = connection.run(Command.of(verb, words), MOST_BYTES);
        return Sights.read(queries, answer.text())
                .orElseThrow(() -> new ProblemException(
                        Problem.of("provision.look", Problem.Category.REFUSED, "object", connection.target())
                                .with(answer.complaints())));
    }
}
