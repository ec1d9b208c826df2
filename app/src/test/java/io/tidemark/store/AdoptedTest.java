package io.tidemark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.ManifestEntry;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionFacts;
import io.tidemark.model.VersionState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sealing trees that were there before, where they stand. */
class AdoptedTest {

    @TempDir(factory = QuickDisk.class)
    Path temp;

    private Mirror mirror;
    private Disk disk;

    @BeforeEach
    void adopt() throws Exception {
        mirror = Mirror.adopted(temp.resolve("mirror"));
        disk = new Disk();
    }

    @Test
    void touchesNoFileAndReadsEveryByte() throws Exception {
        Map<String, String> before = Depot.seen(mirror.root.resolve("1.1"));
        Object inode = Depot.inode(mirror.root.resolve("1.1/main/shared"));
        Version version = seal("1.1");
        assertEquals(VersionState.SEALED, version.state());
        assertEquals(List.of(2L, 1012L), List.of(version.files(), version.bytes()));
        assertEquals(before, Depot.seen(mirror.root.resolve("1.1")));
        assertEquals(inode, Depot.inode(mirror.root.resolve("1.1/main/shared")));
        assertEquals(List.of(), mirror.open().tampered("1.1", TestJob.quiet()));
        mirror.write(s -> assertEquals(List.of(), s.verify("1.1", TestJob.quiet())));
    }

    @Test
    void keepsItsSequenceAndRefusesASecondTime() throws Exception {
        long sequence = mirror.open().version("1.1").orElseThrow().sequence();
        assertEquals(sequence, seal("1.1").sequence());
        assertCode("store.not-adopted", () -> seal("1.1"));
    }

    @Test
    void recordsOddNamesAndMarksThem() throws Exception {
        byte[] odd = {'b', 'a', 'd', (byte) 0xff, 0x1b};
        try (Dir dir = disk.open(mirror.root.resolve("1.0"));
                OpenFile file = disk.create(dir, odd, 0644)) {
            file.write(odd, 0, 5, 0);
        }
        Version version = seal("1.0");
        assertEquals(Flips.ODD_NAMES, version.marks().getFirst().phrase().key());
        List<String> paths;
        try (var entries = mirror.open().manifest("1.0")) {
            paths = entries.map(ManifestEntry::path).map(Object::toString).toList();
        }
        assertTrue(paths.contains("bad\\xff\\x1b"), paths.toString());
        mirror.write(s -> {
            assertEquals(List.of(), s.verify("1.0", TestJob.quiet()));
            Version twin = s.snapshot("1.0", "1.4", TestJob.quiet());
            assertEquals(Flips.ODD_NAMES, twin.marks().getFirst().phrase().key());
        });
        assertCode("channel.names", () -> mirror.write(s -> s.flip(Mirror.promote("1.4"), TestJob.quiet())));
    }

    @Test
    void refusesPipes() throws Exception {
        Path pipe = mirror.root.resolve("1.0/pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        assertCode("store.odd-file", () -> seal("1.0"));
        assertEquals(
                VersionState.ADOPTED, mirror.open().version("1.0").orElseThrow().state());
    }

    @Test
    void needsASealBeforeItCanBeSharedOrRead() throws Exception {
        assertCode("store.not-sealed", () -> mirror.open().manifest("1.0"));
        assertCode("store.not-sealed", () -> mirror.write(s -> s.verify("1.0", TestJob.quiet())));
        assertCode("store.not-sealed", () -> mirror.write(s -> s.stage("2.0").share("main/own", "1.0", "o")));
    }

    @Test
    void sharesEqualCopiesWithoutAVisibleChange() throws Exception {
        copyOf("1.1", "1.4");
        copyOf("1.1", "1.5");
        for (String version : List.of("1.1", "1.2", "1.4", "1.5")) {
            seal(version);
        }
        Map<String, String> before = seen();
        long saved = 2 * 1012;
        assertEquals(saved, mirror.open().shareable(TestJob.quiet()));
        mirror.write(s -> assertEquals(saved, s.shareCopies(true, TestJob.quiet())));
        assertEquals(before, seen());
        mirror.write(s -> assertEquals(saved, s.shareCopies(false, TestJob.quiet())));
        assertEquals(before, seen());
        assertEquals(0, mirror.open().shareable(TestJob.quiet()));
        if (mirror.open().sharing() == RepositoryStore.Sharing.HARD_LINK) {
            assertEquals(inode("1.1/main/shared"), inode("1.4/main/shared"));
            assertEquals(inode("1.1/main/index"), inode("1.5/main/index"));
        }
        for (String version : List.of("1.1", "1.2", "1.4", "1.5")) {
            assertEquals(List.of(), mirror.open().tampered(version, TestJob.quiet()));
            mirror.write(s -> assertEquals(List.of(), s.verify(version, TestJob.quiet())));
        }
        assertEquals(
                "SHARED",
                mirror.open().journal().stream()
                        .filter(e ->
                                e.figures().containsKey("bytes") && e.version().isEmpty())
                        .findFirst()
                        .orElseThrow()
                        .event()
                        .name());
    }

    @Test
    void sharesNoFilesOfDifferentModes() throws Exception {
        copyOf("1.1", "1.4");
        mirror.root.resolve("1.4/main/shared").toFile().setExecutable(true);
        mirror.root.resolve("1.4/main/index").toFile().setExecutable(true);
        seal("1.1");
        seal("1.4");
        assertEquals(0, mirror.open().shareable(TestJob.quiet()));
        mirror.write(s -> assertEquals(0, s.shareCopies(false, TestJob.quiet())));
    }

    @Test
    void leavesCopiesAloneWhoseLastNameItDoesNotKnow() throws Exception {
        copyOf("1.1", "1.4");
        Files.createLink(temp.resolve("elsewhere"), mirror.root.resolve("1.4/main/shared"));
        Files.createLink(temp.resolve("elsewhere-too"), mirror.root.resolve("1.1/main/shared"));
        seal("1.1");
        seal("1.4");
        assertEquals(12, mirror.open().shareable(TestJob.quiet()));
    }

    @Test
    void sharesNothingOfAVersionThatWasTamperedWith() throws Exception {
        copyOf("1.1", "1.4");
        seal("1.1");
        seal("1.4");
        Files.writeString(mirror.root.resolve("1.4/main/index"), "index of 1.X");
        mirror.write(s -> assertEquals(0, s.shareCopies(false, TestJob.quiet())));
        assertEquals(
                VersionState.QUARANTINED,
                mirror.open().version("1.4").orElseThrow().state());
    }

    private Version seal(String version) throws Exception {
        Version[] sealed = new Version[1];
        mirror.write(s -> sealed[0] = s.sealAdopted(version, VersionFacts.none(), Map.of(), TestJob.quiet()));
        return sealed[0];
    }

    private void copyOf(String from, String to) throws Exception {
        Depot.adopt(mirror.root, from, to);
    }

    private Map<String, String> seen() throws Exception {
        Map<String, String> seen = Depot.seen(mirror.root);
        seen.keySet().removeIf(path -> path.startsWith(Layout.OWN) || path.isEmpty());
        return seen;
    }

    private Object inode(String path) throws Exception {
        return Depot.inode(mirror.root.resolve(path));
    }

    private static void assertCode(String code, org.junit.jupiter.api.function.Executable call) {
        assertEquals(code, assertThrows(ProblemException.class, call).problem().code());
    }
}
