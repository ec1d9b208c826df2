package io.tidemark.host.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidemark.model.Asking;
import io.tidemark.model.ProblemException;
import io.tidemark.testkit.NeedsProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything on our list works with a real sshd that offers nothing else; what is not on it does not. */
@NeedsProgram({"sshd", "ssh-keygen"})
class AlgorithmsTest {

    @TempDir
    private Path dir;

    private int servers;

    private String attempt(Path host, String known, String... lines) throws Exception {
        try (Sshd sshd = new Sshd(dir.resolve("sshd" + servers++), host, dir.resolve("id.pub"), lines)) {
            Files.writeString(dir.resolve("known"), known.replace("HOST", sshd.knownAs()) + "\n");
            SshPlaces places = new SshPlaces(
                    dir,
                    dir.resolve("none"),
                    List.of(dir.resolve("known")),
                    List.of(dir.resolve("id")),
                    Optional.empty());
            SshConnector connector = new SshConnector(places, Deadlines.usual(), Asking.nobody());
            try (SshConnection connection = connector.open(sshd.target())) {
                return connection.run(Command.of(Verb.SAY, "well"), 100).text().strip();
            }
        }
    }

    @Test
    void whatIsOnTheListWorks() throws Exception {
        Keys.make(dir, "id");
        Path host = Keys.make(dir, "host");
        List<String> lines = new ArrayList<>();
        for (String exchange : List.of(
                "curve25519-sha256",
                "curve25519-sha256@libssh.org",
                "ecdh-sha2-nistp256",
                "ecdh-sha2-nistp384",
                "ecdh-sha2-nistp521",
                "diffie-hellman-group16-sha512",
                "diffie-hellman-group18-sha512")) {
            lines.add("KexAlgorithms " + exchange);
        }
        for (String cipher : List.of(
                "aes256-gcm@openssh.com",
                "aes128-gcm@openssh.com",
                "chacha20-poly1305@openssh.com",
                "aes256-ctr",
                "aes192-ctr",
                "aes128-ctr")) {
            lines.add("Ciphers " + cipher);
        }
        for (String line : lines) {
            assertEquals("well", attempt(host, "HOST " + Keys.pub(host), line), line);
        }
        String counter = "Ciphers aes128-ctr";
        for (String mac : List.of("hmac-sha2-256-etm@openssh.com", "hmac-sha2-512-etm@openssh.com")) {
            assertEquals("well", attempt(host, "HOST " + Keys.pub(host), counter, "MACs " + mac), mac);
        }
    }

    @Test
    void hostKeysOfEveryTypeWorkPlainAndSigned() throws Exception {
        Keys.make(dir, "id");
        Path ca = Keys.make(dir, "ca", "-t", "rsa", "-b", "2048");
        List<List<String>> kinds = List.of(
                List.of("-t", "ed25519"),
                List.of("-t", "ecdsa", "-b", "256"),
                List.of("-t", "ecdsa", "-b", "384"),
                List.of("-t", "ecdsa", "-b", "521"),
                List.of("-t", "rsa", "-b", "2048"));
        for (int i = 0; i < kinds.size(); i++) {
            Path host = Keys.make(dir, "host" + i, "", kinds.get(i));
            assertEquals("well", attempt(host, "HOST " + Keys.pub(host)), host.toString());
            Keys.run(List.of(
                    "ssh-keygen", "-q", "-s", ca.toString(), "-I", "x", "-h", "-n", Sshd.host(), host + ".pub"));
            String signed = "HostCertificate " + host + "-cert.pub";
            assertEquals("well", attempt(host, "@cert-authority * " + Keys.pub(ca), signed), host + ", signed");
        }
    }

    @Test
    void whatIsNotOnTheListDoesNot() throws Exception {
        Keys.make(dir, "id");
        Path host = Keys.make(dir, "host");
        Path small = Keys.make(dir, "small", "-t", "rsa", "-b", "1024");
        for (String line :
                List.of("KexAlgorithms diffie-hellman-group14-sha1", "Ciphers aes256-cbc", "Ciphers 3des-cbc")) {
            ProblemException refused =
                    assertThrows(ProblemException.class, () -> attempt(host, "HOST " + Keys.pub(host), line), line);
            assertEquals("ssh.algorithms", refused.problem().code(), line);
        }
        Path rsa = Keys.make(dir, "rsa", "-t", "rsa", "-b", "2048");
        ProblemException sha1 = assertThrows(
                ProblemException.class, () -> attempt(rsa, "HOST " + Keys.pub(rsa), "HostKeyAlgorithms ssh-rsa"));
        assertEquals("ssh.algorithms", sha1.problem().code());
        ProblemException old = assertThrows(
                ProblemException.class,
                () -> attempt(host, "HOST " + Keys.pub(host), "Ciphers aes128-ctr", "MACs hmac-sha1"));
        assertEquals("ssh.algorithms", old.problem().code());
        ProblemException weak = assertThrows(
                ProblemException.class, () -> attempt(small, "HOST " + Keys.pub(small), "RequiredRSASize 1024"));
        assertEquals("ssh.host-key.unfit", weak.problem().code());
    }
}
