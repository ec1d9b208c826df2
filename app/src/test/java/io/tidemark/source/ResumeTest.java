package io.tidemark.source;

import static io.tidemark.source.Fixtures.JOB;
import static io.tidemark.source.Fixtures.open;
import static io.tidemark.source.Fixtures.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.Problem.Category;
import io.tidemark.model.TransferSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Faults that pass: tried again, picked up where they broke off, and no longer than is reasonable. */
@Timeout(60)
class ResumeTest {

    private static final Pattern FROM = Pattern.compile("Range: bytes=(\\d+)-");

    private static String content(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < length; i++) {
            text.append(i).append(',');
        }
        return text.substring(0, length);
    }

    /** Serves the content with this state, cut after so many bytes on each connection. */
    private static EvilServer.Script cutting(String content, String state, int bytes) {
        return (n, request, wire) -> {
            Matcher from = FROM.matcher(request);
            int start = from.find() ? Integer.parseInt(from.group(1)) : 0;
            int end = Math.min(content.length(), start + bytes);
            String status = start == 0 ? "200 OK" : "206 Partial Content";
            String range = "Content-Range: bytes " + start + "-" + (content.length() - 1) + "/" + content.length();
            wire.say("HTTP/1.1 " + status + "\r\n" + state + range + "\r\nContent-Length: " + (content.length() - start)
                    + "\r\n\r\n" + content.substring(start, end));
            wire.socket().close();
        };
    }

    @Test
    void picksUpABodyThatIsCutAgainAndAgain() throws Exception {
        String content = content(1_000_000);
        try (EvilServer server = new EvilServer(cutting(content, "ETag: \"v1\"\r\n", 65_536));
                Source source = open(server.url(), 2)) {
            byte[] got = source.read("file", 2_000_000, JOB);
            assertArrayEquals(content.getBytes(StandardCharsets.US_ASCII), got);
            assertEquals(16, source.requests());
            assertTrue(server.requests().get(3).contains("If-Range: \"v1\""));
        }
    }

    @Test
    void doesNotJoinPartsWithoutAState() throws Exception {
        try (EvilServer server = new EvilServer(cutting(content(1000), "", 400));
                Source source = open(server.url(), 3);
                Answer answer = source.open(Request.whole("file", 2000), JOB)) {
            SourceException cut =
                    assertThrows(SourceException.class, () -> answer.body().readAllBytes());
            assertEquals("upstream.short", cut.problem().code());
        }
    }

    @Test
    void doesNotJoinPartsOfAWeakState() throws Exception {
        try (EvilServer server = new EvilServer(cutting(content(1000), "ETag: W/\"v1\"\r\n", 400));
                Source source = open(server.url(), 3)) {
            refused("upstream.short", Category.UNREACHABLE, () -> source.read("file", 2000, JOB));
            assertTrue(server.requests().stream().noneMatch(r -> r.contains("Range:")));
        }
    }

    @Test
    void doesNotJoinPartsOfDifferentFiles() throws Exception {
        EvilServer.Script script = (n, request, wire) -> {
            String state = "ETag: \"v" + n + "\"\r\n";
            if (n == 1) {
                cutting(content(1000), state, 400).answer(n, request, wire);
            } else {
                wire.reply("200 OK", state, content(900));
            }
        };
        try (EvilServer server = new EvilServer(script);
                Source source = open(server.url(), 3);
                Answer answer = source.open(Request.whole("file", 2000), JOB)) {
            assertThrows(SourceException.class, () -> answer.body().readAllBytes());
        }
    }

    @Test
    void triesAgainAfterAReset() throws Exception {
        EvilServer.Script script = (n, request, wire) -> {
            if (n < 3) {
                wire.reset();
            } else {
                wire.reply("200 OK", "", "at last");
            }
        };
        try (EvilServer server = new EvilServer(script);
                Source source = open(server.url(), 4)) {
            assertEquals("at last", new String(source.read("file", 10, JOB), StandardCharsets.UTF_8));
        }
    }

    @Test
    void triesAgainAfterTroubleOnTheServer() throws Exception {
        for (String status : new String[] {"500 x", "502 x", "503 x", "504 x", "408 x", "429 x"}) {
            List<Duration> waits = new ArrayList<>();
            try (EvilServer server =
                            new EvilServer((n, request, wire) -> wire.reply(n < 3 ? status : "200 OK", "", "body"));
                    Source source = Fixtures.hasty(waits).open(server.url(), Fixtures.settings(15, 4))) {
                assertEquals(4, source.read("file", 10, JOB).length);
                assertEquals(2, waits.size());
                assertTrue(waits.get(0).toMillis() <= 375, waits::toString);
            }
        }
    }

    @Test
    void doesNotAskAgainForWhatWillNotChange() throws Exception {
        for (String status : new String[] {"404 x", "403 x", "401 x", "501 x", "400 x"}) {
            try (EvilServer server = EvilServer.saying(status, "", "");
                    Source source = open(server.url(), 4)) {
                String code = status.startsWith("404") ? "upstream.missing" : "upstream.http";
                refused(code, Category.UNREACHABLE, () -> source.read("file", 10, JOB));
                assertEquals(1, server.requests().size());
            }
        }
    }

    @Test
    void givesUpAfterTheLastAttempt() throws Exception {
        List<Duration> waits = new ArrayList<>();
        try (EvilServer server = EvilServer.saying("503 Busy", "", "");
                Source source = Fixtures.hasty(waits).open(server.url(), Fixtures.settings(15, 5))) {
            refused("upstream.http", Category.UNREACHABLE, () -> source.read("file", 10, JOB));
            assertEquals(5, server.requests().size());
            assertEquals(4, waits.size());
        }
    }

    @Test
    void waitsAsLongAsTheServerAsksWithinReason() throws Exception {
        List<Duration> waits = new ArrayList<>();
        try (EvilServer server = new EvilServer((n, request, wire) ->
                        wire.reply(n == 1 ? "429 Slow down" : "200 OK", "Retry-After: 7\r\n", ""));
                Source source = Fixtures.hasty(waits).open(server.url(), Fixtures.settings(15, 2))) {
            source.read("file", 10, JOB);
            assertEquals(List.of(Duration.ofSeconds(7)), waits);
        }
        try (EvilServer server = EvilServer.saying("503 Tomorrow", "Retry-After: 86400\r\n", "");
                Source source = open(server.url(), 4)) {
            refused("upstream.http", Category.UNREACHABLE, () -> source.read("file", 10, JOB));
            assertEquals(1, server.requests().size());
        }
    }

    @Test
    void usesAKeptConnectionAndReplacesAStaleOne() throws Exception {
        EvilServer.Script script = (n, request, wire) -> {
            wire.reply("200 OK", "", "body");
            if (n == 2) {
                wire.socket().close();
            }
        };
        try (EvilServer server = new EvilServer(script);
                Source source = open(server.url(), 1)) {
            for (int i = 0; i < 4; i++) {
                assertEquals(4, source.read("file", 10, JOB).length);
            }
            assertEquals(4, server.requests().size());
        }
    }

    @Test
    void keepsToTheRateLimit() throws Exception {
        List<Duration> waits = new ArrayList<>();
        String content = content(40_000);
        TransferSettings slow = new TransferSettings(1, 10_000, 1, 15, "", "");
        try (EvilServer server = EvilServer.saying("200 OK", "", content);
                Source source = Fixtures.hasty(waits).open(server.url(), slow)) {
            assertEquals(40_000, source.read("file", 50_000, JOB).length);
        }
        double longest = waits.stream().mapToLong(Duration::toMillis).max().orElse(0) / 1000.0;
        assertTrue(longest > 2.5 && longest < 4.1, () -> "waits end at " + longest);
    }

    @Test
    void holdsNoMoreConnectionsThanAllowed() throws Exception {
        try (EvilServer server = EvilServer.saying("200 OK", "", "body");
                Source source = Fixtures.hasty(new ArrayList<>())
                        .open(server.url(), new TransferSettings(1, 0, 1, 15, "", ""))) {
            Answer first = source.open(Request.whole("file", 10), JOB);
            Thread second = Thread.ofVirtual().unstarted(() -> {
                try {
                    source.read("file", 10, JOB);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            second.start();
            assertEquals(false, second.join(Duration.ofMillis(100)));
            assertEquals(1, server.requests().size());
            first.close();
            second.join();
            assertEquals(2, server.requests().size());
        }
    }
}
