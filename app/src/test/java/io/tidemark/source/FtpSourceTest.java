package io.tidemark.source;

import static io.tidemark.source.Fixtures.JOB;
import static io.tidemark.source.Fixtures.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.Problem;
import io.tidemark.model.Problem.Category;
import io.tidemark.testkit.FtpDaemon;
import io.tidemark.testkit.NeedsProgram;
import io.tidemark.testkit.OwnLoopback;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FtpSourceTest {

    private static final String LISTING = """
        type=cdir;modify=20220802100000; .
        type=pdir;modify=20220802100000; ..
        type=file;size=5;modify=20220802100000.123;UNIX.mode=0644; two  blanks
        Type=dir;Modify=20220802100000; main
        type=OS.unix=slink:main;size=4; latest
        type=OS.unix=chr-1/3; null
        """.replace("\n", "\r\n");

    private final byte[] large = bytes();

    private static byte[] bytes() {
        byte[] bytes = new byte[300_000];
        new Random(3).nextBytes(bytes);
        return bytes;
    }

    private static Source hasty(String url, int seconds, String authorities) throws Exception {
        var settings = new io.tidemark.model.TransferSettings(4, 0, 1, seconds, "", authorities);
        return new UrlSources(Clock.systemUTC(), time -> {}, Map.of()).open(url, settings);
    }

    @Test
    void readsListingsForMachines() throws Exception {
        try (OwnFtp server = new OwnFtp(Map.of(), LISTING);
                Source source = Fixtures.open(server.url(), 1)) {
            Map<String, Entry> found =
                    source.list("", JOB).stream().collect(Collectors.toMap(Entry::name, entry -> entry));
            assertEquals(4, found.size());
            assertEquals(5, found.get("two  blanks").size());
            assertEquals(
                    Optional.of(Instant.parse("2022-08-02T10:00:00Z")),
                    found.get("two  blanks").modified());
            assertEquals(Optional.of("main"), found.get("latest").linkTarget());
            assertEquals(Entry.Type.SPECIAL, found.get("null").type());
            assertTrue(found.get("main").directory());
        }
    }

    @Test
    void picksUpWhereTheLineBroke() throws Exception {
        try (OwnFtp server = new OwnFtp(Map.of("large", large), "");
                Source source = Fixtures.open(server.url(), 2)) {
            server.cuts.addAll(List.of(0, 20_000, 100_000, 33_333));
            assertArrayEquals(large, source.read("large", 1_000_000, JOB));
            assertEquals(
                    List.of("REST 20000", "REST 120000", "REST 153333"),
                    server.asked.stream()
                            .filter(line -> line.startsWith("REST"))
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type=file;size=1;modify=20220802100000; ../evil\r\n",
                "type=file;size=1;modify=20220802100000; a/b\r\n",
                "type=file;size=1; ..\r\n",
                "type=file;size=1; \u001b[31mred\r\n",
                "type=file;size=1; a\\b\r\n",
                "type=file;size=1; x\r\ntype=file;size=1; x\r\n",
                "type=file;size=99999999999999999999; x\r\n",
                "type=file;size=-1; x\r\n",
                "<html>not a listing</html>\r\n"
            })
    void refusesListingsThatCannotBe(String listing) throws Exception {
        try (OwnFtp server = new OwnFtp(Map.of(), listing);
                Source source = Fixtures.open(server.url(), 1)) {
            Problem problem = assertThrows(io.tidemark.model.ProblemException.class, () -> source.list("", JOB))
                    .problem();
            assertEquals(Category.REFUSED, problem.category(), problem::code);
        }
    }

    @Test
    void readsWhatWindowsAndUnixPrint() throws Exception {
        String printed = "total 8\r\n-rw-r--r--   1 ftp      ftp           6 Aug 02 10:00 a b\r\n"
                + "drwxr-xr-x   2 ftp             4096 Aug 02  2022 d\r\n"
                + "lrwxrwxrwx   1 0        0             1 Aug 02  2022 l -> d\r\n"
                + "crw-rw-rw-   1 0        0         1,   3 Aug 02  2022 null\r\n"
                + "08-02-22  10:00AM       <DIR>          dos dir\r\n"
                + "08-02-2022  10:00PM                  7 dos.txt\r\n";
        Map<String, Entry> found = FtpListing.read(printed.getBytes(StandardCharsets.UTF_8), false, "").stream()
                .collect(Collectors.toMap(Entry::name, entry -> entry));
        assertEquals(
                List.of("a b", "d", "dos dir", "dos.txt", "l", "null"),
                found.keySet().stream().sorted().toList());
        assertEquals(6, found.get("a b").size());
        assertEquals(7, found.get("dos.txt").size());
        assertEquals(Optional.of("d"), found.get("l").linkTarget());
        assertTrue(found.get("dos dir").directory() && found.get("d").directory());
    }

    @Test
    void otherAddressesThanTheServersAreNeverConnectedTo() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"));
                OwnFtp server = new OwnFtp(Map.of(), LISTING)) {
            int port = other.getLocalPort();
            server.lies.put("EPSV", "500 no");
            server.lies.put("PASV", "227 here (127,0,0,1," + port / 256 + "," + port % 256 + ")");
            try (Source source = Fixtures.open(server.url(), 1)) {
                refused("upstream.unreachable.refused", Category.UNREACHABLE, () -> source.list("", JOB));
            }
            other.setSoTimeout(1);
            assertThrows(java.net.SocketTimeoutException.class, other::accept);
        }
    }

    @Test
    void serversThatSayNothingOrTooMuchAreLeft() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 5, OwnLoopback.address());
                Source source =
                        hasty("ftp://" + mute.getInetAddress().getHostAddress() + ":" + mute.getLocalPort(), 1, "")) {
            refused("upstream.timeout", Category.UNREACHABLE, () -> source.list("", JOB));
        }
        try (ServerSocket endless = new ServerSocket(0, 5, OwnLoopback.address());
                Source source = hasty(
                        "ftp://" + endless.getInetAddress().getHostAddress() + ":" + endless.getLocalPort(), 1, "")) {
            Thread.ofPlatform().daemon().start(() -> babble(endless));
            refused("upstream.unreachable", Category.UNREACHABLE, () -> source.list("", JOB));
        }
    }

    /** Data connections of one must not resume what another one agreed on with its process of the server. */
    private void eachControlConnectionHasSessionsOfItsOwn(Source source) throws Exception {
        List<Callable<byte[]>> reads = Collections.nCopies(24, () -> {
            source.list("", JOB);
            return source.read("large", 300_000, JOB);
        });
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<byte[]> read : threads.invokeAll(reads)) {
                assertArrayEquals(large, read.get());
            }
        }
    }

    @Test
    void aServerWithoutTlsIsCalledThat() throws Exception {
        try (OwnFtp server = new OwnFtp(Map.of(), LISTING);
                Source source = hasty(server.url().replaceFirst("ftp:", "ftps:"), 5, "")) {
            refused("upstream.ftp.no-tls", Category.UNREACHABLE, () -> source.list("", JOB));
        }
    }

    private static void babble(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                OutputStream out = client.getOutputStream();
                while (true) {
                    out.write("220-and another thing\r\n".repeat(100).getBytes(StandardCharsets.US_ASCII));
                }
            } catch (java.io.IOException hungUp) {
                assert !server.isBound() || server.getLocalPort() != 0;
            }
        }
    }

    @Test
    @NeedsProgram({"vsftpd", "openssl"})
    void speaksTlsOnBothConnectionsWithServersThatAreTrusted(@TempDir Path keys, @TempDir Path tree) throws Exception {
        Files.write(tree.resolve("large"), large);
        String address = OwnLoopback.address().getHostAddress();
        String[] words = ("openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=test -addext subjectAltName=IP:"
                        + address + " -keyout " + keys.resolve("key") + " -out " + keys.resolve("pem"))
                .split(" ");
        assertEquals(
                0,
                new ProcessBuilder(words)
                        .redirectError(keys.resolve("said").toFile())
                        .start()
                        .waitFor());
        String[] tls = {
            "ssl_enable=YES",
            "allow_anon_ssl=YES",
            "force_anon_data_ssl=YES",
            "force_anon_logins_ssl=YES",
            "require_ssl_reuse=YES",
            "ssl_ciphers=HIGH",
            "rsa_cert_file=" + keys.resolve("pem"),
            "rsa_private_key_file=" + keys.resolve("key")
        };
        try (FtpDaemon daemon = new FtpDaemon(tree, tls)) {
            try (Source trusting = hasty(daemon.url("ftps"), 10, "" + keys.resolve("pem"))) {
                assertEquals(300_000, trusting.list("", JOB).getFirst().size());
                assertArrayEquals(large, trusting.read("large", 300_000, JOB));
            }
            for (int i = 0; i < 3; i++) {
                try (Source fresh = hasty(daemon.url("ftps"), 10, "" + keys.resolve("pem"))) {
                    eachControlConnectionHasSessionsOfItsOwn(fresh);
                }
            }
            try (Source strange = hasty(daemon.url("ftps"), 10, "")) {
                refused("upstream.unreachable.tls", Category.UNREACHABLE, () -> strange.list("", JOB));
            }
            try (Source plain = hasty(daemon.url("ftp"), 10, "")) {
                refused("upstream.auth", Category.UNREACHABLE, () -> plain.list("", JOB));
            }
        }
    }
}
