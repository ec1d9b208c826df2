package io.tidemark.host.ssh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.Asking;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.testkit.NeedsProgram;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsProgram({"sshd", "ssh-keygen"})
class SshConnectionTest {

    private static final int MANY = 1 << 20;

    @TempDir
    private Path dir;

    private Path key;
    private Sshd sshd;

    @BeforeEach
    void start() throws Exception {
        Path hostKey = Keys.make(dir, "host");
        key = Keys.make(dir, "id");
        sshd = new Sshd(dir.resolve("sshd"), hostKey, dir.resolve("id.pub"));
        Files.writeString(dir.resolve("known_hosts"), sshd.knownAs() + " " + Keys.pub(hostKey) + "\n");
    }

    @AfterEach
    void stop() {
        sshd.close();
    }

    private SshPlaces places() {
        return new SshPlaces(
                dir, dir.resolve("config"), List.of(dir.resolve("known_hosts")), List.of(key), Optional.empty());
    }

    private SshConnection connect() throws Exception {
        return new SshConnector(places(), Deadlines.usual(), Asking.nobody()).open(sshd.target());
    }

    @Test
    void runsACommandAndTellsHowItEnded() throws Exception {
        try (SshConnection connection = connect()) {
            Answer said = connection.run(Command.of(Verb.SAY, "one", "two"), MANY);
            assertEquals("one\ntwo\n", said.text());
            assertEquals(0, said.exit());
            Answer failed = connection.run(Command.of(Verb.READ, "/nowhere/at/all"), MANY);
            assertEquals(1, failed.exit());
            assertTrue(failed.complaints().contains("/nowhere/at/all"), failed.complaints());
        }
    }

    @Test
    void wordsArriveAsTheyAre() throws Exception {
        List<String> words = List.of(
                "$(touch x)",
                "`id`",
                "'",
                "\"",
                "a\nb",
                ";",
                "-n",
                " ",
                "*",
                "é😀",
                "\u001b[31m",
                "\\",
                "'\\''",
                "!",
                "~",
                "a=b",
                "&",
                "|",
                "<>",
                "#",
                "%s",
                "{a,b}",
                "\t",
                "\\n",
                "",
                "\u007f",
                "$0]0",
                "--",
                "^");
        try (SshConnection connection = connect()) {
            Answer said = connection.run(Command.of(Verb.SAY, words), MANY);
            assertEquals(String.join("\n", words) + "\n", said.text());
            try (RemoteProcess process = connection.exec(Command.of(Verb.SAY, words))) {
                assertArrayEquals(
                        (String.join("\n", words) + "\n").getBytes(StandardCharsets.UTF_8),
                        process.output().readAllBytes());
                assertEquals(0, process.waitFor());
            }
        }
    }

    @Test
    void talksToACommandThatRuns() throws Exception {
        byte[] much = new byte[3 << 20];
        try (SshConnection connection = connect();
                RemoteProcess process = connection.exec(Command.of(Verb.READ, "-"))) {
            Thread writer = Thread.ofVirtual().start(() -> {
                try (OutputStream out = process.input()) {
                    out.write(much);
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            assertArrayEquals(much, process.output().readNBytes(much.length));
            writer.join();
            assertEquals(0, process.waitFor());
        }
    }

    @Test
    void outputBeyondTheLimitIsAProblem() throws Exception {
        Files.write(dir.resolve("large"), new byte[MANY]);
        try (SshConnection connection = connect()) {
            Command read = Command.of(Verb.READ, dir.resolve("large").toString());
            assertEquals(MANY, connection.run(read, MANY).output().length);
            ProblemException flood = assertThrows(ProblemException.class, () -> connection.run(read, MANY - 1));
            assertEquals("ssh.flood", flood.problem().code());
            assertEquals(Problem.State.UNKNOWN, flood.problem().state());
        }
    }

    @Test
    void sudoIsForVerbsThatNeedItAndAccountsThatAreNotRoot() throws Exception {
        assertEquals(List.of("sudo", "-n", "--", "true"), Command.of(Verb.ROOT).words(false));
        assertEquals(List.of("true"), Command.of(Verb.ROOT).words(true));
        assertEquals(List.of("id", "-u"), Command.of(Verb.WHO).words(false));
        try (SshConnection connection = connect()) {
            boolean root = Sshd.account().equals("root");
            if (root) {
                assertEquals(0, connection.run(Command.of(Verb.ROOT), MANY).exit());
            }
            assertEquals(root, connection.run(Command.of(Verb.WHO), MANY).text().equals("0\n"));
        }
    }

    @Test
    void keysAreExchangedAgainWhileBytesFlow() throws Exception {
        byte[] much = new byte[8 << 20];
        Files.write(dir.resolve("much"), much);
        Path often = dir.resolve("often");
        try (Sshd server = new Sshd(often, dir.resolve("host"), dir.resolve("id.pub"), "RekeyLimit 512K")) {
            Files.writeString(
                    dir.resolve("known_hosts"), server.knownAs() + " " + Keys.pub(dir.resolve("host")) + "\n");
            try (SshConnection connection =
                    new SshConnector(places(), Deadlines.usual(), Asking.nobody()).open(server.target())) {
                Command read = Command.of(Verb.READ, dir.resolve("much").toString());
                assertArrayEquals(much, connection.run(read, much.length).output());
            }
        }
    }

    @Test
    void aWaitIsInterrupted() throws Exception {
        try (SshConnection connection = connect()) {
            BlockingQueue<Throwable> outcome = new LinkedBlockingQueue<>();
            Thread waiter = Thread.ofVirtual().start(() -> {
                try (RemoteProcess process = connection.exec(Command.of(Verb.READ, "-"))) {
                    outcome.add(new AssertionError("started"));
                    int got = process.output().read();
                    outcome.add(new AssertionError("got " + got));
                } catch (Exception e) {
                    outcome.add(e);
                }
            });
            assertEquals("started", outcome.take().getMessage());
            waiter.interrupt();
            assertInstanceOf(Exception.class, outcome.take());
            waiter.join();
        }
    }

    @Test
    void manyCommandsRunAtOnce() throws Exception {
        try (SshConnection connection = connect()) {
            List<Thread> threads = new ArrayList<>();
            BlockingQueue<String> said = new LinkedBlockingQueue<>();
            for (int i = 0; i < 8; i++) {
                String word = "word" + i;
                threads.add(Thread.ofVirtual().start(() -> {
                    try {
                        said.add(
                                connection.run(Command.of(Verb.SAY, word), MANY).text());
                    } catch (Exception e) {
                        said.add(e.toString());
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertEquals(
                    List.of("word0\n", "word1\n", "word2\n", "word3\n", "word4\n", "word5\n", "word6\n", "word7\n"),
                    said.stream().sorted().toList());
        }
    }
}
