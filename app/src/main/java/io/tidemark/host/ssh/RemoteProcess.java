package io.tidemark.host.ssh;

import io.tidemark.model.ProblemException;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import net.schmizz.sshj.connection.channel.direct.SessionChannel;
import net.schmizz.sshj.connection.channel.direct.Signal;

/**
 * A command that runs on a host. Its streams may be used by different threads; a read or write that waits longer than
 * the limit for silence cuts the connection and fails with an {@link IOException}. Closed by whoever started it.
 */
public final class RemoteProcess implements AutoCloseable {

    private static final int SIGNALLED = 128;

    private final Link link;
    private final SessionChannel command;
    private final Duration silence;
    private final Complaints complaints;
    private final InputStream output;
    private final OutputStream input;

    RemoteProcess(Link link, SessionChannel command, Duration silence) {
        this.link = link;
        this.command = command;
        this.silence = silence;
        complaints = Complaints.of(command.getErrorStream());
        output = new Output(command.getInputStream());
        input = new Input(command.getOutputStream());
    }

    /** Its standard output. */
    public InputStream output() {
        return output;
    }

    /** Its standard output without a limit for silence, for those who have their own. */
    InputStream unguardedOutput() {
        return command.getInputStream();
    }

    /** Its standard input; closing it says that nothing more comes. */
    public OutputStream input() {
        return input;
    }

    /** The beginning of what it said on standard error so far, at most 64 KiB, control characters escaped. */
    public String complaints() {
        return complaints.text();
    }

    /** The same once its output has ended. */
    String allComplaints() throws InterruptedException {
        return complaints.whole().text();
    }

    /**
     * Closes its input, passes over what is left of its output, and waits for its end.
     *
     * @return its exit status; 128 and more if a signal ended it
     * @throws ProblemException {@code ssh.lost} with state {@link io.tidemark.model.Problem.State#UNKNOWN} if the host
     *     does not say how it ended, {@code ssh.time.…} if it is silent
     */
    public int waitFor() throws ProblemException, InterruptedException {
        try {
            input.close();
            output.transferTo(OutputStream.nullOutputStream());
            try (Watchdog.Guard _ = link.watchdog().begin(Step.SILENCE, silence)) {
                command.join();
            }
            return status();
        } catch (IOException e) {
            throw lost(e);
        }
    }

    /** The problem that a failure while talking to it is: whether the command did its work is unknown then. */
    public ProblemException lost(IOException cause) throws InterruptedException {
        link.failed(cause);
        return SshProblems.lost(link.target(), link.watchdog().missed(), cause);
    }

    /** Ends it: its input ends, and it is sent a hang-up where the host does that. */
    @Override
    public void close() {
        try (Watchdog.Guard _ = link.watchdog().begin(Step.CHANNEL, Duration.ofSeconds(5))) {
            command.close();
        } catch (IOException gone) {
            // The channel went with its connection.
        }
    }

    private int status() throws IOException {
        Integer status = command.getExitStatus();
        if (status != null) {
            return status;
        }
        if (command.getExitSignal() != null) {
            return SIGNALLED + number(command.getExitSignal());
        }
        throw new IOException("the host does not say how the command ended");
    }

    private static int number(Signal signal) {
        return switch (signal) {
            case HUP -> 1;
            case INT -> 2;
            case QUIT -> 3;
            case ILL -> 4;
            case ABRT -> 6;
            case FPE -> 8;
            case KILL -> 9;
            case USR1 -> 10;
            case SEGV -> 11;
            case USR2 -> 12;
            case PIPE -> 13;
            case ALRM -> 14;
            case TERM -> 15;
            case UNKNOWN -> 0;
        };
    }

    /** Output that may pause, and not for ever. */
    private final class Output extends FilterInputStream {

        Output(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            int got = read(one, 0, 1);
            return got < 0 ? got : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try (Watchdog.Guard _ = link.watchdog().begin(Step.SILENCE, silence)) {
                return in.read(into, offset, length);
            }
        }
    }

    /** Input that the host may take slowly, and not for ever. */
    private final class Input extends FilterOutputStream {

        Input(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            try (Watchdog.Guard _ = link.watchdog().begin(Step.SILENCE, silence)) {
                out.write(from, offset, length);
            }
        }

        @Override
        public void flush() throws IOException {
            try (Watchdog.Guard _ = link.watchdog().begin(Step.SILENCE, silence)) {
                out.flush();
            }
        }

        @Override
        public void close() throws IOException {
            try (Watchdog.Guard _ = link.watchdog().begin(Step.SILENCE, silence)) {
                out.close();
            }
        }
    }
}
