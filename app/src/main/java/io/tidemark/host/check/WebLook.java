package io.tidemark.host.check;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * Looks at a host's web server as a client would, at the host's address and under its public name. Nothing that it says is
 * trusted: only dates and a status are read, so certificates are read and not judged.
 *
 * @param address where the host is
 * @param name its public name
 * @param patience for each look as a whole
 */
record WebLook(String address, int port, boolean secure, String name, Duration patience) {

    static final Duration USUAL = Duration.ofSeconds(10);

    private static final int LONGEST_HEAD = 1 << 14;
    private static final int LONGEST_STATUS = 3;

    /**
     * What a web server said of a file.
     *
     * @param status of HTTP
     */
    record Said(int status, Optional<Instant> modified) {}

    /** When the certificate that it shows expires. */
    Instant certificateEnd() throws IOException {
        try (Deadline deadline = Deadline.after(patience);
                Socket plain = connect(deadline);
                SSLSocket socket = dress(plain, deadline)) {
            X509Certificate own = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return own.getNotAfter().toInstant();
        }
    }

    /** What it says of a file. */
    Said ask(String path) throws IOException {
        try (Deadline deadline = Deadline.after(patience);
                Socket plain = connect(deadline);
                Socket socket = secure ? dress(plain, deadline) : plain) {
            String request = "HEAD " + path + " HTTP/1.1\r\nHost: " + name + "\r\nUser-Agent: tidemark\r\n"
                    + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return read(head(socket.getInputStream()));
        }
    }

    private Socket connect(Deadline deadline) throws IOException {
        Socket socket = deadline.guard(new Socket());
        socket.connect(new InetSocketAddress(address, port), (int) patience.toMillis());
        return socket;
    }

    private SSLSocket dress(Socket plain, Deadline deadline) throws IOException {
        SSLSocket socket = (SSLSocket) context().getSocketFactory().createSocket(plain, name, port, true);
        deadline.guard(socket);
        SSLParameters parameters = socket.getSSLParameters();
        if (name.matches(".*[A-Za-z].*") && name.indexOf(':') < 0) {
            parameters.setServerNames(List.of(new SNIHostName(name)));
        }
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static SSLContext context() throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new AnyCertificate()}, null);
            return context;
        } catch (GeneralSecurityException none) {
            throw new IOException(none);
        }
    }

    /** The head of an answer, or as much of it as is bearable. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < LONGEST_HEAD && head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }

    static Said read(String head) throws IOException {
        String[] words = head.lines().findFirst().orElse("").split(" ");
        if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("[0-9]{" + LONGEST_STATUS + "}")) {
            throw new IOException("no answer of HTTP");
        }
        Optional<Instant> modified = head.lines()
                .skip(1)
                .filter(line -> line.regionMatches(true, 0, "Last-Modified:", 0, "Last-Modified:".length()))
                .findFirst()
                .flatMap(line -> Stamp.parse(line.substring("Last-Modified:".length())));
        return new Said(Integer.parseInt(words[1]), modified);
    }
}
