package io.tidemark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidemark.model.JournalEntry;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionFacts;
import io.tidemark.model.VersionState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {

    @TempDir(factory = QuickDisk.class)
    Path temp;

    private Depot depot;

    @BeforeEach
    void create() throws Exception {
        depot = Depot.create(temp.resolve("depot"));
        depot.seal("1.0", Depot.SMALL);
    }

    @Test
    void isSealedAtOnceAndTheSameToClients() throws Exception {
        Map<String, String> before = Depot.seen(depot.root.resolve("1.0"));
        Version twin = depot.snapshot("1.0", "1.1");
        assertEquals(before, Depot.seen(depot.root.resolve("1.1")));
        assertEquals(before, Depot.seen(depot.root.resolve("1.0")));
        Version old = depot.version("1.0");
        assertEquals(VersionState.SEALED, twin.state());
        assertEquals(old.rootDigest(), twin.rootDigest());
        assertEquals(List.of(old.files(), old.bytes()), List.of(twin.files(), twin.bytes()));
        assertEquals(Optional.of("1.0"), twin.base());
        assertEquals(old.verified(), twin.verified());
        assertEquals(depot.open().identities("1.0"), depot.open().identities("1.1"));
    }

    @Test
    void sharesStorageWhereTheFileSystemCan() throws Exception {
        RepositoryStore.Sharing[] way = new RepositoryStore.Sharing[1];
        depot.write(s -> {
            Version twin = s.snapshot("1.0", "1.1", TestJob.quiet());
            way[0] = s.store().sharing();
            assertEquals(way[0] == RepositoryStore.Sharing.COPY ? twin.bytes() : 0, twin.newBytes());
        });
        boolean linked =
                Depot.inode(depot.root.resolve("1.0/README")).equals(Depot.inode(depot.root.resolve("1.1/README")));
        assertEquals(way[0] == RepositoryStore.Sharing.HARD_LINK, linked);
    }

    @Test
    void keepsOddModesAndTimesOfDirectoriesAndLinks() throws Exception {
        Mirror mirror = Mirror.laidOut(temp.resolve("mirror"));
        Path tree = mirror.root.resolve("1.0");
        Files.createDirectories(tree.resolve("closed/below"));
        Files.createSymbolicLink(tree.resolve("link"), Path.of("main/own"));
        Files.setPosixFilePermissions(tree.resolve("main/own"), PosixFilePermissions.fromString("rwxr-x--x"));
        Files.setLastModifiedTime(tree.resolve("main"), FileTime.from(Instant.parse("2011-01-01T00:00:00.5Z")));
        Files.setPosixFilePermissions(tree.resolve("closed"), PosixFilePermissions.fromString("r-xr-x---"));
        Files.setLastModifiedTime(tree, FileTime.from(Instant.parse("2010-01-01T00:00:00Z")));
        Map<String, String> before = Depot.seen(tree);
        mirror.stores(new Disk()).adopt(mirror.root, Mirror.config(), Mirror.recognition(), Mirror.ACTOR);
        mirror.write(s -> {
            s.snapshot("1.0", "copied", TestJob.quiet());
            s.sealAdopted("1.0", VersionFacts.none(), Map.of(), TestJob.quiet());
            s.snapshot("1.0", "shared", TestJob.quiet());
            s.snapshot("copied", "again", TestJob.quiet());
        });
        Map<String, String> copied = Depot.seen(mirror.root.resolve("copied"));
        copied.put("link", before.get("link"));
        assertEquals(before, copied);
        assertEquals(before, Depot.seen(mirror.root.resolve("shared")));
        assertEquals(before, Depot.seen(tree));
        for (String version : List.of("1.0", "copied", "shared", "again")) {
            assertEquals(List.of(), mirror.open().tampered(version, TestJob.quiet()));
            mirror.write(s -> assertEquals(List.of(), s.verify(version, TestJob.quiet())));
        }
        Files.setPosixFilePermissions(tree.resolve("closed"), PosixFilePermissions.fromString("rwxr-x---"));
    }

    @Test
    void linksNothingOfAVersionThatIsOnlyAdopted() throws Exception {
        Mirror mirror = Mirror.adopted(temp.resolve("mirror"));
        mirror.write(s -> {
            Version copy = s.snapshot("1.1", "1.4", TestJob.quiet());
            assertEquals(VersionState.SEALED, copy.state());
            assertEquals(Optional.of("1.1"), copy.base());
        });
        assertNotEquals(
                Depot.inode(mirror.root.resolve("1.1/main/shared")),
                Depot.inode(mirror.root.resolve("1.4/main/shared")));
        assertEquals(
                VersionState.ADOPTED, mirror.open().version("1.1").orElseThrow().state());
    }

    @Test
    void copiesWhereLinksRunOut() throws Exception {
        Disk noLinks = new Disk(call -> call == Call.LINK ? Errno.EMLINK : call == Call.CLONE ? Errno.EOPNOTSUPP : 0);
        Depot failing = depot.on(noLinks);
        failing.snapshot("1.0", "1.1");
        assertEquals(Depot.seen(depot.root.resolve("1.0")), Depot.seen(depot.root.resolve("1.1")));
        assertEquals(depot.version("1.0").bytes(), depot.version("1.1").newBytes());
        assertEquals(List.of(), depot.open().tampered("1.1", TestJob.quiet()));
    }

    @Test
    void marksWhatHadToBeCopied() throws Exception {
        long[] links = new long[1];
        Disk fewLinks = new Disk(call -> {
            if (call == Call.CLONE) {
                return Errno.EOPNOTSUPP;
            }
            return call == Call.LINK && links[0]++ > 2 ? Errno.EPERM : 0;
        });
        depot.on(fewLinks).snapshot("1.0", "1.1");
        Version twin = depot.version("1.1");
        assertEquals("version.mark.copied", twin.marks().getFirst().phrase().key());
        assertEquals(
                Long.toString(twin.newBytes()),
                twin.marks().getFirst().phrase().args().get("bytes"));
    }

    @Test
    void refusesTakenNamesAndUnknownSources() throws Exception {
        depot.write(s -> {
            s.stage("staged");
            assertCode("store.version-exists", s, "1.0", "1.0");
            assertCode("store.version-exists", s, "1.0", "staged");
            assertCode("store.no-version", s, "9.9", "1.1");
            assertCode("name.version", s, "1.0", "../x");
        });
        assertFalse(Files.exists(depot.root.resolve("1.1")));
    }

    @Test
    void journalsTheNewVersion() throws Exception {
        depot.snapshot("1.0", "1.1");
        JournalEntry last = depot.open().journal().getLast();
        assertEquals("SEALED 1.1", last.event() + " " + last.version());
        assertEquals(2L, last.figures().get("sequence"));
    }

    @Test
    void leavesNothingBehindWhenCancelled() throws Exception {
        Map<String, String> before = new TreeMap<>(Depot.seen(depot.root.resolve("1.0")));
        assertThrows(
                InterruptedException.class,
                () -> depot.write(s -> s.snapshot("1.0", "1.1", TestJob.cancelledAfter(4))));
        assertFalse(Files.exists(depot.root.resolve("1.1")));
        try (var left = Files.list(depot.root.resolve(".tidemark/tmp"))) {
            assertEquals(0, left.count());
        }
        assertEquals(before, Depot.seen(depot.root.resolve("1.0")));
        assertEquals(List.of(), depot.open().tampered("1.0", TestJob.quiet()));
    }

    private static void assertCode(String code, DiskSession session, String from, String to) {
        ProblemException e = assertThrows(ProblemException.class, () -> session.snapshot(from, to, TestJob.quiet()));
        assertEquals(code, e.problem().code());
    }
}
