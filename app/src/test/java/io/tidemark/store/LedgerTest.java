package io.tidemark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.VersionState;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others do to sealed versions is noticed; what we do ourselves is not mistaken for it. */
class LedgerTest {

    @TempDir(factory = QuickDisk.class)
    Path temp;

    private Depot depot;
    private Path tree;

    @BeforeEach
    void create() throws Exception {
        depot = Depot.create(temp.resolve("depot"));
        depot.seal("1.0", Depot.SMALL);
        tree = depot.root.resolve("1.0");
        assertTampered();
    }

    @Test
    void noticesTruncationInPlace() throws Exception {
        writable("main/x86_64/a.apk");
        Files.writeString(tree.resolve("main/x86_64/a.apk"), "cut", StandardOpenOption.TRUNCATE_EXISTING);
        assertTampered("main/x86_64/a.apk");
    }

    @Test
    void noticesOtherBytesOfTheSameLengthAndTime() throws Exception {
        FileTime time = Files.getLastModifiedTime(tree.resolve("README"));
        var mode = Files.getPosixFilePermissions(tree.resolve("README"));
        writable("README");
        try (RandomAccessFile file = new RandomAccessFile(tree.resolve("README").toFile(), "rw")) {
            file.write('R');
        }
        Files.setLastModifiedTime(tree.resolve("README"), time);
        Files.setPosixFilePermissions(tree.resolve("README"), mode);
        assertTampered("README");
    }

    @Test
    void noticesModesOfFilesAndDirectories() throws Exception {
        Files.setPosixFilePermissions(tree.resolve("README"), PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(tree.resolve("main"), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertTampered("README", "main");
    }

    @Test
    void noticesFilesThatWereReplacedByEqualOnes() throws Exception {
        Path copy = temp.resolve("copy");
        Files.copy(tree.resolve("README"), copy, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        Files.move(copy, tree.resolve("README"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertTampered("README");
    }

    @Test
    void noticesWhatIsMissingAndWhatIsForeign() throws Exception {
        Files.delete(tree.resolve("main/x86_64/empty"));
        Files.delete(tree.resolve("releases/latest.yaml"));
        Files.delete(tree.resolve("releases"));
        Files.writeString(tree.resolve("main/x86_64/new"), "from rsync");
        Files.writeString(tree.resolve("new"), "from rsync");
        assertTampered("main/x86_64/empty", "main/x86_64/new", "new", "releases");
    }

    @Test
    void noticesOtherTypesAndTargets() throws Exception {
        depot.write(s -> {
            Staging staging = s.stage("1.1");
            staging.link("link", "README");
            Depot.add(staging, "README", "x");
            staging.seal(io.tidemark.model.VersionFacts.none(), TestJob.quiet());
        });
        tree = depot.root.resolve("1.1");
        assertEquals(List.of(), depot.open().tampered("1.1", TestJob.quiet()));
        Files.delete(tree.resolve("link"));
        Files.createSymbolicLink(tree.resolve("link"), Path.of("other"));
        Files.delete(tree.resolve("README"));
        Files.createDirectory(tree.resolve("README"));
        assertEquals(List.of("README", "link"), depot.open().tampered("1.1", TestJob.quiet()));
    }

    @Test
    void noticesThatTheWholeTreeIsGone() throws Exception {
        Files.move(tree, temp.resolve("elsewhere"));
        assertFalse(depot.open().tampered("1.0", TestJob.quiet()).isEmpty());
    }

    @Test
    void isNotMisledByOurOwnLinksAndUnlinks() throws Exception {
        depot.snapshot("1.0", "1.1");
        depot.snapshot("1.1", "1.2");
        depot.write(s -> s.stage("2.0").shareAll(Map.of("README", "r"), "1.1", TestJob.quiet()));
        depot.write(s -> s.prune(List.of("1.1"), TestJob.quiet()));
        depot.write(s -> s.discard("2.0"));
        for (String version : List.of("1.0", "1.2")) {
            assertEquals(List.of(), depot.open().tampered(version, TestJob.quiet()));
        }
        depot.snapshot("1.2", "1.3");
    }

    @Test
    void stillSeesAnEarlierChangeAfterOurOwnUnlinks() throws Exception {
        depot.snapshot("1.0", "1.1");
        depot.snapshot("1.0", "1.2");
        FileTime time = Files.getLastModifiedTime(tree.resolve("README"));
        writable("README");
        Files.writeString(tree.resolve("README"), "READ ME");
        Files.setLastModifiedTime(tree.resolve("README"), time);
        Files.setPosixFilePermissions(tree.resolve("README"), PosixFilePermissions.fromString("r--r--r--"));
        depot.write(s -> s.prune(List.of("1.1"), TestJob.quiet()));
        if (depot.open().sharing() == RepositoryStore.Sharing.HARD_LINK) {
            assertEquals(List.of("README"), depot.open().tampered("1.2", TestJob.quiet()));
        }
        assertTampered("README");
    }

    @Test
    void quarantinesBeforeSharingAndNamesThePaths() throws Exception {
        writable("README");
        Files.writeString(tree.resolve("README"), "from wget");
        Problem problem = assertThrows(ProblemException.class, () -> depot.snapshot("1.0", "1.1"))
                .problem();
        assertEquals("store.tampered", problem.code());
        assertEquals(Problem.State.QUARANTINED, problem.state());
        assertEquals("1.0", problem.args().get("object"));
        assertEquals("README", problem.args().get("paths"));
        assertEquals(VersionState.QUARANTINED, depot.version("1.0").state());
        assertFalse(Files.exists(depot.root.resolve("1.1")));
        assertCode("store.quarantined", s -> s.snapshot("1.0", "1.1", TestJob.quiet()));
        assertCode("store.quarantined", s -> s.stage("1.1").share("README", "1.0", "r"));
    }

    @Test
    void quarantinesBeforePromoting() throws Exception {
        Files.delete(tree.resolve("README"));
        assertCode("store.tampered", s -> s.flip(promote("1.0"), TestJob.quiet()));
        assertFalse(Files.exists(depot.root.resolve("stable"), java.nio.file.LinkOption.NOFOLLOW_LINKS));
        assertCode("channel.quarantined", s -> s.flip(promote("1.0"), TestJob.quiet()));
    }

    @Test
    void letsAVersionOutWhenEveryByteIsRightAgain() throws Exception {
        byte[] bytes = Files.readAllBytes(tree.resolve("README"));
        Files.delete(tree.resolve("README"));
        assertCode("store.tampered", s -> s.snapshot("1.0", "1.1", TestJob.quiet()));
        depot.write(s -> assertEquals(List.of("README"), s.verify("1.0", TestJob.quiet())));
        assertEquals(VersionState.QUARANTINED, depot.version("1.0").state());
        Files.write(tree.resolve("README"), bytes);
        Files.setPosixFilePermissions(tree.resolve("README"), PosixFilePermissions.fromString("r--r--r--"));
        depot.write(s -> assertEquals(List.of(), s.verify("1.0", TestJob.quiet())));
        assertEquals(VersionState.SEALED, depot.version("1.0").state());
        assertTampered();
        depot.snapshot("1.0", "1.1");
    }

    @Test
    void verifyFindsWhatNoTimeBetrays() throws Exception {
        writable("main/x86_64/b.apk");
        Files.writeString(tree.resolve("main/x86_64/b.apk"), "the second package, which is wronger");
        Files.writeString(tree.resolve("main/extra"), "x");
        Files.deleteIfExists(depot.root.resolve(".tidemark/ledger"));
        depot.write(s -> assertEquals(List.of("main/extra", "main/x86_64/b.apk"), s.verify("1.0", TestJob.quiet())));
        assertEquals(VersionState.QUARANTINED, depot.version("1.0").state());
    }

    @Test
    void readsBytesWhereTheLedgerIsLost() throws Exception {
        Files.delete(depot.root.resolve(".tidemark/ledger"));
        assertTampered();
        depot.snapshot("1.0", "1.1");
        Files.delete(depot.root.resolve(".tidemark/ledger"));
        FileTime time = Files.getLastModifiedTime(tree.resolve("README"));
        writable("README");
        Files.writeString(tree.resolve("README"), "READ ME");
        Files.setPosixFilePermissions(tree.resolve("README"), PosixFilePermissions.fromString("r--r--r--"));
        Files.setLastModifiedTime(tree.resolve("README"), time);
        assertTampered();
        assertCode("store.tampered", s -> s.snapshot("1.0", "1.2", TestJob.quiet()));
    }

    @Test
    void believesNoLedgerThatIsDamagedOrOfAnotherPlace() throws Exception {
        Path ledger = depot.root.resolve(".tidemark/ledger");
        byte[] good = Files.readAllBytes(ledger);
        for (int i = 0; i < good.length; i += 11) {
            byte[] bad = good.clone();
            bad[i] ^= 4;
            Files.write(ledger, bad);
            assertTampered();
        }
        Files.write(ledger, good);
        Path copy = temp.resolve("copy");
        assertEquals(
                0,
                new ProcessBuilder("cp", "-a", depot.root.toString(), copy.toString())
                        .start()
                        .waitFor());
        DiskRepository moved = new DiskStores(new Disk(), Mirror.CLOCK).open(copy);
        Files.deleteIfExists(copy.resolve(".tidemark/versions/1.0/inodes"));
        assertEquals(List.of(), moved.tampered("1.0", TestJob.quiet()));
    }

    @Test
    void aCopyOfTheWholeRepositoryIsReadAgainAndNotCalledTampered() throws Exception {
        Path copy = temp.resolve("copy");
        assertEquals(
                0,
                new ProcessBuilder("cp", "-a", depot.root.toString(), copy.toString())
                        .start()
                        .waitFor());
        DiskRepository moved = new DiskStores(new Disk(), Mirror.CLOCK).open(copy);
        assertEquals(List.of(), moved.tampered("1.0", TestJob.quiet()));
        try (DiskSession session = moved.write("test", Mirror.ACTOR, TestJob.quiet())) {
            session.snapshot("1.0", "1.1", TestJob.quiet());
        }
        assertEquals(List.of(), moved.tampered("1.0", TestJob.quiet()));
    }

    @Test
    void readersDoNotMistakeAWriterAtWork() throws Exception {
        depot.write(s -> {
            s.stage("1.1").shareAll(Map.of("README", "r"), "1.0", TestJob.quiet());
            assertEquals(List.of(), depot.open().tampered("1.0", TestJob.quiet()));
        });
    }

    private void writable(String path) throws Exception {
        Files.setPosixFilePermissions(tree.resolve(path), PosixFilePermissions.fromString("rw-r--r--"));
    }

    private void assertTampered(String... paths) throws Exception {
        assertEquals(List.of(paths), depot.open().tampered("1.0", TestJob.quiet()));
    }

    private static WriteSession.Flip promote(String version) {
        return new WriteSession.Flip("stable", version, false, false, true, "");
    }

    private void assertCode(String code, Mirror.Writing writing) {
        assertEquals(
                code,
                assertThrows(ProblemException.class, () -> depot.write(writing))
                        .problem()
                        .code());
    }
}
