package io.tidemark.host.check;

import io.tidemark.host.ssh.Answer;
import io.tidemark.host.ssh.Command;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.host.ssh.Verb;
import io.tidemark.model.Host;
import io.tidemark.model.Phrase;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.Optional;

/** What a host's root is to be made on: the directory nearest above it that exists. */
public final class RootGround {

    private static final int MOST_BYTES = 1 << 13;

    private RootGround() {}

    /**
     * Makes sure that a shell answers and looks whether the account may write where the root is, or will be.
     *
     * @return what must be made by provisioning, or by the host's keeper; empty where the account can write
     * @throws ProblemException {@code host.shell}, {@code host.root}, {@code ssh.…}
     */
    public static Optional<Phrase> look(SshConnection connection, Host host)
            throws ProblemException, InterruptedException {
        Answer answer = connection.run(Command.of(Verb.GROUND, host.root()), MOST_BYTES);
        String[] words = answer.text().split(" ", 2);
        if (!answer.well() || words.length < 2 || words[0].length() != 2) {
            throw new ProblemException(Problem.of("host.shell", Problem.Category.REFUSED, "object", host.name())
                    .with(answer.complaints()));
        }
        // The path is a beginning of the one that was asked for, or the host lies.
        String ground = host.root().startsWith(words[1].strip()) ? words[1].strip() : "/";
        if (words[0].charAt(0) != 'd') {
            throw new ProblemException(
                    Problem.of("host.root", Problem.Category.REFUSED, "object", ground, "host", host.name()));
        }
        return words[0].charAt(1) == 'w'
                ? Optional.empty()
                : Optional.of(Phrase.of("host.ground", "path", ground, "root", host.root(), "host", host.name()));
    }
}
