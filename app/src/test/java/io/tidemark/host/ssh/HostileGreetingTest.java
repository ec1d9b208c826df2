package io.tidemark.host.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.Asking;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Hosts that never get as far as a key. The deadlines are short here; what ends each test is a deadline or a limit. */
@Timeout(60)
class HostileGreetingTest {

    private static final Duration SHORT = Duration.ofMillis(1500);
    private static final byte[] GREETING = "SSH-2.0-Evil\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final long MOST_GROWTH = 64 << 20;

    @TempDir
    private Path dir;

    private String code(HostileHost.Trick trick) throws Exception {
        SshPlaces places =
                new SshPlaces(dir, dir.resolve("none"), List.of(dir.resolve("known")), List.of(), Optional.empty());
        try (HostileHost host = new HostileHost(trick)) {
            SshConnector connector = new SshConnector(places, Deadlines.each(SHORT), Asking.nobody());
            return assertThrows(ProblemException.class, () -> connector.open(host.target()))
                    .problem()
                    .code();
        }
    }

    /** Returns when the caller hangs up. */
    private static void wait(InputStream in) throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    private static void endless(OutputStream out, byte[] chunk) throws IOException {
        while (true) {
            out.write(chunk);
        }
    }

    private static void drip(OutputStream out, byte[] bytes) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; true; i++) {
            out.write(bytes[i % bytes.length]);
            never.await(100, TimeUnit.MILLISECONDS);
        }
    }

    private static byte[] packet(byte[] payload) {
        int padding = 8 - (payload.length + 5) % 8 + 8;
        return ByteBuffer.allocate(5 + payload.length + padding)
                .putInt(1 + payload.length + padding)
                .put((byte) padding)
                .put(payload)
                .array();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void silence() throws Exception {
        assertEquals("ssh.time.greeting", code((in, out) -> wait(in)));
    }

    @Test
    void hangingUpAtOnce() throws Exception {
        assertEquals("ssh.protocol", code((in, out) -> {}));
    }

    @Test
    void anotherProtocol() throws Exception {
        assertEquals("ssh.protocol", code((in, out) -> {
            out.write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }));
    }

    @Test
    void endlessGreeting() throws Exception {
        long before = used();
        assertEquals("ssh.protocol", code((in, out) -> {
            out.write("SSH-2.0-".getBytes(StandardCharsets.US_ASCII));
            endless(out, "A".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII));
        }));
        assertTrue(used() - before < MOST_GROWTH);
    }

    @Test
    void endlessLinesBeforeTheGreeting() throws Exception {
        long before = used();
        byte[] line = ("welcome".repeat(10) + "\r\n").repeat(100).getBytes(StandardCharsets.US_ASCII);
        assertEquals("ssh.protocol", code((in, out) -> endless(out, line)));
        assertTrue(used() - before < MOST_GROWTH);
    }

    @Test
    void drippingGreeting() throws Exception {
        assertEquals(
                "ssh.time.greeting",
                code((in, out) -> drip(out, "SSH-2.0-Slow".repeat(9).getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void drippingLines() throws Exception {
        assertEquals("ssh.time.greeting", code((in, out) -> drip(out, "\n".getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void silenceAfterTheGreeting() throws Exception {
        assertEquals("ssh.time.exchange", code((in, out) -> {
            out.write(GREETING);
            wait(in);
        }));
    }

    @Test
    void drippingKeys() throws Exception {
        assertEquals("ssh.time.exchange", code((in, out) -> {
            out.write(GREETING);
            out.write(new byte[] {0, 3, 0, 0, 4, 20});
            drip(out, new byte[] {1});
        }));
    }

    @Test
    void packetOfTwoGigabytes() throws Exception {
        assertEquals("ssh.protocol", code((in, out) -> {
            out.write(GREETING);
            out.write(new byte[] {0x7f, -1, -1, -1, 4, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
            wait(in);
        }));
    }

    @Test
    void noise() throws Exception {
        byte[] noise = new byte[1 << 16];
        new Random(4).nextBytes(noise);
        assertEquals("ssh.protocol", code((in, out) -> {
            out.write(GREETING);
            endless(out, noise);
        }));
    }

    @Test
    void endlessMessagesThatMeanNothing() throws Exception {
        long before = used();
        byte[] ignore =
                packet(ByteBuffer.allocate(1005).put((byte) 2).putInt(1000).array());
        assertEquals("ssh.time.exchange", code((in, out) -> {
            out.write(GREETING);
            endless(out, ignore);
        }));
        assertTrue(used() - before < MOST_GROWTH);
    }

    @Test
    void algorithmsThatAreNoLongerSafe() throws Exception {
        assertEquals("ssh.algorithms", code((in, out) -> {
            out.write(GREETING);
            out.write(packet(lists(
                    "diffie-hellman-group1-sha1", "ssh-dss", "3des-cbc,aes128-cbc,arcfour", "hmac-md5,hmac-sha1")));
            wait(in);
        }));
    }

    @Test
    void chaChaWithoutStrictExchange() throws Exception {
        assertEquals("ssh.algorithms", code((in, out) -> {
            out.write(GREETING);
            out.write(packet(lists(
                    "curve25519-sha256",
                    "ssh-ed25519",
                    "chacha20-poly1305@openssh.com",
                    "hmac-sha2-256-etm@openssh.com")));
            wait(in);
        }));
    }

    @Test
    void counterModeWithoutStrictExchange() throws Exception {
        assertEquals("ssh.algorithms", code((in, out) -> {
            out.write(GREETING);
            out.write(packet(lists("curve25519-sha256", "ssh-ed25519", "aes256-ctr", "hmac-sha2-256-etm@openssh.com")));
            wait(in);
        }));
    }

    @Test
    void usualDeadlinesEndWithinHalfAMinute() {
        Deadlines usual = Deadlines.usual();
        Duration open = usual.connect().plus(usual.greeting()).plus(usual.exchange());
        for (Duration one : List.of(open, usual.authentication(), usual.channel(), usual.silence())) {
            assertTrue(one.compareTo(Duration.ofSeconds(30)) <= 0);
        }
    }

    /** SSH_MSG_KEXINIT. */
    private static byte[] lists(String exchange, String key, String cipher, String mac) {
        ByteBuffer message = ByteBuffer.allocate(1024).put((byte) 20).put(new byte[16]);
        for (String list : List.of(exchange, key, cipher, cipher, mac, mac, "none", "none", "", "")) {
            message.putInt(list.length()).put(list.getBytes(StandardCharsets.US_ASCII));
        }
        message.put((byte) 0).putInt(0);
        byte[] payload = new byte[message.position()];
        message.flip().get(payload);
        return payload;
    }
}
