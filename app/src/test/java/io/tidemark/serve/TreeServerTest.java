package io.tidemark.serve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.ProblemException;
import io.tidemark.testkit.OwnLoopback;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class TreeServerTest {

    @TempDir
    Path base;

    private Path root;
    private TreeServer server;

    @BeforeEach
    void start() throws Exception {
        root = Files.createDirectories(base.resolve("alpine"));
        Files.createDirectories(root.resolve("3.15/main"));
        Files.createDirectories(root.resolve(".tidemark/staging/3.16"));
        Files.writeString(root.resolve("3.15/main/index"), "0123456789");
        Files.setLastModifiedTime(
                root.resolve("3.15/main/index"), FileTime.from(Instant.parse("2022-08-02T10:00:00Z")));
        Files.writeString(root.resolve(".tidemark/staging/3.16/secret"), "not yet");
        Files.writeString(root.resolve(".hidden"), "secret");
        Files.writeString(base.resolve("outside"), "secret");
        Files.createSymbolicLink(root.resolve("latest-stable"), Path.of("3.15"));
        server = TreeServer.start(Published.tree(root));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Ask get(String path, String... headers) throws IOException {
        return Ask.get(server.port(), path, headers);
    }

    @Test
    void sendsAFileWithItsState() throws Exception {
        Ask answer = get("/3.15/main/index");
        assertEquals(200, answer.status());
        assertEquals("0123456789", answer.text());
        assertEquals("10", answer.header("Content-Length"));
        assertEquals("Tue, 02 Aug 2022 10:00:00 GMT", answer.header("Last-Modified"));
        assertEquals("\"62e8f5a0-a\"", answer.header("ETag"));
        assertEquals(1, server.requests());
        assertEquals(10, server.bytesSent());
    }

    @Test
    void sendsOnlyTheHeadWhenAskedTo() throws Exception {
        Ask answer = Ask.raw(server.port(), "HEAD /3.15/main/index HTTP/1.1", "Host: x");
        assertEquals("10", answer.header("Content-Length"));
        assertEquals(0, answer.body().length);
    }

    @Test
    void followsAChannelInside() throws Exception {
        assertEquals("0123456789", get("/latest-stable/main/index").text());
    }

    @Test
    void sendsParts() throws Exception {
        assertEquals("345", part("bytes=3-5", 206, "bytes 3-5/10"));
        assertEquals("789", part("bytes=7-", 206, "bytes 7-9/10"));
        assertEquals("89", part("bytes=-2", 206, "bytes 8-9/10"));
        assertEquals("9", part("bytes=9-100", 206, "bytes 9-9/10"));
        assertEquals("0123456789", part("bytes=0-1,3-4", 200, ""));
        assertEquals("0123456789", part("lines=1-2", 200, ""));
        part("bytes=10-", 416, "bytes */10");
    }

    private String part(String range, int status, String said) throws IOException {
        Ask answer = get("/3.15/main/index", "Range: " + range);
        assertEquals(status, answer.status(), range);
        assertEquals(said, answer.header("Content-Range"), range);
        return answer.text();
    }

    @Test
    void sendsAPartOnlyOfTheFileTheClientKnows() throws Exception {
        assertEquals(
                206,
                get("/3.15/main/index", "Range: bytes=3-", "If-Range: \"62e8f5a0-a\"")
                        .status());
        assertEquals(
                200,
                get("/3.15/main/index", "Range: bytes=3-", "If-Range: \"other\"")
                        .status());
        assertEquals(
                200,
                get("/3.15/main/index", "Range: bytes=3-", "If-Range: Tue, 02 Aug 2022 10:00:01 GMT")
                        .status());
    }

    @Test
    void saysWhatIsUnchanged() throws Exception {
        assertEquals(
                304, get("/3.15/main/index", "If-None-Match: \"62e8f5a0-a\"").status());
        assertEquals(200, get("/3.15/main/index", "If-None-Match: \"x\"").status());
        assertEquals(
                304,
                get("/3.15/main/index", "If-Modified-Since: Tue, 02 Aug 2022 10:00:00 GMT")
                        .status());
    }

    @Test
    void aRolledBackFileIsNotUnchanged() throws Exception {
        assertEquals(
                200,
                get("/3.15/main/index", "If-Modified-Since: Wed, 03 Aug 2022 10:00:00 GMT")
                        .status());
    }

    @Test
    void hidesDotFilesHoweverTheyAreReached() throws Exception {
        Files.createSymbolicLink(root.resolve("sly"), Path.of(".tidemark/staging/3.16"));
        for (String path : List.of(
                "/.hidden",
                "/.tidemark/",
                "/.tidemark/staging/3.16/secret",
                "/%2ehidden",
                "/sly/secret",
                "/3.15/./main/")) {
            assertEquals(404, get(path).status(), path);
        }
        assertFalse(get("/").text().contains("idd"));
        assertFalse(get("/").text().contains("sly"));
    }

    @Test
    void neverLeavesItsRoot() throws Exception {
        Files.createSymbolicLink(root.resolve("up"), Path.of(".."));
        Files.createSymbolicLink(root.resolve("abs"), base.resolve("outside"));
        for (String path : List.of(
                "/../outside",
                "/3.15/../../outside",
                "/%2e%2e/outside",
                "/..%2foutside",
                "/%2e%2e%2foutside",
                "/up/outside",
                "/abs",
                "//../outside",
                "/3.15/main/index%00",
                "/3.15%2fmain%2findex")) {
            int status = get(path).status();
            assertTrue(status == 404 || status == 400, path + " " + status);
        }
        assertFalse(get("/").text().contains("abs"));
    }

    @Test
    void servesNeighboursOnlyWhenTold() throws Exception {
        Path neighbour = Files.createDirectories(base.resolve("panoptiscan.versions/2022-08-02"));
        Files.writeString(neighbour.resolve("db"), "virus");
        Files.createSymbolicLink(root.resolve("panoptiscan"), Path.of("../panoptiscan.versions/2022-08-02"));
        assertEquals(404, get("/panoptiscan/db").status());
        try (TreeServer both = TreeServer.start(new Published(root, List.of(base.resolve("panoptiscan.versions"))))) {
            assertEquals("virus", Ask.get(both.port(), "/panoptiscan/db").text());
        }
    }

    @Test
    void sendsDirectoriesToTheirSlash() throws Exception {
        Ask answer = get("/3.15/main");
        assertEquals(301, answer.status());
        assertEquals("/3.15/main/", answer.header("Location"));
        assertEquals(404, get("/3.15/main/index/").status());
    }

    @Test
    void refusesWhatIsNoQuestion() throws Exception {
        assertEquals(405, Ask.raw(server.port(), "PUT /x HTTP/1.1", "Host: x").status());
        assertEquals(400, Ask.raw(server.port(), "NONSENSE").status());
        assertEquals(400, Ask.raw(server.port(), "GET / HTTP/9.9").status());
        assertEquals(
                400,
                Ask.raw(server.port(), "GET / HTTP/1.1", "Content-Length: 5").status());
        assertEquals(400, Ask.raw(server.port(), "GET /%zz HTTP/1.1").status());
        assertEquals(400, get("/x", "X: " + "y".repeat(20_000)).status());
    }

    @Test
    void answersManyQuestionsOnOneConnection() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            String one = "GET /3.15/main/index HTTP/1.1\r\nHost: x\r\n\r\n";
            String last = "GET /3.15/main/index HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write((one.repeat(9) + last).getBytes(StandardCharsets.US_ASCII));
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertEquals(10, all.split("0123456789", -1).length - 1);
        }
        assertEquals(10, server.requests());
    }

    @Test
    void sendsLargeFilesWhole() throws Exception {
        byte[] large = new byte[3_000_001];
        new Random(1).nextBytes(large);
        Files.write(root.resolve("large"), large);
        assertArrayEquals(large, get("/large").body());
    }

    @Test
    void waitsBeforeEachAnswerWhenTold() throws Exception {
        try (TreeServer slow = TreeServer.start(
                Published.tree(root),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                Duration.ofMillis(60))) {
            long start = System.nanoTime();
            Ask.get(slow.port(), "/3.15/main/index");
            assertTrue(System.nanoTime() - start >= 60_000_000L);
        }
    }

    @Test
    void saysWhenThePortIsTaken() {
        InetSocketAddress taken = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
        ProblemException problem = assertThrows(
                ProblemException.class, () -> TreeServer.start(Published.tree(root), taken, Duration.ZERO));
        assertEquals("serve.address", problem.problem().code());
    }

    /** On an address of its own: once free, the port may be given to any other test on the usual one. */
    @Test
    void stopsListeningWhenClosed() throws Exception {
        InetSocketAddress own = new InetSocketAddress(OwnLoopback.address(), 0);
        for (int i = 0; i < 100; i++) {
            TreeServer closed = TreeServer.start(Published.tree(root), own, Duration.ZERO);
            InetSocketAddress address = new InetSocketAddress(own.getAddress(), closed.port());
            connect(address);
            closed.close();
            assertThrows(IOException.class, () -> connect(address));
        }
    }

    private static void connect(InetSocketAddress address) throws IOException {
        try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
            assertTrue(socket.isConnected());
        }
    }
}
