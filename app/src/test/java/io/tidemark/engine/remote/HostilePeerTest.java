package io.tidemark.engine.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.engine.Views;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever the other side says or keeps to itself: the line ends by a deadline, with a problem, and takes no memory for it. */
@Timeout(60)
class HostilePeerTest {

    private static final RemoteServer SERVER = new RemoteServer(Optional.empty(), "evil", 0);
    private static final Hello HERE = Hello.here("1.2.3", "here");
    private static final Patience SHORT = new Patience(
            Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofMillis(200), Duration.ofSeconds(2), 1 << 20);
    private static final long MOST_MEMORY = 64L << 20;

    private static Problem greeted(Peer.Talk talk) throws IOException {
        Peer peer = Peer.that(talk);
        ProblemException problem = assertThrows(ProblemException.class, () -> Line.open(peer, HERE, SHORT, SERVER));
        assertTrue(peer.isClosed());
        return problem.problem();
    }

    /** A line that was greeted well and asked for the status of a repository. */
    private static String asked(Peer.Talk talk) throws Exception {
        long before = used();
        Peer peer = Peer.that(Peer.greeting(Hello.PROTOCOL, "1.2.3"), talk);
        Line line = Line.open(peer, HERE, SHORT, SERVER);
        Entry entry = new Contract()
                .find(Views.class.getMethod("status", String.class))
                .orElseThrow();
        LineLost lost = assertThrows(LineLost.class, () -> line.call(entry, new Object[] {"/srv"}));
        assertTrue(peer.isClosed());
        assertTrue(used() - before < MOST_MEMORY);
        return lost.getMessage();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void endlessly(OutputStream out, byte[] bytes) throws IOException {
        while (true) {
            out.write(bytes);
        }
    }

    @Test
    void silenceEndsByTheDeadline() throws IOException {
        assertEquals("far.silent", greeted(out -> {}).code());
    }

    @Test
    void drippingEndsByTheDeadline() throws IOException {
        assertEquals(
                "far.silent",
                greeted(out -> {
                            while (true) {
                                out.write('x');
                                out.flush();
                                park();
                            }
                        })
                        .code());
    }

    private static void park() {
        java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
    }

    @Test
    void anEndlessLineIsNoGreeting() throws IOException {
        assertEquals(
                "far.broken", greeted(out -> endlessly(out, new byte[1 << 12])).code());
    }

    @Test
    void endlessLinesAreNoGreeting() throws IOException {
        assertEquals(
                "far.broken",
                greeted(out -> endlessly(out, Peer.ascii("welcome\n"))).code());
    }

    @Test
    void anotherVersionIsNamedWithOurs() throws IOException {
        Problem problem = greeted(out -> out.write(Peer.greeting(Hello.PROTOCOL, "1.2.4")));
        assertEquals("far.version", problem.code());
        assertEquals("1.2.4", problem.args().get("there"));
        assertEquals("1.2.3", problem.args().get("here"));
        assertEquals(
                "far.version",
                greeted(out -> out.write(Peer.greeting(7, "1.2.3"))).code());
    }

    @Test
    void whatALogInShellSaysIsPassedOver() throws Exception {
        Peer peer = Peer.that(out -> {
            out.write(Peer.ascii("Welcome to mirror-1\nLast login: never\n"));
            out.write(Peer.greeting(Hello.PROTOCOL, "1.2.3"));
            out.flush();
        });
        try (Line line = Line.open(peer, HERE, SHORT, SERVER)) {
            assertTrue(line.alive());
        }
    }

    /** The window gives calls up by interrupting them, also those that know no interruption. */
    @Test
    void aCallThatIsGivenUpEndsWithAProblemAndTheThreadKnows() throws Exception {
        Peer peer = Peer.that(Peer.greeting(Hello.PROTOCOL, "1.2.3"), out -> {});
        Link link = new Link(SERVER, server -> peer, HERE, SHORT);
        Views views = FarService.of(Views.class, new Contract(), link);
        Thread.currentThread().interrupt();
        ProblemException given = assertThrows(ProblemException.class, () -> views.status("ssh://evil/srv"));
        assertTrue(Thread.interrupted());
        assertEquals("far.left", given.problem().code());
    }

    @Test
    void silenceAfterAQuestionEndsTheLine() throws Exception {
        assertTrue(asked(out -> {}).contains("silent"));
    }

    @Test
    void anAnswerThatDripsEndsTheLine() throws Exception {
        assertTrue(asked(out -> {
                    out.write(Peer.ascii("ANSWER 1 1000 -\n"));
                    while (true) {
                        out.write('1');
                        out.flush();
                        park();
                    }
                })
                .contains("silent"));
    }

    @Test
    void anEndlessLineEndsTheLine() throws Exception {
        assertTrue(asked(out -> endlessly(out, new byte[1 << 12])).contains("no end"));
    }

    @Test
    void anAnswerThatIsTooLargeEndsTheLine() throws Exception {
        assertTrue(
                asked(out -> out.write(Peer.ascii("ANSWER 1 99999999999 -\n"))).contains("bounds"));
    }

    @Test
    void deepJsonEndsTheLine() throws Exception {
        String deep = "[".repeat(60_000);
        assertTrue(asked(out -> out.write(Peer.ascii("ANSWER 1 " + deep.length() + " -\n" + deep)))
                .contains("cannot be read"));
    }

    @Test
    void anAnswerOfAnotherShapeEndsTheLine() throws Exception {
        assertTrue(asked(out -> out.write(Peer.ascii("ANSWER 1 4 -\nnull"))).contains("nothing"));
        assertTrue(asked(out -> out.write(Peer.ascii("FAILURE 1 2 -\n{}"))).contains("cannot be read"));
        assertTrue(asked(out -> out.write(Peer.ascii("PROGRESS 1 4 -\nnull"))).contains("no progress"));
    }

    @Test
    void aFloodOfWhatNobodyAskedForEndsTheLine() throws Exception {
        assertTrue(asked(out -> endlessly(out, Peer.ascii("PONG 0 0 -\n"))).contains("nobody asked"));
        assertTrue(asked(out -> endlessly(out, Peer.ascii("LOG 77 2 -\n{}"))).contains("nobody asked"));
        assertTrue(asked(out -> endlessly(out, Peer.ascii("CALL 1 2 views.status\n[]")))
                .contains("no answer"));
    }
}
