package io.tidemark.host.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.ProblemException;
import io.tidemark.testkit.NeedsProgram;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Marked passwords and passphrases are looked for in every file below the test's directory, in everything that is logged
 * at the finest level, in what problems say, and in arguments and environment of every process, while a connection is
 * open and after it.
 */
@Isolated("listens to the log of the whole process")
@NeedsProgram({"sshd", "ssh-keygen"})
class SecretsTest {

    @TempDir
    private Path dir;

    private final String secret = "canary-" + UUID.randomUUID();
    private final StringBuffer log = new StringBuffer();
    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord record) {
            // What the server inside this test logs is not ours.
            if (!String.valueOf(record.getLoggerName()).startsWith("org.apache.sshd")) {
                log.append(new SimpleFormatter().format(record));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        listener.setLevel(Level.ALL);
        for (String name : List.of("net.schmizz", "com.hierynomus", "io.tidemark")) {
            Logger.getLogger(name).setLevel(Level.ALL);
        }
        root.addHandler(listener);
    }

    @AfterEach
    void unlisten() {
        root.removeHandler(listener);
        for (String name : List.of("net.schmizz", "com.hierynomus", "io.tidemark")) {
            Logger.getLogger(name).setLevel(null);
        }
        root.setLevel(before);
    }

    private SshPlaces places() {
        return new SshPlaces(dir, dir.resolve("none"), List.of(dir.resolve("known")), List.of(), Optional.empty());
    }

    /** Where a secret can be found now. */
    private List<String> found(String wanted) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(dir)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (holds(file, wanted)) {
                    found.add(file.toString());
                }
            }
        }
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes
                    .filter(p -> p.getFileName().toString().matches("\\d+"))
                    .toList()) {
                for (String part : List.of("cmdline", "environ")) {
                    if (holds(process.resolve(part), wanted)) {
                        found.add(process.resolve(part).toString());
                    }
                }
            }
        }
        if (log.indexOf(wanted) >= 0) {
            found.add("log");
        }
        return found;
    }

    private static boolean holds(Path file, String wanted) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(wanted);
        } catch (IOException goneOrForeign) {
            return false;
        }
    }

    private static String said(ProblemException e) {
        StringWriter said = new StringWriter();
        e.printStackTrace(new PrintWriter(said));
        return said + e.problem().toString();
    }

    private void stayHidden(SshTarget target, AuthenticationTest.Person person) throws Exception {
        try (SshConnection connection = new SshConnector(places(), Deadlines.usual(), person).open(target);
                RemoteProcess process = connection.exec(Command.of(Verb.READ, "-"))) {
            assertEquals(List.of(), found(secret));
            assertEquals(0, process.waitFor());
        }
        assertFalse(person.given.isEmpty());
        assertEquals(List.of(), found(secret));
    }

    @Test
    void theSearchFindsWhatIsThere() throws Exception {
        String planted = "planted-" + UUID.randomUUID();
        Files.writeString(dir.resolve("file"), "x" + planted);
        Logger.getLogger("io.tidemark.host").fine(planted);
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", "read x", planted);
        builder.environment().put("CANARY", planted);
        Process process = builder.start();
        try {
            assertEquals(4, found(planted).size(), () -> "file, arguments, environment and log");
        } finally {
            process.destroy();
        }
    }

    @Test
    void passphrases() throws Exception {
        Path host = Keys.make(dir, "host");
        Path key = Keys.make(dir, "id", secret, List.of());
        try (Sshd sshd = new Sshd(dir.resolve("sshd"), host, dir.resolve("id.pub"))) {
            Files.writeString(dir.resolve("known"), sshd.knownAs() + " " + Keys.pub(host) + "\n");
            stayHidden(sshd.target(key), new AuthenticationTest.Person(secret));
        }
    }

    @Test
    void passwords() throws Exception {
        try (Mina mina = new Mina(server -> {
            server.setUserAuthFactories(List.of(UserAuthPasswordFactory.INSTANCE));
            server.setPasswordAuthenticator((user, password, session) -> password.equals(secret));
            server.setCommandFactory((channel, line) -> new Mina.Running(line, (l, ends) -> {
                ends.in().readAllBytes();
                ends.exit().onExit(0);
            }));
        })) {
            mina.known(dir.resolve("known"));
            stayHidden(mina.target("mirror"), new AuthenticationTest.Person(secret));
        }
    }

    @Test
    void wrongSecretsInProblems() throws Exception {
        try (Mina mina = new Mina(server -> {
            server.setUserAuthFactories(
                    List.of(UserAuthPasswordFactory.INSTANCE, UserAuthKeyboardInteractiveFactory.INSTANCE));
            server.setPasswordAuthenticator((user, password, session) -> false);
        })) {
            mina.known(dir.resolve("known"));
            AuthenticationTest.Person person =
                    new AuthenticationTest.Person(secret, secret, secret, secret, secret, secret, secret);
            SshConnector connector = new SshConnector(places(), Deadlines.usual(), person);
            ProblemException refused =
                    assertThrows(ProblemException.class, () -> connector.open(mina.target("mirror")));
            assertFalse(said(refused).contains(secret));
            assertTrue(person.given.size() > 1);
            assertEquals(List.of(), found(secret));
        }
    }
}
