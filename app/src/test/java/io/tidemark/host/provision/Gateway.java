package io.tidemark.host.provision;

import io.tidemark.testkit.OwnLoopback;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A port of this machine behind which a program is started for each connection, as inetd did. Reading a pipe would keep a
 * virtual thread's carrier, hence platform threads.
 */
final class Gateway implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 50, OwnLoopback.address());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> command;

    Gateway(List<String> command) throws IOException {
        this.command = List.copyOf(command);
        Thread.ofPlatform().daemon().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Ends all connections there are. */
    void cut() {
        open.forEach(Gateway::end);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                open.add(socket);
                Thread.ofPlatform().daemon().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Thread up = Thread.ofPlatform().daemon().start(() -> {
                pump(socket, process);
            });
            try (InputStream from = process.getInputStream()) {
                copy(from, socket.getOutputStream());
            } catch (IOException cut) {
                // The program sees its input end.
            }
            end(socket);
            up.join();
        } catch (IOException | InterruptedException gone) {
            // Nothing is left to be told.
        } finally {
            open.remove(socket);
        }
    }

    private static void pump(Socket socket, Process process) {
        try (OutputStream to = process.getOutputStream()) {
            copy(socket.getInputStream(), to);
        } catch (IOException cut) {
            // Closing tells the program.
        }
    }

    private static void copy(InputStream from, OutputStream to) throws IOException {
        byte[] chunk = new byte[1 << 15];
        for (int got = from.read(chunk); got >= 0; got = from.read(chunk)) {
            to.write(chunk, 0, got);
            to.flush();
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            // Closed it is.
        }
    }

    @Override
    public void close() {
        cut();
        try {
            server.close();
        } catch (IOException closed) {
            // Closed it is.
        }
    }
}
