package io.tidemark.host.ssh;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import net.schmizz.sshj.connection.channel.OpenFailException;
import net.schmizz.sshj.connection.channel.direct.SessionChannel;

/**
 * An open, authenticated connection to a host. Safe for all threads; several commands may run at a time. When one misses
 * its deadline the connection is cut, and whatever else runs on it ends too.
 */
public final class SshConnection implements AutoCloseable {

    private static final int LONGEST_NUMBER = 32;
    /** What a shell answers when there is no such program. */
    private static final int NOT_FOUND = 127;

    private final List<Hop> hops;
    private final Deadlines deadlines;
    private volatile Boolean root;

    /** A connection over hops, the last of which is the host. */
    SshConnection(List<Hop> hops, Deadlines deadlines) {
        this.hops = List.copyOf(hops);
        this.deadlines = deadlines;
    }

    /** Where it leads. */
    public SshTarget target() {
        return link().target();
    }

    /** {@code SHA256:…} of the host's key. */
    public String fingerprint() {
        return hops.getLast().key().fingerprint();
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
        return start(ShellWords.join(words(command)), silence);
    }

    /**
     * Runs a command to its end and takes what it says, within {@link Deadlines#silence} as a whole.
     *
     * @param mostBytes of output; more is a problem, {@code ssh.flood}
     * @throws ProblemException {@code ssh.sudo} if it needs root and may not have it; other {@code ssh.…}, whose state is {@link Problem.State#UNKNOWN} if the command may have run
     */
    public Answer run(Command command, int mostBytes) throws ProblemException, InterruptedException {
        return run(command, mostBytes, deadlines.silence());
    }

    /** The same for a command that may take longer. */
    public Answer run(Command command, int mostBytes, Duration patience) throws ProblemException, InterruptedException {
        Frame frame = Frame.random();
        try (RemoteProcess process = start(frame.around(words(command)), patience);
                Watchdog.Guard _ = link().watchdog().begin(Step.COMMAND, patience)) {
            return permitted(command, frame.talk(process, command, mostBytes));
        }
    }

    /**
     * Opens the files of the host, in a channel of their own.
     *
     * @throws ProblemException {@code ssh.…}, also where the host does not offer SFTP
     */
    public RemoteFiles files() throws ProblemException, InterruptedException {
        RemoteProcess channel = link().step(Step.CHANNEL, deadlines.channel(), () -> {
            SessionChannel session = session();
            session.startSubsystem("sftp");
            return new RemoteProcess(link(), session, deadlines.silence());
        });
        try {
            return new RemoteFiles(
                    channel,
                    target(),
                    new Sftp(link().watchdog(), deadlines.silence(), channel.unguardedOutput(), channel.input()));
        } catch (IOException | BadKey e) {
            channel.close();
            throw link().failed(new IOException(e));
        }
    }

    /**
     * Writes what OpenSSH needs to make the same connection without asking anybody.
     *
     * @param directory absolute, of letters and digits; is made, for the owner alone; the caller removes it
     * @throws ProblemException {@code ssh.openssh} if a password or passphrase was needed, {@code ssh.openssh.files}
     */
    public OpenSsh openSsh(Path directory) throws ProblemException {
        return OpenSsh.write(hops, directory);
    }

    /** Ends everything that runs on it; commands on the host see their input end, or a hang-up. */
    @Override
    public void close() {
        hops.reversed().forEach(hop -> hop.link().close());
    }

    /** How we said who we are. */
    Identity identity() {
        return hops.getLast().identity();
    }

    private Link link() {
        return hops.getLast().link();
    }

    private List<String> words(Command command) throws ProblemException, InterruptedException {
        return command.words(command.needsRoot() && root());
    }

    /** Asked once: an account does not become another. */
    private boolean root() throws ProblemException, InterruptedException {
        if (root == null) {
            root = run(Command.of(Verb.WHO), LONGEST_NUMBER).text().strip().equals("0");
        }
        return root;
    }

    /** A command that sudo did not let through has not run. */
    private Answer permitted(Command command, Answer answer) throws ProblemException {
        if (command.needsRoot() && !answer.well() && refused(answer)) {
            throw SshProblems.problem(
                    "ssh.sudo", Problem.Category.REFUSED, target(), new IOException(answer.complaints()));
        }
        return answer;
    }

    /** Also where there is no sudo at all, which the shell says. */
    private static boolean refused(Answer answer) {
        return answer.complaints().startsWith("sudo: ")
                || answer.exit() == NOT_FOUND && answer.complaints().contains("sudo");
    }

    private RemoteProcess start(String line, Duration silence) throws ProblemException, InterruptedException {
        return link().step(Step.CHANNEL, deadlines.channel(), () -> {
            SessionChannel session = session();
            session.exec(line);
            return new RemoteProcess(link(), session, silence);
        });
    }

    private SessionChannel session() throws IOException, ProblemException {
        try {
            return (SessionChannel) link().client().startSession();
        } catch (OpenFailException e) {
            throw SshProblems.problem("ssh.channel", Problem.Category.UNREACHABLE, target(), e);
        }
    }
}
