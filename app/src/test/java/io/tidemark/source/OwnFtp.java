package io.tidemark.source;

import io.tidemark.testkit.OwnLoopback;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A small FTP server that knows MLSD, and says what a test wants it to say. */
final class OwnFtp implements AutoCloseable {

    /** Data connections break after so many bytes, one after the other. */
    final Queue<Integer> cuts = new ConcurrentLinkedQueue<>();

    /** Answers that replace the right ones, by command. */
    final Map<String, String> lies = new ConcurrentHashMap<>();

    /** What was asked, command by command. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    private final InetAddress address = OwnLoopback.address();
    private final ServerSocket listener = new ServerSocket(0, 50, address);
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final Map<String, byte[]> files;
    private final byte[] listing;

    OwnFtp(Map<String, byte[]> files, String listing) throws IOException {
        this.files = files;
        this.listing = listing.getBytes(StandardCharsets.UTF_8);
        Thread.ofPlatform().daemon().start(this::accept);
    }

    String url() {
        return "ftp://" + address.getHostAddress() + ":" + listener.getLocalPort() + "/";
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                open.add(client);
                Thread.ofPlatform().daemon().start(() -> serve(client));
            } catch (IOException closed) {
                assert listener.isClosed();
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                Session session = new Session(client.getOutputStream())) {
            session.say("220 here");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                asked.add(line);
                session.answer(line.split(" ", 2));
            }
        } catch (IOException gone) {
            assert client.isClosed();
        }
    }

    private final class Session implements AutoCloseable {
        private final OutputStream out;
        private ServerSocket passive;
        private int offset;

        Session(OutputStream out) {
            this.out = out;
        }

        void say(String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        void answer(String[] words) throws IOException {
            String path = words.length > 1 ? words[1].replaceFirst("^/", "") : "";
            String lie = lies.get(words[0]);
            if (lie != null) {
                say(lie);
                return;
            }
            switch (words[0]) {
                case "USER" -> say("331 password");
                case "PASS" -> say("230 in");
                case "PWD" -> say("257 \"/\"");
                case "TYPE", "CWD" -> say("250 fine");
                case "EPSV" -> passive();
                case "SIZE" -> say(files.containsKey(path) ? "213 " + files.get(path).length : "550 none");
                case "MDTM" -> say("213 20220802100000");
                case "REST" -> {
                    offset = Integer.parseInt(words[1]);
                    say("350 from there");
                }
                case "MLSD", "LIST" -> send(listing, 0);
                case "RETR" -> send(files.get(path), offset);
                default -> say("502 what?");
            }
        }

        private void passive() throws IOException {
            passive = new ServerSocket(0, 1, address);
            say("229 fine (|||" + passive.getLocalPort() + "|)");
        }

        private void send(byte[] bytes, int from) throws IOException {
            say("150 here it comes");
            Integer cut = cuts.poll();
            int length = Math.min(bytes.length - from, cut == null ? Integer.MAX_VALUE : cut);
            try (ServerSocket once = passive;
                    Socket data = once.accept()) {
                data.getOutputStream().write(bytes, from, length);
            }
            offset = 0;
            say(cut == null ? "226 done" : "426 broken");
        }

        @Override
        public void close() throws IOException {
            if (passive != null) {
                passive.close();
            }
        }
    }
}
