package io.tidemark.engine.remote;

import io.tidemark.engine.Engine;
import io.tidemark.engine.local.Attended;
import io.tidemark.engine.local.LocalEngine;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.testkit.OwnLoopback;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Another machine, played by this process: attends at a port, and carries jobs out on threads of its own. */
public final class Neighbour implements Closeable, Dialer {

    /** How machines call it; any name does. */
    public static final String SERVER = "ssh://neighbour";

    private static final Hello HERE = Hello.here("test", "neighbour");

    private final InetAddress address = OwnLoopback.address();
    private final ServerSocket listener = new ServerSocket(0, 50, address);
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final LocalEngine.Base base;

    /** A machine whose engines stand on that. */
    public Neighbour(LocalEngine.Base base) throws IOException {
        this.base = base;
        Thread.ofPlatform().daemon().name("neighbour").start(this::accept);
    }

    /** A console whose repositories lie there, as far as their names say so. */
    public Engine console(Engine local) {
        return RoutedEngine.over(local, this, HERE, Patience.standard());
    }

    @Override
    public Wire dial(RemoteServer server) throws ProblemException {
        try {
            Socket socket = new Socket(address, listener.getLocalPort());
            sockets.add(socket);
            return new SocketWire(socket);
        } catch (IOException gone) {
            Problem problem = Problem.of("far.silent", Problem.Category.UNREACHABLE, "object", server);
            throw new ProblemException(problem, gone);
        }
    }

    /** Cuts every line that is open now. */
    public void cut() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cut();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                sockets.add(socket);
                Thread.ofPlatform().daemon().name("attend").start(() -> attend(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void attend(Socket socket) {
        try (socket) {
            Attended attended = LocalEngine.attending(base, (dir, id) -> new ThreadProcess(base, dir, id));
            new Attendant(attended.engine(), attended.jobsThere(), base.cpu(), HERE, Patience.standard())
                    .attend(socket.getInputStream(), socket.getOutputStream());
        } catch (IOException | InterruptedException ended) {
            sockets.remove(socket);
        }
    }
}
