package io.tidemark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.JournalEntry;
import io.tidemark.model.JournalEntry.Event;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PruneTest {

    /** The index of each version of the {@link Mirror}. */
    private static final long INDEX = 12;

    @TempDir(factory = QuickDisk.class)
    Path temp;

    private Mirror mirror;

    @BeforeEach
    void adopt() throws Exception {
        mirror = Mirror.adopted(temp.resolve("mirror"));
    }

    @Test
    void countsAFileOnlyWhenItsLastNameGoes() throws Exception {
        assertEquals(300 + INDEX, freed("1.0"));
        assertEquals(INDEX, freed("1.3"));
        assertEquals(300 + 500 + 2 * INDEX, freed("1.0", "1.3"));
        assertEquals(1000 + 2 * INDEX, freed("1.1", "1.2"));
        assertEquals(0, freed());
    }

    @Test
    void deletesAndSaysWhatItFreed() throws Exception {
        mirror.write(s -> assertEquals(824, s.prune(List.of("1.0", "1.3"), TestJob.quiet())));
        assertFalse(Files.exists(mirror.root.resolve("1.0")));
        assertFalse(Files.exists(mirror.root.resolve(".tidemark/versions/1.3")));
        assertEquals(List.of("1.1", "1.2"), names());
        try (var trash = Files.list(mirror.root.resolve(".tidemark/trash"))) {
            assertEquals(0, trash.count());
        }
        List<JournalEntry> pruned = mirror.open().journal().stream()
                .filter(e -> e.event() == Event.PRUNED)
                .toList();
        assertEquals(
                List.of("1.0", "1.3"),
                pruned.stream().map(JournalEntry::version).toList());
        assertEquals(Map.of("bytes", 312L), pruned.get(0).figures());
        assertEquals(Map.of("bytes", 512L), pruned.get(1).figures());
    }

    @Test
    void refusesWhatIsNeededAndThenDeletesNothing() throws Exception {
        assertNeeded("prune.needed.channel", "stable", "1.0", "1.2");
        assertNeeded("prune.needed.last-good", "stable", "1.0", "1.1");
        mirror.write(s -> s.pin("1.3", "signed off"));
        assertNeeded("prune.needed.pin", "signed off", "1.0", "1.3");
        mirror.write(s -> s.flip(Mirror.rollBack("1.1"), TestJob.quiet()));
        assertNeeded("prune.needed.hold", "stable", "1.2", "1.1");
        assertNeeded("prune.needed.last-good", "stable", "1.0");
        assertEquals(List.of("1.0", "1.1", "1.2", "1.3"), names());
        mirror.write(s -> s.prune(List.of("1.2"), TestJob.quiet()));
        assertEquals(List.of("1.0", "1.1", "1.3"), names());
    }

    @Test
    void refusesUnknownAndStagedVersions() throws Exception {
        Files.createDirectories(mirror.root.resolve(".tidemark/staging/2.0/tree"));
        assertCode("store.no-version", "9.9");
        assertCode("prune.staged", "2.0");
        assertCode("store.no-version", "../../etc");
    }

    @Test
    void deletesReadOnlyDirectoriesAndNeverFollowsLinks() throws Exception {
        Path outside = Files.createDirectory(temp.resolve("outside"));
        Files.writeString(outside.resolve("precious"), "x");
        Files.createSymbolicLink(mirror.root.resolve("1.0/main/out"), outside);
        mirror.root.resolve("1.0/main").toFile().setWritable(false);
        mirror.write(s -> s.prune(List.of("1.0"), TestJob.quiet()));
        assertTrue(Files.exists(outside.resolve("precious")));
        assertEquals(List.of("1.1", "1.2", "1.3"), names());
    }

    @Test
    void aNumberIsNeverGivenTwice() throws Exception {
        mirror.write(s -> s.prune(List.of("1.3"), TestJob.quiet()));
        Files.createDirectory(mirror.root.resolve("late"));
        mirror.write(s -> s.exchange("late", "1.4"));
        assertEquals(5, mirror.open().versions().getLast().sequence());
    }

    private long freed(String... versions) throws Exception {
        return mirror.open().freedBy(List.of(versions), TestJob.quiet());
    }

    private List<String> names() throws ProblemException {
        return mirror.open().versions().stream().map(Version::name).toList();
    }

    private void assertNeeded(String code, String by, String... versions) {
        ProblemException e = assertThrows(
                ProblemException.class, () -> mirror.write(s -> s.prune(List.of(versions), TestJob.quiet())));
        assertEquals(code, e.problem().code());
        assertEquals(by, e.problem().args().get("by"));
    }

    private void assertCode(String code, String version) {
        ProblemException e = assertThrows(
                ProblemException.class, () -> mirror.write(s -> s.prune(List.of(version), TestJob.quiet())));
        assertEquals(code, e.problem().code());
    }
}
