package io.tidemark.source;

import io.tidemark.source.http.Trust;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.net.ftp.FTPClient;

/** Connections to one server, used again and again. Safe for all threads. */
final class FtpSessions implements AutoCloseable {

    private static final int MOST = 8;

    private final FtpUrl url;
    private final Duration silence;
    private final Trust trust;
    private final String password;
    private final Deque<FtpSession> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger(MOST);

    /** @param password what to log in with; anonymous accounts send an address instead */
    FtpSessions(FtpUrl url, Duration silence, Trust trust, Optional<String> password) {
        this.url = url;
        this.silence = silence;
        this.trust = trust;
        this.password = password.filter(p -> url.user().isPresent()).orElse("tidemark@localhost");
    }

    /** How many connections the server seems to grant. */
    int most() {
        return most.get();
    }

    /** A connection; the caller gives it back, or closes it when anything failed on it. */
    FtpSession take() throws IOException {
        FtpSession session = idle.pollFirst();
        if (session != null) {
            return session;
        }
        open.incrementAndGet();
        try {
            return connect();
        } catch (IOException failed) {
            int others = open.decrementAndGet();
            if (FtpFaults.crowded(failed) && others > 0) {
                most.set(others);
            }
            throw FtpFaults.broken(failed, url.text());
        }
    }

    /** Takes a connection back that is as good as before. */
    void give(FtpSession session) {
        idle.addFirst(session);
    }

    /** Throws one away on which something failed. */
    void drop(FtpSession session) {
        open.decrementAndGet();
        session.close();
    }

    @Override
    public void close() {
        for (FtpSession session = idle.pollFirst(); session != null; session = idle.pollFirst()) {
            drop(session);
        }
    }

    private FtpSession connect() throws IOException {
        FtpClients clients = url.tls()
                ? new FtpClients.Secure(url.implicit(), trust.fresh(), url.bareHost())
                : new FtpClients.Plain();
        FTPClient client = clients.client();
        FtpSession session = new FtpSession(clients, url);
        try {
            client.setSocketFactory(new FtpSockets(silence));
            client.setPassiveNatWorkaroundStrategy(
                    named -> client.getRemoteAddress().getHostAddress());
            FtpSession.names(client);
            client.connect(address(), url.port());
            session.begin(password);
            return session;
        } catch (IOException | RuntimeException failed) {
            session.close();
            throw failed;
        }
    }

    /** The platform's look-up cannot be hurried, so it gets a thread to itself. */
    private InetAddress address() throws IOException {
        FutureTask<InetAddress> task = new FutureTask<>(() -> InetAddress.getByName(url.bareHost()));
        Thread.ofPlatform().daemon().name("tidemark-lookup").start(task);
        try {
            return task.get(silence.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException unknown) {
            throw (IOException) new UnknownHostException(url.bareHost()).initCause(unknown);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(interrupted);
        }
    }
}
