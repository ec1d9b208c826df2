package io.tidemark.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between the program and an honest web server: passes on and counts what is asked, and lies for one path. */
final class Detour implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final URI honest;
    private volatile String path = "\0";
    private volatile Lie lie = (socket, out) -> {};

    /** What is said instead of the truth; the connection ends with it. */
    @FunctionalInterface
    interface Lie {
        void tell(Socket client, OutputStream out) throws IOException, InterruptedException;
    }

    Detour(String honest) throws IOException {
        this.honest = URI.create(honest);
        Thread.ofPlatform().daemon().start(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + listener.getLocalPort() + "/";
    }

    /** From now on, paths that end so are answered with a lie. */
    void lie(String pathEnd, Lie told) {
        lie = told;
        path = pathEnd;
    }

    void stopLying() {
        path = "\0";
    }

    /** Paths that were asked for since the last call. */
    List<String> asked() {
        List<String> since = List.copyOf(asked);
        asked.clear();
        return since;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket client : clients) {
            client.close();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                clients.add(client);
                Thread.ofPlatform().daemon().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            StringBuilder head = new StringBuilder();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                head.append(line.startsWith("Connection:") ? "" : line + "\r\n");
            }
            answer(head + "Connection: close\r\n\r\n", client);
        } catch (IOException | InterruptedException gone) {
            clients.remove(client);
        }
    }

    private void answer(String head, Socket client) throws IOException, InterruptedException {
        String[] words = head.split(" ", 3);
        if (words.length < 3) {
            return;
        }
        asked.add(words[1]);
        if (words[1].endsWith(path)) {
            lie.tell(client, client.getOutputStream());
        } else {
            pass(head, client.getOutputStream());
        }
    }

    private void pass(String head, OutputStream out) throws IOException {
        try (Socket server = new Socket(honest.getHost(), honest.getPort())) {
            server.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            server.getInputStream().transferTo(out);
        }
    }
}
