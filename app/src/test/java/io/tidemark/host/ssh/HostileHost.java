package io.tidemark.host.ssh;

import io.tidemark.testkit.OwnLoopback;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;

/** A server on a port of SSH that does to each caller what it was made for, until the caller hangs up. */
final class HostileHost implements AutoCloseable {

    private final ServerSocket server;

    /** What is done to a caller. */
    interface Trick {
        void play(InputStream in, OutputStream out) throws Exception;
    }

    HostileHost(Trick trick) throws IOException {
        server = new ServerSocket(0, 50, OwnLoopback.address());
        Thread.ofPlatform().daemon().start(() -> serve(trick));
    }

    SshTarget target() {
        return new SshTarget(
                "nobody", server.getInetAddress().getHostAddress(), server.getLocalPort(), List.of(), List.of());
    }

    private void serve(Trick trick) {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                Thread.ofPlatform().daemon().start(() -> play(trick, caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void play(Trick trick, Socket caller) {
        try (caller) {
            trick.play(caller.getInputStream(), caller.getOutputStream());
        } catch (Exception hungUp) {
            // The caller had enough.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
