package io.tidemark.host.ssh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.Asking;
import io.tidemark.model.ProblemException;
import io.tidemark.testkit.NeedsProgram;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

@NeedsProgram({"sshd", "ssh-keygen"})
class RemoteFilesTest {

    private static final List<String> NAMES = List.of(
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
            "!",
            "~",
            "%s",
            "[]");

    @TempDir
    private Path dir;

    private Path tree;
    private Sshd sshd;
    private SshConnection connection;
    private RemoteFiles files;

    @BeforeEach
    void start() throws Exception {
        Path hostKey = Keys.make(dir, "host");
        Path key = Keys.make(dir, "id");
        tree = Files.createDirectory(dir.resolve("tree"));
        sshd = new Sshd(dir.resolve("sshd"), hostKey, dir.resolve("id.pub"));
        Files.writeString(dir.resolve("known"), sshd.knownAs() + " " + Keys.pub(hostKey) + "\n");
        SshPlaces places =
                new SshPlaces(dir, dir.resolve("none"), List.of(dir.resolve("known")), List.of(key), Optional.empty());
        connection = new SshConnector(places, Deadlines.usual(), Asking.nobody()).open(sshd.target());
        files = connection.files();
    }

    @AfterEach
    void stop() {
        files.close();
        connection.close();
        sshd.close();
    }

    private String at(String name) {
        return tree + "/" + name;
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static String code(Executable deed) {
        return assertThrows(ProblemException.class, deed).problem().code();
    }

    @Test
    void writesWholeFilesAndReadsThem() throws Exception {
        for (int length : new int[] {0, 1, 32 << 10, (32 << 10) + 1, 5_000_000}) {
            files.write(at("file"), new ByteArrayInputStream(noise(length)), 0444);
            assertArrayEquals(noise(length), Files.readAllBytes(tree.resolve("file")));
            assertArrayEquals(noise(length), files.read(at("file"), length));
            assertEquals(
                    "r--r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(tree.resolve("file"))));
        }
        assertEquals(1, files.list(tree.toString(), 10).size());
        assertEquals("ssh.file.large", code(() -> files.read(at("file"), 4_999_999)));
        assertArrayEquals(noise(5_000_000), files.read(at("file"), Integer.MAX_VALUE));
    }

    @Test
    void createsOnlyWhatIsNotThere() throws Exception {
        files.create(at("file"), new ByteArrayInputStream(noise(100_000)), 0640);
        assertArrayEquals(noise(100_000), Files.readAllBytes(tree.resolve("file")));
        assertEquals(0640, files.stat(at("file")).orElseThrow().mode());
        assertEquals("ssh.file.failed", code(() -> files.create(at("file"), new ByteArrayInputStream(noise(1)), 0640)));
        assertArrayEquals(noise(100_000), files.read(at("file"), 100_000));
    }

    @Test
    void failedWriteLeavesTheOldFile() throws Exception {
        files.write(at("file"), new ByteArrayInputStream(noise(10)), 0644);
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the source broke");
            }
        };
        assertThrows(ProblemException.class, () -> files.write(at("file"), broken, 0644));
        assertArrayEquals(noise(10), Files.readAllBytes(tree.resolve("file")));
        assertEquals(
                "ssh.file.missing", code(() -> files.write(at("no/file"), new ByteArrayInputStream(noise(1)), 0644)));
    }

    @Test
    void namesArriveAsTheyAre() throws Exception {
        for (String name : NAMES) {
            files.write(at(name), new ByteArrayInputStream(name.getBytes(StandardCharsets.UTF_8)), 0644);
            assertEquals(name, Files.readString(tree.resolve(name)));
            assertTrue(files.stat(at(name)).isPresent());
        }
        Set<String> listed = new TreeSet<>();
        for (RemoteEntry entry : files.list(tree.toString(), 100)) {
            listed.add(new String(entry.name().bytes(), StandardCharsets.UTF_8));
        }
        assertEquals(new TreeSet<>(NAMES), listed);
    }

    @Test
    void tellsKindsApart() throws Exception {
        files.makeDirectories(at("one/two/three"), 0750);
        files.makeDirectories(at("one/two/three"), 0750);
        files.write(at("one/file"), new ByteArrayInputStream(noise(7)), 0640);
        files.symlink("file", at("one/link"));
        assertEquals(
                RemoteEntry.Kind.DIRECTORY,
                files.stat(at("one/two")).orElseThrow().kind());
        RemoteEntry file = files.stat(at("one/file")).orElseThrow();
        assertEquals(RemoteEntry.Kind.FILE, file.kind());
        assertEquals(7, file.size());
        assertEquals(0640, file.mode());
        assertEquals(Files.getLastModifiedTime(tree.resolve("one/file")).toMillis() / 1000, file.mtime());
        assertEquals(
                RemoteEntry.Kind.LINK, files.stat(at("one/link")).orElseThrow().kind());
        assertEquals("file", files.readlink(at("one/link")));
        assertEquals(Path.of("file"), Files.readSymbolicLink(tree.resolve("one/link")));
        assertTrue(files.stat(at("nothing")).isEmpty());
    }

    @Test
    void renamesReplacesLinksAndRemoves() throws Exception {
        files.write(at("new"), new ByteArrayInputStream(noise(1)), 0644);
        files.write(at("old"), new ByteArrayInputStream(noise(2)), 0644);
        files.replace(at("new"), at("old"));
        assertArrayEquals(noise(1), files.read(at("old"), 10));
        files.link(at("old"), at("again"));
        assertEquals(
                Files.getAttribute(tree.resolve("old"), "unix:ino"),
                Files.getAttribute(tree.resolve("again"), "unix:ino"));
        files.remove(at("again"));
        files.makeDirectories(at("dir"), 0755);
        assertEquals("ssh.file.failed", code(() -> files.remove(at("dir"))));
        files.removeDirectory(at("dir"));
        assertEquals("ssh.file.missing", code(() -> files.remove(at("again"))));
        assertEquals("ssh.file.missing", code(() -> files.list(at("dir"), 10)));
        assertEquals("ssh.file.missing", code(() -> files.read(at("dir"), 10)));
    }

    @Test
    void listsManyAndNotTooMany() throws Exception {
        for (int i = 0; i < 1000; i++) {
            Files.createFile(tree.resolve("file-" + i));
        }
        assertEquals(1000, files.list(tree.toString(), 1000).size());
        assertEquals("ssh.file.many", code(() -> files.list(tree.toString(), 500)));
    }
}
