package io.tidemark.host.publish;

import io.tidemark.testkit.OwnLoopback;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A network that passes so many bytes and is then cut: with a reset, or as if the other end had closed. */
public final class Scissors implements AutoCloseable {

    private final InetAddress address = OwnLoopback.address();
    private final ServerSocket listener = new ServerSocket(0, 50, address);
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicLong passed = new AtomicLong();
    private final int target;
    private volatile long limit = Long.MAX_VALUE;
    private volatile boolean reset;
    private volatile boolean open = true;
    private volatile boolean mends;

    public Scissors(int target) throws IOException {
        this.target = target;
        Thread.ofPlatform().daemon().name("scissors").start(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Bytes in both directions since the last {@link #arm} or {@link #mend}. */
    public long passed() {
        return passed.get();
    }

    /** Cuts after so many bytes more; {@code mending}, new connections are let through at once. */
    public void arm(long bytes, boolean resetting, boolean mending) {
        passed.set(0);
        reset = resetting;
        mends = mending;
        limit = bytes;
    }

    /** Lets everything through again; whether it had been cut. */
    public boolean mend() {
        boolean cut = passed.get() >= limit || !open;
        limit = Long.MAX_VALUE;
        passed.set(0);
        open = true;
        return cut;
    }

    private synchronized void cut() throws IOException {
        if (limit == Long.MAX_VALUE && open) {
            return;
        }
        open = mends;
        if (mends) {
            limit = Long.MAX_VALUE;
        }
        for (Socket socket : sockets) {
            if (reset && !socket.isClosed()) {
                socket.setSoLinger(true, 0);
            }
            socket.close();
        }
        sockets.clear();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                if (open) {
                    join(client, new Socket(address, target));
                } else {
                    client.close();
                }
            } catch (IOException closed) {
                sockets.removeIf(Socket::isClosed);
            }
        }
    }

    private void join(Socket client, Socket server) {
        sockets.add(client);
        sockets.add(server);
        Thread.ofPlatform().daemon().start(() -> pass(client, server));
        Thread.ofPlatform().daemon().start(() -> pass(server, client));
    }

    private void pass(Socket from, Socket to) {
        byte[] part = new byte[1 << 14];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int got = in.read(part); got >= 0; got = in.read(part)) {
                long left = limit - passed.getAndAdd(got);
                out.write(part, 0, (int) Math.clamp(left, 0, got));
                if (left <= got) {
                    cut();
                    return;
                }
            }
        } catch (IOException ended) {
            assert from.isClosed() || to.isClosed() || ended.getMessage() != null;
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
