package io.tidemark.host.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.Asking;
import io.tidemark.model.HostKeyQuestion;
import io.tidemark.model.ProblemException;
import io.tidemark.model.SecretQuestion;
import io.tidemark.testkit.NeedsProgram;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.keyboard.DefaultKeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways to say who we are, against real sshd and ssh-agent; passwords against MINA, as only root's sshd checks them. */
@NeedsProgram({"sshd", "ssh-keygen", "ssh-agent", "ssh-add"})
class AuthenticationTest {

    @TempDir
    private Path dir;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    /** A person who knows some answers, and is asked for them in this order. */
    static final class Person implements Asking {

        final List<SecretQuestion> asked = new ArrayList<>();
        final List<char[]> given = new ArrayList<>();
        private final List<String> answers;

        Person(String... answers) {
            this.answers = new ArrayList<>(List.of(answers));
        }

        @Override
        public synchronized Optional<char[]> secret(SecretQuestion question) {
            asked.add(question);
            if (answers.isEmpty()) {
                return Optional.empty();
            }
            char[] answer = answers.removeFirst().toCharArray();
            given.add(answer);
            return Optional.of(answer);
        }

        @Override
        public boolean trust(HostKeyQuestion question) {
            return false;
        }
    }

    private Sshd sshd(String... authorized) throws Exception {
        Path host = Keys.make(dir, "host");
        StringBuilder keys = new StringBuilder();
        for (String name : authorized) {
            keys.append(Keys.pub(dir.resolve(name))).append('\n');
        }
        Files.writeString(dir.resolve("authorized"), keys);
        Sshd sshd = new Sshd(dir.resolve("sshd"), host, dir.resolve("authorized"));
        open.add(sshd);
        Files.writeString(dir.resolve("known"), sshd.knownAs() + " " + Keys.pub(host) + "\n");
        return sshd;
    }

    private Identity identity(SshTarget target, Asking asking, Optional<Path> agent) throws Exception {
        SshPlaces places = new SshPlaces(dir, dir.resolve("none"), List.of(dir.resolve("known")), List.of(), agent);
        try (SshConnection connection = new SshConnector(places, Deadlines.usual(), asking).open(target)) {
            return connection.identity();
        }
    }

    private String refusal(SshTarget target, Asking asking, Optional<Path> agent) {
        return assertThrows(ProblemException.class, () -> identity(target, asking, agent))
                .problem()
                .code();
    }

    @Test
    void keysOfEveryTypeAndForm() throws Exception {
        List<List<String>> kinds = List.of(
                List.of("-t", "ed25519"),
                List.of("-t", "ecdsa", "-b", "256"),
                List.of("-t", "ecdsa", "-b", "384"),
                List.of("-t", "ecdsa", "-b", "521"),
                List.of("-t", "rsa", "-b", "2048"),
                List.of("-t", "rsa", "-b", "2048", "-m", "PEM"),
                List.of("-t", "rsa", "-b", "2048", "-m", "PKCS8"),
                List.of("-t", "ecdsa", "-b", "256", "-m", "PEM"),
                List.of("-t", "ecdsa", "-b", "256", "-m", "PKCS8"));
        String[] names = new String[kinds.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = Keys.make(dir, "key" + i, "", kinds.get(i)).getFileName().toString();
        }
        Sshd sshd = sshd(names);
        for (String name : names) {
            Identity identity = identity(sshd.target(dir.resolve(name)), Asking.nobody(), Optional.empty());
            assertEquals(new Identity.InFile(dir.resolve(name)), identity);
        }
    }

    @Test
    void passphrasesAreCheckedHereAndAskedAgain() throws Exception {
        List<List<String>> kinds = List.of(
                List.of("-t", "ed25519"),
                List.of("-t", "rsa", "-b", "2048", "-m", "PEM"),
                List.of("-t", "ecdsa", "-b", "256", "-m", "PKCS8"));
        // Legacy PEM takes no other letters: its passphrases are bytes of an encoding that nobody wrote down.
        List<String> secrets = List.of("öpened", "opened", "öpened");
        String[] names = {"first", "second", "third"};
        for (int i = 0; i < names.length; i++) {
            Keys.make(dir, names[i], secrets.get(i), kinds.get(i));
        }
        Sshd sshd = sshd(names);
        for (String name : names) {
            Person person = new Person("wrong", secrets.get(List.of(names).indexOf(name)));
            Identity identity = identity(sshd.target(dir.resolve(name)), person, Optional.empty());
            assertInstanceOf(Identity.OfPerson.class, identity);
            assertEquals(
                    List.of(1, 2),
                    person.asked.stream().map(SecretQuestion::attempt).toList());
            assertEquals(dir.resolve(name).toString(), person.asked.getFirst().object());
            person.given.forEach(secret -> assertEquals("\0".repeat(secret.length), new String(secret)));
        }
        Person mistaken = new Person("a", "b", "c", "d");
        assertEquals("ssh.auth", refusal(sshd.target(dir.resolve(names[0])), mistaken, Optional.empty()));
        assertEquals(3, mistaken.asked.size());
    }

    @Test
    void nobodyIsAskedForAKeyThatTheHostWouldNotTake() throws Exception {
        Keys.make(dir, "right");
        Path wrong = Keys.make(dir, "wrong", "secret", List.of());
        Sshd sshd = sshd("right");
        Person person = new Person("secret");
        assertEquals("ssh.auth", refusal(sshd.target(wrong), person, Optional.empty()));
        assertEquals(List.of(), person.asked);
    }

    @Test
    void keysThatAnAgentKeeps() throws Exception {
        List<List<String>> kinds =
                List.of(List.of("-t", "ed25519"), List.of("-t", "ecdsa"), List.of("-t", "rsa", "-b", "2048"));
        String[] names = {"a", "b", "c"};
        for (int i = 0; i < names.length; i++) {
            Keys.make(dir, names[i], "", kinds.get(i));
        }
        Path socket = dir.resolve("agent");
        Process agent = new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        open.add(agent::destroy);
        while (agent.isAlive() && !Files.exists(socket)) {
            LockSupport.parkNanos(10_000_000);
        }
        for (String name : names) {
            Sshd sshd = sshd(name);
            add(socket, dir.resolve(name));
            Identity identity = identity(sshd.target(), Asking.nobody(), Optional.of(socket));
            assertEquals(
                    Keys.pub(dir.resolve(name)),
                    line(assertInstanceOf(Identity.InAgent.class, identity).key()));
            Files.delete(dir.resolve("host"));
            Files.delete(dir.resolve("host.pub"));
        }
    }

    private static String line(HostKey key) {
        return key.type() + " " + key.base64();
    }

    private static void add(Path socket, Path key) throws Exception {
        ProcessBuilder add = new ProcessBuilder("ssh-add", "-q", key.toString()).redirectErrorStream(true);
        add.environment().put("SSH_AUTH_SOCK", socket.toString());
        assertEquals(0, add.start().waitFor());
    }

    @Test
    void anAgentThatIsGoneOrSilentHasNoKeys() throws Exception {
        Path key = Keys.make(dir, "id");
        Sshd sshd = sshd("id");
        Path gone = dir.resolve("gone");
        assertInstanceOf(Identity.InFile.class, identity(sshd.target(key), Asking.nobody(), Optional.of(gone)));
        Path silent = dir.resolve("silent");
        try (ServerSocketChannel agent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            agent.bind(UnixDomainSocketAddress.of(silent));
            assertThrows(IOException.class, () -> new Agent(silent, Duration.ofSeconds(1)).keys());
        }
    }

    @Test
    void anAgentThatLiesIsNotBelieved() throws Exception {
        Path socket = dir.resolve("liar");
        for (byte[] answer : List.of(
                new byte[] {0x7f, -1, -1, -1, 12},
                new byte[] {0, 0, 0, 0},
                new byte[] {0, 0, 0, 1, 5},
                new byte[] {0, 0, 0, 9, 12, -1, -1, -1, -1, 0, 0, 0, 9},
                new byte[] {0, 0, 0, 5, 12, 0, 0, 0, 1})) {
            try (ServerSocketChannel agent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                agent.bind(UnixDomainSocketAddress.of(socket));
                Thread.ofPlatform().daemon().start(() -> answer(agent, answer));
                assertThrows(IOException.class, () -> new Agent(socket, Duration.ofSeconds(30)).keys());
            }
            Files.delete(socket);
        }
    }

    private static void answer(ServerSocketChannel agent, byte[] answer) {
        try (SocketChannel caller = agent.accept()) {
            caller.read(ByteBuffer.allocate(64));
            caller.write(ByteBuffer.wrap(answer));
        } catch (IOException hungUp) {
            // The caller had enough.
        }
    }

    private SshTarget mina(Consumer<SshServer> setting) throws Exception {
        Mina mina = new Mina(setting);
        open.add(mina);
        mina.known(dir.resolve("known"));
        return mina.target("mirror");
    }

    @Test
    void passwords() throws Exception {
        SshTarget target = mina(server -> {
            server.setUserAuthFactories(List.of(UserAuthPasswordFactory.INSTANCE));
            server.setPasswordAuthenticator((user, password, session) -> password.equals("pässword"));
        });
        Person person = new Person("guess", "pässword");
        assertInstanceOf(Identity.OfPerson.class, identity(target, person, Optional.empty()));
        assertEquals(target.toString(), person.asked.getFirst().object());
        person.given.forEach(secret -> assertTrue(new String(secret).isBlank(), "the secret is wiped"));
        assertEquals("ssh.auth", refusal(target, new Person(), Optional.empty()));
        assertEquals("ssh.auth", refusal(target, new Person("a", "b", "c", "d"), Optional.empty()));
    }

    @Test
    void questionsOfTheHost() throws Exception {
        SshTarget target = mina(server -> {
            server.setUserAuthFactories(List.of(UserAuthKeyboardInteractiveFactory.INSTANCE));
            server.setPasswordAuthenticator((user, password, session) -> password.equals("654321"));
            server.setKeyboardInteractiveAuthenticator(DefaultKeyboardInteractiveAuthenticator.INSTANCE);
        });
        Person person = new Person("123456", "654321");
        assertInstanceOf(Identity.OfPerson.class, identity(target, person, Optional.empty()));
        assertEquals(SecretQuestion.Kind.ANSWER, person.asked.getFirst().kind());
        assertEquals("Password:", person.asked.getFirst().prompt());
        person.given.forEach(secret -> assertTrue(new String(secret).isBlank(), "the secret is wiped"));
        assertEquals("ssh.auth", refusal(target, new Person(), Optional.empty()));
    }

    @Test
    void aKeyThatIsNotThere() throws Exception {
        Keys.make(dir, "id");
        Sshd sshd = sshd("id");
        assertEquals("ssh.key", refusal(sshd.target(dir.resolve("nowhere")), Asking.nobody(), Optional.empty()));
        Files.writeString(dir.resolve("text"), "no key");
        assertEquals("ssh.key", refusal(sshd.target(dir.resolve("text")), Asking.nobody(), Optional.empty()));
    }
}
