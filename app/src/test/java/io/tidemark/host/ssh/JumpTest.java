package io.tidemark.host.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.Asking;
import io.tidemark.model.HostKeyQuestion;
import io.tidemark.model.ProblemException;
import io.tidemark.model.SecretQuestion;
import io.tidemark.testkit.NeedsProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts behind hosts, first meetings, and the configuration that lets OpenSSH go the same way. */
@NeedsProgram({"sshd", "ssh-keygen"})
class JumpTest {

    @TempDir
    private Path dir;

    private Path key;
    private Sshd first;
    private Sshd second;
    private Sshd last;

    @BeforeEach
    void start() throws Exception {
        key = Keys.make(dir, "id");
        first = new Sshd(dir.resolve("first"), Keys.make(dir, "host1"), dir.resolve("id.pub"));
        second = new Sshd(dir.resolve("second"), Keys.make(dir, "host2"), dir.resolve("id.pub"));
        last = new Sshd(dir.resolve("last"), Keys.make(dir, "host3", "-t", "ecdsa"), dir.resolve("id.pub"));
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
        last.close();
    }

    private SshPlaces places() {
        return new SshPlaces(
                dir, dir.resolve("none"), List.of(dir.resolve("ssh/known_hosts")), List.of(key), Optional.empty());
    }

    private SshTarget target() throws IOException {
        SshTarget to = last.target();
        return new SshTarget(to.user(), to.host(), to.port(), List.of(), List.of(first.target(), second.target(key)));
    }

    /** A person who trusts what they are shown, and remembers it. */
    private static final class Trusting implements Asking {

        final List<HostKeyQuestion> asked = new ArrayList<>();

        @Override
        public Optional<char[]> secret(SecretQuestion question) {
            return Optional.empty();
        }

        @Override
        public boolean trust(HostKeyQuestion question) {
            asked.add(question);
            return true;
        }
    }

    private SshConnection open(SshTarget target, Asking asking, Optional<String> fingerprint) throws Exception {
        return new SshConnector(places(), Deadlines.usual(), asking).open(target, fingerprint);
    }

    private String fingerprint(String name) throws Exception {
        return Keys.run(List.of(
                        "ssh-keygen", "-l", "-f", dir.resolve(name + ".pub").toString()))
                .split(" ")[1];
    }

    private static void use(SshConnection connection) throws Exception {
        assertEquals(
                "there\n", connection.run(Command.of(Verb.SAY, "there"), 100).text());
        try (RemoteFiles files = connection.files()) {
            assertTrue(files.stat("/").isPresent());
        }
    }

    @Test
    void everyHostOnTheWayIsMetOnceAndRemembered() throws Exception {
        Trusting person = new Trusting();
        try (SshConnection connection = open(target(), person, Optional.empty())) {
            use(connection);
            assertEquals(fingerprint("host3"), connection.fingerprint());
        }
        assertEquals(
                List.of(fingerprint("host1"), fingerprint("host2"), fingerprint("host3")),
                person.asked.stream().map(HostKeyQuestion::fingerprint).toList());
        assertEquals(last.knownAs(), person.asked.getLast().host());
        assertEquals("ecdsa-sha2-nistp256", person.asked.getLast().type());
        try (SshConnection connection = open(target(), Asking.nobody(), Optional.empty())) {
            use(connection);
        }
        assertEquals(3, Files.readAllLines(dir.resolve("ssh/known_hosts")).size());
    }

    @Test
    void nobodyIsAskedWhereTheFingerprintIsGiven() throws Exception {
        try (SshConnection connection = open(last.target(), Asking.nobody(), Optional.of(fingerprint("host3")))) {
            use(connection);
        }
        assertEquals(1, Files.readAllLines(dir.resolve("ssh/known_hosts")).size());
        ProblemException other = assertThrows(
                ProblemException.class, () -> open(last.target(), new Trusting(), Optional.of(fingerprint("host1"))));
        assertEquals("ssh.host-key.fingerprint", other.problem().code());
        ProblemException first = assertThrows(
                ProblemException.class,
                () -> open(this.first.target(), new Trusting(), Optional.of(fingerprint("host3"))));
        assertEquals("ssh.host-key.fingerprint", first.problem().code());
        assertEquals(1, Files.readAllLines(dir.resolve("ssh/known_hosts")).size());
    }

    @Test
    void aChangedKeyIsRefusedEvenIfThePersonWouldTrustIt() throws Exception {
        Files.createDirectory(dir.resolve("ssh"));
        String line = last.knownAs() + " " + Keys.pub(dir.resolve("host1")) + "\n";
        Files.writeString(dir.resolve("ssh/known_hosts"), line);
        Trusting person = new Trusting();
        for (Optional<String> given : List.of(Optional.<String>empty(), Optional.of(fingerprint("host3")))) {
            ProblemException changed = assertThrows(ProblemException.class, () -> open(last.target(), person, given));
            assertEquals("ssh.host-key.changed", changed.problem().code());
            assertEquals("1", changed.problem().args().get("line"));
        }
        assertEquals(List.of(), person.asked);
        assertEquals(line, Files.readString(dir.resolve("ssh/known_hosts")));
    }

    @Test
    void aJumpThatCannotReachTheHost() throws Exception {
        SshTarget nowhere = new SshTarget(
                Sshd.account(),
                Sshd.host(),
                io.tidemark.testkit.OwnLoopback.freePort(),
                List.of(),
                List.of(first.target()));
        ProblemException problem =
                assertThrows(ProblemException.class, () -> open(nowhere, new Trusting(), Optional.empty()));
        assertEquals("ssh.jump", problem.problem().code());
    }

    @Test
    @NeedsProgram({"rsync", "ssh"})
    void rsyncGoesTheSameWay() throws Exception {
        Path from = Files.createDirectories(dir.resolve("from/sub"));
        Files.writeString(from.resolve("a b'c"), "content");
        try (SshConnection connection = open(target(), new Trusting(), Optional.empty())) {
            OpenSsh ssh = connection.openSsh(dir.resolve("private"));
            Keys.run(List.of(
                    "rsync",
                    "-r",
                    "-e",
                    ssh.remoteShell(),
                    dir.resolve("from") + "/",
                    OpenSsh.HOST + ":" + dir.resolve("to") + "/"));
            assertEquals("content", Files.readString(dir.resolve("to/sub/a b'c")));
            try (Stream<Path> written = Files.list(ssh.config().getParent())) {
                for (Path file : written.toList()) {
                    assertFalse(Files.readString(file).contains("PRIVATE KEY"));
                }
            }
            ProblemException odd =
                    assertThrows(ProblemException.class, () -> connection.openSsh(dir.resolve("it's private")));
            assertEquals("ssh.openssh.files", odd.problem().code());
        }
    }

    @Test
    @NeedsProgram("ssh")
    void opensshTakesNoOtherKeyThanWeDid() throws Exception {
        OpenSsh ssh;
        try (SshConnection connection = open(last.target(), new Trusting(), Optional.empty())) {
            ssh = connection.openSsh(dir.resolve("private"));
        }
        List<String> command = List.of("ssh", "-F", ssh.config().toString(), OpenSsh.HOST, "true");
        Keys.run(command);
        Path known = dir.resolve("private/known_hosts");
        Files.writeString(known, OpenSsh.HOST + " " + Keys.pub(dir.resolve("host1")) + "\n");
        IOException refused = assertThrows(IOException.class, () -> Keys.run(command));
        assertTrue(refused.getMessage().contains("Host key verification failed"), refused.getMessage());
    }
}
