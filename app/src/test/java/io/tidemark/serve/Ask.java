package io.tidemark.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One answer of a web server, asked for byte by byte so that nothing is tidied up on the way. */
record Ask(int status, String head, byte[] body) {

    /** Sends lines as they are, each ended, then an empty one; the server must close. */
    static Ask raw(int port, String... lines) throws IOException {
        return raw(usual(port), lines);
    }

    private static InetSocketAddress usual(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    static Ask raw(InetSocketAddress place, String... lines) throws IOException {
        try (Socket socket = new Socket(place.getAddress(), place.getPort())) {
            String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return parse(all(socket.getInputStream()));
        }
    }

    static Ask get(int port, String path, String... headers) throws IOException {
        return get(usual(port), path, headers);
    }

    static Ask get(InetSocketAddress place, String path, String... headers) throws IOException {
        String[] lines = new String[headers.length + 2];
        lines[0] = "GET " + path + " HTTP/1.1";
        lines[1] = "Host: localhost";
        System.arraycopy(headers, 0, lines, 2, headers.length);
        return raw(place, lines);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    String header(String name) {
        return head.lines()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElse("");
    }

    private static byte[] all(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        in.transferTo(out);
        return out.toByteArray();
    }

    private static Ask parse(byte[] answer) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        int status = Integer.parseInt(text.substring(9, 12));
        return new Ask(status, text.substring(0, end), Arrays.copyOfRange(answer, end + 4, answer.length));
    }
}
