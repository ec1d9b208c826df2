package io.tidemark.proof;

import io.tidemark.testkit.OwnLoopback;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A network between two programs that can be cut and mended: while it is cut, whoever connects is hung up on. */
final class Proxy implements AutoCloseable {

    private final InetAddress address = OwnLoopback.address();
    private final ServerSocket listener = new ServerSocket(0, 50, address);
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final int target;
    private volatile boolean cut;

    Proxy(int target) throws IOException {
        this.target = target;
        Thread.ofPlatform().daemon().name("proxy").start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    void cut() throws IOException {
        cut = true;
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    void mend() {
        cut = false;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cut();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                if (cut) {
                    client.close();
                } else {
                    join(client, new Socket(address, target));
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

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            assert from.isClosed() || to.isClosed() || !ended.getMessage().isEmpty();
        }
    }
}
