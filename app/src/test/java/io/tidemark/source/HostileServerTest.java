package io.tidemark.source;

import static io.tidemark.source.Fixtures.JOB;
import static io.tidemark.source.Fixtures.open;
import static io.tidemark.source.Fixtures.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.Problem;
import io.tidemark.model.Problem.Category;
import io.tidemark.testkit.OwnLoopback;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that are broken, slow or hostile: each refused in time, with the right reason. */
@Timeout(60)
class HostileServerTest {

    private static void assertRefused(String code, Category category, EvilServer.Script script) throws Exception {
        int seconds = code.startsWith("upstream.timeout") ? 1 : 15;
        try (EvilServer server = new EvilServer(script);
                Source source = Fixtures.hasty(new ArrayList<>()).open(server.url(), Fixtures.settings(seconds, 1))) {
            refused(code, category, () -> source.read("file", 1000, JOB));
        }
    }

    @Test
    void silentServer() throws Exception {
        assertRefused("upstream.timeout", Category.UNREACHABLE, (n, request, wire) -> wire.silence());
    }

    @Test
    void headThatComesLetterByLetter() throws Exception {
        assertRefused(
                "upstream.timeout", Category.UNREACHABLE, (n, request, wire) -> drip(wire, "HTTP/1.1 200 OK\r\nX: "));
    }

    @Test
    void bodyThatStops() throws Exception {
        assertRefused("upstream.timeout", Category.UNREACHABLE, (n, request, wire) -> {
            wire.say("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
            wire.silence();
        });
    }

    @Test
    void bodyThatDrips() throws Exception {
        assertRefused(
                "upstream.timeout.slow",
                Category.UNREACHABLE,
                (n, request, wire) -> drip(wire, "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n"));
    }

    @Test
    void bodyWithoutEnd() throws Exception {
        assertRefused("upstream.size", Category.REFUSED, (n, request, wire) -> {
            wire.say("HTTP/1.1 200 OK\r\n\r\n");
            endless(wire, "x".repeat(4096));
        });
    }

    @Test
    void chunksWithoutEnd() throws Exception {
        assertRefused("upstream.size", Category.REFUSED, (n, request, wire) -> {
            wire.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            endless(wire, "100\r\n" + "x".repeat(256) + "\r\n");
        });
    }

    @Test
    void declaredLengthBeyondTheLimit() throws Exception {
        assertRefused(
                "upstream.size",
                Category.REFUSED,
                (n, request, wire) -> wire.say("HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n"));
    }

    @Test
    void bodyShorterThanDeclared() throws Exception {
        assertRefused("upstream.short", Category.UNREACHABLE, (n, request, wire) -> {
            wire.say("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
            wire.socket().close();
        });
    }

    @Test
    void chunkedBodyCutShort() throws Exception {
        assertRefused("upstream.short", Category.UNREACHABLE, (n, request, wire) -> {
            wire.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc");
            wire.socket().close();
        });
    }

    @Test
    void nonsenseInsteadOfHttp() throws Exception {
        assertRefused("upstream.protocol", Category.REFUSED, (n, request, wire) -> wire.say("SSH-2.0-x\r\n\r\n"));
    }

    @Test
    void chunkSizesThatAreNone() throws Exception {
        assertRefused(
                "upstream.protocol",
                Category.REFUSED,
                (n, request, wire) -> wire.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nabc"));
    }

    @Test
    void twoLengths() throws Exception {
        assertRefused(
                "upstream.protocol",
                Category.REFUSED,
                (n, request, wire) ->
                        wire.say("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd"));
    }

    @Test
    void floodOfHeaders() throws Exception {
        assertRefused("upstream.headers", Category.REFUSED, (n, request, wire) -> {
            wire.say("HTTP/1.1 200 OK\r\n");
            endless(wire, "X-Flood: " + "y".repeat(100) + "\r\n");
        });
    }

    @Test
    void floodOfInterimAnswers() throws Exception {
        assertRefused("upstream.headers", Category.REFUSED, (n, request, wire) -> {
            endless(wire, "HTTP/1.1 103 Early Hints\r\n\r\n");
        });
    }

    @Test
    void redirectThatGoesInCircles() throws Exception {
        assertRefused(
                "upstream.redirect.loop",
                Category.REFUSED,
                (n, request, wire) -> wire.reply("302 Found", "Location: /file?" + n + "\r\n", ""));
    }

    @Test
    void redirectsToOtherPlaces() throws Exception {
        for (String target : new String[] {
            "file:///etc/passwd",
            "http://127.0.0.2/file",
            "http://user@127.0.0.1/",
            "ftp://127.0.0.1/file",
            "",
            "//x.example/y"
        }) {
            assertRefused(
                    "upstream.redirect",
                    Category.REFUSED,
                    (n, request, wire) -> wire.reply("302 Found", "Location: " + target + "\r\n", ""));
        }
    }

    @Test
    void followsARedirectOnTheSameServer() throws Exception {
        EvilServer.Script script = (n, request, wire) -> {
            if (request.startsWith("GET /file ")) {
                wire.reply("301 Moved", "Location: /other/place\r\n", "moved");
            } else {
                wire.reply("200 OK", "", request.startsWith("GET /other/place ") ? "here" : "wrong");
            }
        };
        try (EvilServer server = new EvilServer(script);
                Source source = open(server.url(), 1)) {
            assertEquals("here", new String(source.read("file", 10, JOB), java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    @Test
    void partThatNobodyAskedFor() throws Exception {
        assertRefused(
                "upstream.range",
                Category.REFUSED,
                (n, request, wire) -> wire.reply("206 Partial Content", "Content-Range: bytes 0-2/3\r\n", "abc"));
    }

    @Test
    void otherPartThanAskedFor() throws Exception {
        for (String range : new String[] {"bytes 2-9/10", "bytes 5-8/10", "bytes 5-9/20", "bytes 5-5/10", "nonsense"}) {
            try (EvilServer server = EvilServer.saying(
                            "206 Partial Content", "ETag: \"a\"\r\nContent-Range: " + range + "\r\n", "fghij");
                    Source source = open(server.url(), 1)) {
                Request rest = new Request("file", 5, Optional.of("\"a\""), Optional.empty(), 100);
                refused("upstream.range", Category.REFUSED, () -> source.open(rest, JOB));
            }
        }
    }

    @Test
    void partOfAnotherFileStartsOver() throws Exception {
        EvilServer.Script script = (n, request, wire) -> {
            if (request.contains("Range:")) {
                wire.reply("206 Partial Content", "ETag: \"b\"\r\nContent-Range: bytes 5-9/10\r\n", "fghij");
            } else {
                wire.reply("200 OK", "ETag: \"b\"\r\n", "0123456789");
            }
        };
        try (EvilServer server = new EvilServer(script);
                Source source = open(server.url(), 1);
                Answer answer = source.open(new Request("file", 5, Optional.of("\"a\""), Optional.empty(), 100), JOB)) {
            assertEquals(0, answer.offset());
            assertEquals(10, answer.body().readAllBytes().length);
        }
    }

    @Test
    void rangeBeyondTheEndStartsOver() throws Exception {
        EvilServer.Script script = (n, request, wire) -> {
            if (request.contains("Range:")) {
                wire.reply("416 Range Not Satisfiable", "Content-Range: bytes */3\r\n", "");
            } else {
                wire.reply("200 OK", "", "abc");
            }
        };
        try (EvilServer server = new EvilServer(script);
                Source source = open(server.url(), 1);
                Answer answer = source.open(new Request("file", 5, Optional.of("\"a\""), Optional.empty(), 100), JOB)) {
            assertEquals(0, answer.offset());
            assertEquals(3, answer.body().readAllBytes().length);
        }
    }

    @Test
    void unaskedNotModified() throws Exception {
        assertRefused(
                "upstream.http",
                Category.UNREACHABLE,
                (n, request, wire) -> wire.say("HTTP/1.1 304 Not Modified\r\n\r\n"));
    }

    @Test
    void closedPort() throws Exception {
        String closed = OwnLoopback.address().getHostAddress() + ":" + OwnLoopback.freePort();
        try (Source source = open("http://" + closed + "/", 1)) {
            refused("upstream.unreachable.refused", Category.UNREACHABLE, () -> source.read("file", 10, JOB));
        }
    }

    @Test
    void unknownName() throws Exception {
        try (Source source = open("http://no-such-host.invalid/", 1)) {
            Problem problem = refusedSlowly(source);
            assertTrue(
                    problem.code().equals("upstream.unreachable.dns")
                            || problem.code().equals("upstream.timeout"),
                    problem::code);
        }
    }

    @Test
    void plainHttpWhereTlsIsExpected() throws Exception {
        EvilServer.Script script = (n, request, wire) -> wire.reply("200 OK", "", "x");
        try (EvilServer server = new EvilServer(script);
                Source source = Fixtures.hasty(new ArrayList<>())
                        .open(server.url().replace("http:", "https:"), Fixtures.settings(1, 1))) {
            refusedCode(source, "upstream.unreachable.tls", "upstream.timeout", "upstream.unreachable");
        }
    }

    @Test
    void cancelEndsAWait() throws Exception {
        Thread test = Thread.currentThread();
        EvilServer.Script script = (n, request, wire) -> {
            test.interrupt();
            wire.silence();
        };
        try (EvilServer server = new EvilServer(script);
                Source source = Fixtures.hasty(new ArrayList<>())
                        .open(server.url(), new io.tidemark.model.TransferSettings(1, 0, 1, 600, "", ""))) {
            assertThrows(InterruptedException.class, () -> source.read("file", 10, JOB));
        }
    }

    private static Problem refusedSlowly(Source source) {
        return assertThrows(io.tidemark.model.ProblemException.class, () -> source.read("file", 10, JOB))
                .problem();
    }

    private static void refusedCode(Source source, String... codes) {
        String code = refusedSlowly(source).code();
        assertTrue(java.util.List.of(codes).contains(code), code);
    }

    private static void endless(EvilServer.Wire wire, String text) throws IOException {
        while (true) {
            wire.say(text);
        }
    }

    /** A byte every tenth of a second, until the client has had enough. */
    private static void drip(EvilServer.Wire wire, String start) throws IOException {
        wire.say(start);
        wire.socket().setSoTimeout(100);
        while (!wire.socket().isClosed()) {
            wire.say("x");
            try {
                if (wire.socket().getInputStream().read() < 0) {
                    return;
                }
            } catch (java.net.SocketTimeoutException nothingSaid) {
                continue;
            }
        }
    }
}
