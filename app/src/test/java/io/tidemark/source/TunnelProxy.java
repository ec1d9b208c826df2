package io.tidemark.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A proxy that understands CONNECT and passes bytes on both ways. */
final class TunnelProxy implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 10, EvilServer.LOOPBACK);
    private volatile String asked = "";

    TunnelProxy() throws IOException {
        Thread.ofPlatform().daemon().start(this::serve);
    }

    String url(String user) {
        return "http://" + user + "127.0.0.1:" + listener.getLocalPort();
    }

    /** The head of the last request. */
    String asked() {
        return asked;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void serve() {
        try {
            while (true) {
                tunnel(listener.accept());
            }
        } catch (IOException closed) {
            asked += " ";
        }
    }

    private void tunnel(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1), 1);
        StringBuilder head = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            head.append(line).append('\n');
        }
        asked = head.toString();
        String[] target = asked.split(" ")[1].split(":");
        Socket server = new Socket(target[0], Integer.parseInt(target[1]));
        client.getOutputStream().write("HTTP/1.1 200 Go ahead\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        pass(client, server);
        pass(server, client);
    }

    private static void pass(Socket from, Socket to) {
        Thread.ofPlatform().daemon().start(() -> {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException gone) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
