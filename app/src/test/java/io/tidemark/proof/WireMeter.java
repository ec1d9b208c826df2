package io.tidemark.proof;

import io.tidemark.testkit.OwnLoopback;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** A wire to one port that counts its bytes in both directions, and breaks where it is told to. */
final class WireMeter implements AutoCloseable {

    private static final int BUFFER = 16 * 1024;

    private final InetAddress address = OwnLoopback.address();
    private final ServerSocket listener = new ServerSocket(0, 50, address);
    private final LongAdder bytes = new LongAdder();
    private final AtomicLong untilCut = new AtomicLong(Long.MAX_VALUE);
    private final AtomicInteger cuts = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();
    private final int target;
    private volatile LongSupplier between = () -> Long.MAX_VALUE;

    WireMeter(int target) throws IOException {
        this.target = target;
        Thread.ofPlatform().daemon().name("meter").start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Bytes since the last call. */
    long bytes() {
        return bytes.sumThenReset();
    }

    /** How often the wire broke. */
    int cuts() {
        return cuts.get();
    }

    /** The wire breaks so many times, each after as many bytes more as this says. */
    void breaking(int times, LongSupplier bytesBetween) {
        between = bytesBetween;
        left.set(times);
        untilCut.set(bytesBetween.getAsLong());
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Socket server = new Socket(address, target);
                AtomicInteger open = new AtomicInteger(2);
                Thread.ofPlatform().daemon().start(() -> pass(client, server, open));
                Thread.ofPlatform().daemon().start(() -> pass(server, client, open));
            } catch (IOException closed) {
                assert listener.isClosed() || target > 0;
            }
        }
    }

    /** One direction; when both have ended, or the wire broke, both ends are closed. */
    private void pass(Socket from, Socket to, AtomicInteger open) {
        try {
            boolean whole = copied(from.getInputStream(), to.getOutputStream());
            if (whole && open.decrementAndGet() > 0) {
                to.shutdownOutput();
            } else {
                close(from, to);
            }
        } catch (IOException ended) {
            close(from, to);
        }
    }

    private boolean copied(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
            bytes.add(got);
            if (untilCut.addAndGet(-got) < 0) {
                cuts.incrementAndGet();
                untilCut.set(left.decrementAndGet() > 0 ? between.getAsLong() : Long.MAX_VALUE);
                return false;
            }
            out.write(buffer, 0, got);
        }
        return true;
    }

    private static void close(Socket... both) {
        for (Socket socket : both) {
            try {
                socket.close();
            } catch (IOException gone) {
                assert socket.isClosed();
            }
        }
    }
}
