package io.tidemark.host.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.ProblemException;
import io.tidemark.testkit.NeedsProgram;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsProgram("ssh-keygen")
class KnownHostsFileTest {

    private static final String NAME = "[mirror.example.org]:2222";

    @TempDir
    private Path dir;

    private Path file;
    private HostKey key;

    @BeforeEach
    void make() throws Exception {
        file = dir.resolve("ssh/known_hosts");
        String[] words = Keys.pub(Keys.make(dir, "host")).split(" ");
        key = HostKey.of(java.util.Base64.getDecoder().decode(words[1]));
    }

    private String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private boolean known() throws Exception {
        return KnownHosts.about(NAME, List.of(file)).marked(KnownLine.Marker.OWN).stream()
                .anyMatch(line -> line.key().equals(key));
    }

    @Test
    void isMadeForItsOwnerAlone() throws Exception {
        new KnownHostsFile(file).add(NAME, key);
        assertEquals("rw-------", mode(file));
        assertEquals("rwx------", mode(file.getParent()));
        assertEquals(NAME + " " + key.type() + " " + key.base64() + "\n", Files.readString(file));
        assertTrue(Keys.run(List.of("ssh-keygen", "-F", NAME, "-f", file.toString()))
                .contains(key.base64()));
    }

    @Test
    void keepsEveryByteThatWasThere() throws Exception {
        byte[] before = "# comment \u00ff\n\n  odd line\t\nhost ssh-rsa AAAA\r\n@revoked * x y\nlast without end"
                .getBytes(StandardCharsets.ISO_8859_1);
        Files.createDirectory(file.getParent());
        Files.write(file, before);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        new KnownHostsFile(file).add(NAME, key);
        byte[] after = Files.readAllBytes(file);
        assertEquals(
                new String(before, StandardCharsets.ISO_8859_1),
                new String(after, 0, before.length, StandardCharsets.ISO_8859_1));
        assertEquals("rw-r--r--", mode(file));
        assertTrue(known());
        try (Stream<Path> left = Files.list(file.getParent())) {
            assertEquals(List.of(file), left.toList());
        }
    }

    @Test
    void hidesNamesWhereOthersAreHidden() throws Exception {
        Files.createDirectory(file.getParent());
        Files.writeString(file, HostPatterns.hash("other", new byte[20]) + " ssh-ed25519 AAAA\n");
        new KnownHostsFile(file).add(NAME, key);
        assertTrue(Files.readAllLines(file).getLast().startsWith("|1|"));
        assertTrue(known());
        assertTrue(Keys.run(List.of("ssh-keygen", "-F", NAME, "-f", file.toString()))
                .contains(key.base64()));
    }

    @Test
    void aLinkStaysALink() throws Exception {
        Files.createDirectory(file.getParent());
        Path real = Files.createFile(dir.resolve("real"));
        Files.createSymbolicLink(file, real);
        new KnownHostsFile(file).add(NAME, key);
        assertTrue(Files.isSymbolicLink(file));
        assertTrue(known());
        assertTrue(Files.size(real) > 0);
    }

    @Test
    void aFileThatCannotBeReadIsNotPassedOver() throws Exception {
        Files.createDirectories(file);
        ProblemException problem = assertThrows(ProblemException.class, () -> KnownHosts.about(NAME, List.of(file)));
        assertEquals("ssh.known-hosts", problem.problem().code());
    }
}
