package io.tidemark.host.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidemark.testkit.OwnLoopback;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What web servers say is read within bounds. */
@Timeout(60)
class WebLookTest {

    /** What a server does with whoever comes. */
    @FunctionalInterface
    private interface Manner {
        void serve(OutputStream out) throws IOException;
    }

    private static WebLook.Said ask(Manner manner, boolean secure) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, OwnLoopback.address())) {
            Thread.ofVirtual().start(() -> serve(server, manner));
            String address = OwnLoopback.address().getHostAddress();
            Duration patience = Duration.ofMillis(400);
            return new WebLook(address, server.getLocalPort(), secure, "mirror.example", patience).ask("/a/b");
        }
    }

    private static void serve(ServerSocket server, Manner manner) {
        try (Socket client = server.accept()) {
            manner.serve(client.getOutputStream());
        } catch (IOException gone) {
            // Whoever asked had enough.
        }
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void drip(OutputStream out) throws IOException {
        for (int i = 0; i < 1000; i++) {
            say(out, "H");
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static void flood(OutputStream out) throws IOException {
        for (int i = 0; i < 100_000; i++) {
            say(out, "X-More: and more\r\n");
        }
    }

    @Test
    void statusAndAgeAreRead() throws Exception {
        String head = "HTTP/1.1 200 OK\r\nlast-modified: Thu, 05 Nov 2026 20:14:03 GMT\r\n\r\n";
        WebLook.Said said = ask(out -> say(out, head), false);
        assertEquals(new WebLook.Said(200, Optional.of(Instant.parse("2026-11-05T20:14:03Z"))), said);
    }

    @Test
    void anExpiredCertificateIsReadAllTheSame() throws Exception {
        Instant end = Instant.parse("2024-02-03T04:05:06Z");
        SSLContext context = Certificates.endingAt(end);
        InetAddress address = OwnLoopback.address();
        try (ServerSocket server = context.getServerSocketFactory().createServerSocket(0, 1, address)) {
            Thread.ofVirtual().start(() -> serve(server, out -> say(out, "hello")));
            Duration patience = Duration.ofSeconds(20);
            WebLook look =
                    new WebLook(address.getHostAddress(), server.getLocalPort(), true, "mirror.example", patience);
            assertEquals(end, look.certificateEnd());
        }
    }

    @Test
    void whatIsNoAnswerIsNone() {
        assertThrows(IOException.class, () -> ask(out -> say(out, "SSH-2.0-x\r\n"), false));
        assertThrows(IOException.class, () -> ask(out -> say(out, "HTTP/1.1 2x0\r\n\r\n"), false));
        assertThrows(IOException.class, () -> ask(WebLookTest::flood, false));
        assertThrows(IOException.class, () -> ask(out -> say(out, "plain text, no TLS"), true));
    }

    @Test
    void whoeverDripsIsLeft() {
        assertThrows(IOException.class, () -> ask(WebLookTest::drip, false));
        assertThrows(IOException.class, () -> ask(WebLookTest::drip, true));
        assertThrows(IOException.class, () -> ask(out -> LockSupport.parkNanos(2_000_000_000), false));
    }
}
