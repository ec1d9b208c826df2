package io.tidemark.host.ssh;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;

/**
 * One encrypted connection to one host, over a wire that may lead through another. Each step runs under the watchdog;
 * one that is missed cuts the wire, and everything that waits on this link ends.
 */
final class Link implements AutoCloseable {

    private static final Duration GOODBYE = Duration.ofSeconds(1);

    private final SshTarget target;
    private final Wire wire;
    private final Watchdog watchdog;
    private final Negotiation negotiation = new Negotiation();
    private final Client client;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Verdict verdict;
    private volatile byte[] accepted;

    /** A link on a wire; {@code known} says what is known of the host. The link closes the wire. */
    Link(SshTarget target, Wire wire, KnownHosts known) {
        this.target = target;
        this.wire = wire;
        watchdog = new Watchdog(wire.cut());
        client = new Client(Algorithms.config(known.offer(), negotiation));
        client.addAlgorithmsVerifier(negotiation);
        client.addHostKeyVerifier(new Judging(new HostKeyJudge(target.host(), known)));
    }

    SshTarget target() {
        return target;
    }

    Client client() {
        return client;
    }

    Wire wire() {
        return wire;
    }

    Watchdog watchdog() {
        return watchdog;
    }

    /** What is thought of the host key; the connection goes on only if it is trusted. */
    Verdict meet(Deadlines deadlines) throws ProblemException, InterruptedException {
        step(Step.GREETING, deadlines.greeting(), () -> {
            client.greet(target, wire);
            return null;
        });
        try (Watchdog.Guard _ = watchdog.begin(Step.EXCHANGE, deadlines.exchange())) {
            client.exchange();
        } catch (IOException e) {
            if (verdict == null || verdict instanceof Verdict.Trusted) {
                throw refused(e);
            }
        }
        return verdict;
    }

    /** Does a step and turns its failure into a problem. */
    <T> T step(Step step, Duration limit, Work<T> work) throws ProblemException, InterruptedException {
        try (Watchdog.Guard _ = watchdog.begin(step, limit)) {
            return work.run();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** The problem that a failure on this link is. */
    ProblemException failed(IOException e) throws InterruptedException {
        boolean interrupted = Thread.interrupted() || interrupted(e);
        if (interrupted && watchdog.missed().isEmpty()) {
            wire.cut().run();
            throw new InterruptedException();
        }
        return watchdog.missed()
                .map(step -> SshProblems.late(target, step, e))
                .orElseGet(() -> SshProblems.broken(target, e));
    }

    /** Says good-bye where that takes no time, and ends the wire. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try (Watchdog.Guard _ = watchdog.begin(Step.CHANNEL, GOODBYE)) {
            client.disconnect();
            wire.end().run();
        } catch (IOException goneAlready) {
            wire.end().run();
        } finally {
            watchdog.close();
        }
    }

    private ProblemException refused(IOException e) throws InterruptedException {
        boolean nothingInCommon = String.valueOf(e.getMessage()).contains("settlement");
        if (negotiation.weak() || nothingInCommon) {
            return SshProblems.problem("ssh.algorithms", Problem.Category.REFUSED, target, e);
        }
        return failed(e);
    }

    private static boolean interrupted(Throwable e) {
        return e != null
                && (e instanceof InterruptedException
                        || e instanceof InterruptedIOException
                        || interrupted(e.getCause()));
    }

    /** Something that talks to the host. */
    interface Work<T> {
        T run() throws IOException, ProblemException, InterruptedException;
    }

    /** Called by sshj's reading thread; when keys are exchanged again, the host must show the same key. */
    private final class Judging implements HostKeyVerifier {

        private final HostKeyJudge judge;

        Judging(HostKeyJudge judge) {
            this.judge = judge;
        }

        @Override
        public boolean verify(String host, int port, PublicKey key) {
            byte[] shown = negotiation.shown();
            if (shown == null || accepted != null) {
                return shown != null && Arrays.equals(shown, accepted);
            }
            verdict = judge.judge(shown, Instant.now());
            if (verdict instanceof Verdict.Trusted) {
                accepted = shown;
            }
            return accepted != null;
        }

        @Override
        public List<String> findExistingAlgorithms(String host, int port) {
            return List.of();
        }
    }
}
