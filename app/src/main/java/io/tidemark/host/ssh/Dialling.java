package io.tidemark.host.ssh;

import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Opens the socket to a host: each of its addresses in turn. */
final class Dialling {

    private final Deadlines deadlines;

    Dialling(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** A connected socket; closed by the caller. */
    Socket dial(SshTarget target) throws ProblemException, InterruptedException {
        long end = System.nanoTime() + deadlines.connect().toNanos();
        IOException last = null;
        for (InetAddress address : addresses(target)) {
            try {
                return connect(address, target.port(), (int) Math.max(1, (end - System.nanoTime()) / 1_000_000));
            } catch (IOException e) {
                last = e;
            }
        }
        throw last instanceof SocketTimeoutException
                ? SshProblems.late(target, Step.CONNECT, last)
                : SshProblems.unreachable(target, last);
    }

    private static Socket connect(InetAddress address, int port, int millis) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.connect(new InetSocketAddress(address, port), millis);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Asked on a thread of its own: the system's resolver cannot be interrupted. */
    private List<InetAddress> addresses(SshTarget target) throws ProblemException, InterruptedException {
        FutureTask<InetAddress[]> question = new FutureTask<>(() -> InetAddress.getAllByName(target.host()));
        Thread.ofPlatform().daemon().name("ssh-resolve").start(question);
        try {
            return List.of(question.get(deadlines.connect().toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            throw SshProblems.unreachable(target, (Exception) e.getCause());
        } catch (TimeoutException e) {
            throw SshProblems.late(target, Step.DNS, e);
        }
    }
}
