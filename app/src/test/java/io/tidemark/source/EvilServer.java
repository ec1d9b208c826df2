package io.tidemark.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web server that says what a test wants it to say, byte for byte. */
final class EvilServer implements AutoCloseable {

    static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final ServerSocket listener;
    private final Script script;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** What to answer; {@code count} is the number of this request, from 1. Closing the stream ends the connection. */
    @FunctionalInterface
    interface Script {
        void answer(int count, String request, Wire wire) throws IOException;
    }

    /** The line to the client. */
    record Wire(Socket socket, OutputStream out) {

        void say(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }

        /** A well-formed answer. */
        void reply(String status, String headers, String body) throws IOException {
            say("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.length() + "\r\n\r\n" + body);
        }

        /** Drops the connection so that the client sees a reset. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Leaves the client waiting until it gives up. */
        void silence() throws IOException {
            while (socket.getInputStream().read() >= 0) {
                // Whatever it still says, there is no answer.
            }
        }
    }

    EvilServer(Script script) throws IOException {
        this(new ServerSocket(0, 50, LOOPBACK), script);
    }

    EvilServer(ServerSocket listener, Script script) {
        this.script = script;
        this.listener = listener;
        Thread.ofPlatform().daemon().start(this::accept);
    }

    /** Answers everything with the same well-formed reply. */
    static EvilServer saying(String status, String headers, String body) throws IOException {
        return new EvilServer((count, request, wire) -> wire.reply(status, headers, body));
    }

    String url() {
        return "http://127.0.0.1:" + listener.getLocalPort() + "/";
    }

    /** Heads of the requests so far. */
    List<String> requests() {
        return requests;
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
            Wire wire = new Wire(client, client.getOutputStream());
            for (String head = head(in); !head.isEmpty(); head = head(in)) {
                requests.add(head);
                script.answer(requests.size(), head, wire);
            }
        } catch (IOException gone) {
            clients.remove(client);
        }
    }

    private static String head(BufferedReader in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            head.append(line).append('\n');
        }
        return head.toString();
    }
}
