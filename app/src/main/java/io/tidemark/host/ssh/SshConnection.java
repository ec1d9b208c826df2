package io.tidemark.host.ssh;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import net.schmizz.sshj.connection.channel.OpenFailException;
import net.schmizz.sshj.connection.channel.direct.Session;

/**
 * An open, authenticated connection to a host. Safe for all threads; several commands may run at a time. When one misses
 * its deadline the connection is cut, and whatever else runs on it ends too.
 */
public final class SshConnection implements AutoCloseable {

    private final List<Link> links;
    private final Deadlines deadlines;
    private final HostKey key;
    private final Identity identity;

    /** A connection over links, the last of which ends at the host. */
    SshConnection(List<Link> links, Deadlines deadlines, HostKey key, Identity identity) {
        this.links = List.copyOf(links);
        this.deadlines = deadlines;
        this.key = key;
        this.identity = identity;
    }

    /** Where it leads. */
    public SshTarget target() {
        return link().target();
    }

    /** {@code SHA256:…} of the host's key. */
    public String fingerprint() {
        return key.fingerprint();
    }

    /** Whether it still stands, as far as is known here. */
    public boolean open() {
        return link().client().isConnected();
    }

    /**
     * Starts a command and leaves it to the caller to talk to it. Its output, and its willingness to read, may pause for
     * as long as {@link Deadlines#silence} says.
     *
     * @throws ProblemException {@code ssh.…} if it could not be started
     */
    public RemoteProcess exec(Command command) throws ProblemException, InterruptedException {
        return exec(command, deadlines.silence());
    }

    /** The same with another limit for silence. */
    public RemoteProcess exec(Command command, Duration silence) throws ProblemException, InterruptedException {
        return start(ShellWords.join(command.words()), silence);
    }

    /**
     * Runs a command to its end and takes what it says, within {@link Deadlines#silence} as a whole.
     *
     * @param mostBytes of output; more is a problem, {@code ssh.flood}
     * @throws ProblemException {@code ssh.…}; its state is {@link Problem.State#UNKNOWN} if the command may have run
     */
    public Answer run(Command command, int mostBytes) throws ProblemException, InterruptedException {
        return run(command, mostBytes, deadlines.silence());
    }

    /** The same for a command that may take longer. */
    public Answer run(Command command, int mostBytes, Duration patience) throws ProblemException, InterruptedException {
        Frame frame = Frame.random();
        try (RemoteProcess process = start(frame.around(command), patience);
                Watchdog.Guard _ = link().watchdog().begin(Step.COMMAND, patience)) {
            return frame.talk(process, command, mostBytes);
        }
    }

    /** Ends everything that runs on it; commands on the host see their input end, or a hang-up. */
    @Override
    public void close() {
        links.reversed().forEach(Link::close);
    }

    Link link() {
        return links.getLast();
    }

    List<Link> links() {
        return links;
    }

    HostKey key() {
        return key;
    }

    Identity identity() {
        return identity;
    }

    Deadlines deadlines() {
        return deadlines;
    }

    private RemoteProcess start(String line, Duration silence) throws ProblemException, InterruptedException {
        return link().step(Step.CHANNEL, deadlines.channel(), () -> {
            Session session = session();
            return new RemoteProcess(link(), session, session.exec(line), silence);
        });
    }

    private Session session() throws IOException, ProblemException {
        try {
            return link().client().startSession();
        } catch (OpenFailException e) {
            throw SshProblems.problem("ssh.channel", Problem.Category.UNREACHABLE, target(), e);
        }
    }
}
