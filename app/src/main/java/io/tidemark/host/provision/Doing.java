package io.tidemark.host.provision;

import io.tidemark.host.ssh.Answer;
import io.tidemark.host.ssh.Command;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.host.ssh.Verb;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.time.Duration;

/** Runs single steps on a host and turns what fails into problems. */
record Doing(SshConnection connection, String host) {

    private static final int MOST_BYTES = 1 << 20;
    private static final int LONGEST_SAYING = 300;
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /**
     * A step that must go well.
     *
     * @throws ProblemException {@code provision.step} if it does not
     */
    Answer must(String object, Command command) throws ProblemException, InterruptedException {
        return must("provision.step", object, command);
    }

    /** The same with another code. */
    Answer must(String code, String object, Command command) throws ProblemException, InterruptedException {
        Answer answer = ask(command);
        if (!answer.well()) {
            throw failed(code, object, answer.complaints());
        }
        return answer;
    }

    /** A step that may fail. */
    Answer ask(Command command) throws ProblemException, InterruptedException {
        Duration patience = command.verb() == Verb.PROVISION_CERTBOT ? LONGEST : LONG;
        return connection.run(command, MOST_BYTES, patience);
    }

    /** What failed on what, and the beginning of what was said. */
    ProblemException failed(String code, String object, String said) {
        String line = said.lines()
                .filter(one -> !one.isBlank())
                .reduce((_, last) -> last)
                .orElse("-");
        String brief = line.length() > LONGEST_SAYING ? line.substring(0, LONGEST_SAYING) + "…" : line;
        return new ProblemException(
                Problem.of(code, Problem.Category.REFUSED, "object", object, "host", host, "said", brief)
                        .with(said));
    }
}
