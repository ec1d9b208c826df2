package io.tidemark.host.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.Asking;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.sshd.server.auth.UserAuthNoneFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Hosts that let us in and then misbehave. */
@Timeout(120)
class HostileCommandTest {

    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Pattern NONCE = Pattern.compile("\\b[0-9a-f]{32}\\b");
    private static final int LIMIT = 1000;
    private static final long MOST_GROWTH = 64 << 20;

    @TempDir
    private Path dir;

    private Answer answer(Mina.Deed deed) throws Exception {
        try (Mina host = new Mina(server -> {
            server.setUserAuthFactories(List.of(UserAuthNoneFactory.INSTANCE));
            server.setCommandFactory((channel, line) -> new Mina.Running(line, deed));
        })) {
            host.known(dir.resolve("known"));
            SshPlaces places =
                    new SshPlaces(dir, dir.resolve("none"), List.of(dir.resolve("known")), List.of(), Optional.empty());
            Deadlines deadlines = new Deadlines(
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(30),
                    SHORT,
                    SHORT);
            try (SshConnection connection =
                    new SshConnector(places, deadlines, Asking.nobody()).open(host.target("mirror"))) {
                return connection.run(Command.of(Verb.SAY, "x"), LIMIT);
            }
        }
    }

    private Problem problem(Mina.Deed deed) {
        return assertThrows(ProblemException.class, () -> answer(deed)).problem();
    }

    private static String nonce(String line) {
        Matcher found = NONCE.matcher(line);
        assertTrue(found.find());
        return found.group();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void anHonestHost() throws Exception {
        Answer answer = answer((line, ends) -> {
            ends.say("Last login: yesterday\n" + nonce(line) + "[out\n" + nonce(line) + "]3");
            ends.exit().onExit(0);
        });
        assertEquals(3, answer.exit());
        assertEquals("out\n", answer.text());
    }

    @Test
    void silence() {
        Problem problem = problem((line, ends) -> ends.in().readAllBytes());
        assertTrue(problem.code().startsWith("ssh.time."), problem.code());
        assertEquals(Problem.State.UNKNOWN, problem.state());
    }

    @Test
    void drippingOutput() {
        Problem problem = problem((line, ends) -> {
            CountDownLatch never = new CountDownLatch(1);
            ends.say(nonce(line) + "[");
            while (!never.await(50, TimeUnit.MILLISECONDS)) {
                ends.say("x");
            }
        });
        assertEquals("ssh.time.command", problem.code());
        assertEquals(Problem.State.UNKNOWN, problem.state());
    }

    @Test
    void floodOfComplaints() {
        long before = used();
        byte[] chunk = new byte[1 << 15];
        Problem problem = problem((line, ends) -> {
            while (true) {
                ends.err().write(chunk);
                ends.err().flush();
            }
        });
        assertTrue(problem.code().startsWith("ssh.time."), problem.code());
        assertTrue(used() - before < MOST_GROWTH);
    }

    @Test
    void floodOfOutput() {
        long before = used();
        byte[] chunk = new byte[1 << 15];
        Problem problem = problem((line, ends) -> {
            while (true) {
                ends.out().write(chunk);
                ends.out().flush();
            }
        });
        assertEquals("ssh.flood", problem.code());
        assertTrue(used() - before < MOST_GROWTH);
    }

    @Test
    void endWithoutStatus() {
        Problem problem = problem((line, ends) -> {
            ends.say(nonce(line) + "[out");
            ends.out().close();
        });
        assertEquals(Problem.State.UNKNOWN, problem.state());
    }

    @Test
    void endBeforeTheMark() {
        Problem problem = problem((line, ends) -> {
            ends.say(nonce(line) + "[out");
            ends.exit().onExit(0);
        });
        assertEquals("ssh.lost", problem.code());
        assertEquals(Problem.State.UNKNOWN, problem.state());
    }

    @Test
    void markWithoutStatus() {
        Problem problem = problem((line, ends) -> {
            ends.say(nonce(line) + "[out" + nonce(line) + "]good");
            ends.exit().onExit(0);
        });
        assertEquals("ssh.lost", problem.code());
    }

    @Test
    void outputThatLooksLikeAMark() throws Exception {
        String forged = "0".repeat(32) + "]0";
        Answer answer = answer((line, ends) -> {
            ends.say(nonce(line) + "[" + forged + nonce(line) + "]9");
            ends.exit().onExit(0);
        });
        assertEquals(9, answer.exit());
        assertEquals(forged, answer.text());
    }

    @Test
    void marksOfAnotherCommand() {
        Problem problem = problem((line, ends) -> {
            ends.say("0".repeat(32) + "[done" + "0".repeat(32) + "]0");
            ends.exit().onExit(0);
        });
        assertEquals("ssh.lost", problem.code());
    }

    @Test
    void escapesInComplaints() throws Exception {
        Answer answer = answer((line, ends) -> {
            ends.err().write("\u001b]0;owned\u0007\nsecond".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            ends.err().flush();
            ends.say(nonce(line) + "[" + nonce(line) + "]1");
            ends.exit().onExit(1);
        });
        assertEquals("\\x1b]0;owned\\x07\nsecond", answer.complaints());
    }
}
