package io.tidemark.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.ProblemException;
import io.tidemark.workspace.DraftFiles.Draft;
import io.tidemark.workspace.DraftFiles.Kept;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftFilesTest {

    private static final Logger LOG = Logger.getLogger(DraftFiles.class.getName());

    @TempDir
    private Path dir;

    private DraftFiles files;

    @BeforeAll
    static void sayNothing() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void sayAgain() {
        LOG.setLevel(null);
    }

    @BeforeEach
    void begin() {
        files = again();
    }

    private DraftFiles again() {
        return new DraftFiles(new WorkspaceFile(dir.resolve("mine.json")));
    }

    private static Draft draft(String role, String text) {
        return new Draft("kinoite", "/srv/kinoite", role, "mark", Map.of("/etc/x.repo", "other"), text);
    }

    private List<Path> onDisk() throws Exception {
        try (Stream<Path> all = Files.list(dir.resolve("mine.drafts"))) {
            return all.toList();
        }
    }

    @Test
    void aDraftComesBackAsItWasAndOnlyItsOwnerCanReadIt() throws Exception {
        assertEquals(List.of(), files.all());
        files.drop("kinoite", "dev");
        files.keep(draft("dev", "old"));
        files.keep(draft("dev", "é\n\"new\""));
        files.keep(draft("dev/base.yaml", "part"));
        assertEquals(
                List.of(draft("dev", "é\n\"new\""), draft("dev/base.yaml", "part")),
                again().all().stream()
                        .map(Kept::draft)
                        .sorted(Comparator.comparing(Draft::role))
                        .toList());
        assertEquals(2, onDisk().size());
        for (Path file : onDisk()) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
        assertEquals(
                "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve("mine.drafts"))));
        files.drop("kinoite", "dev");
        assertEquals("part", again().all().getFirst().draft().text());
    }

    @Test
    void numberAndSizeAreBoundedAndWhatIsThereStays() throws Exception {
        for (int i = 0; i < DraftFiles.MOST; i++) {
            files.keep(draft("role-" + i, "text"));
        }
        assertThrows(ProblemException.class, () -> files.keep(draft("one more", "text")));
        files.keep(draft("role-0", "other"));
        ProblemException refused = assertThrows(
                ProblemException.class, () -> files.keep(draft("role-0", "x".repeat(DraftFiles.LONGEST + 1))));
        assertEquals("workspace.draft", refused.problem().code());
        assertEquals(DraftFiles.MOST, files.all().size());
        assertTrue(files.all().stream().anyMatch(kept -> kept.draft().text().equals("other")));
        files.keep(draft("role-0", "\u0001".repeat(DraftFiles.LONGEST)));
        assertEquals(DraftFiles.MOST, again().all().size());
    }

    @Test
    void whatCannotBeUnderstoodIsPassedOverAndLeftAlone() throws Exception {
        files.keep(draft("dev", "text"));
        Path torn = Files.writeString(dir.resolve("mine.drafts/torn.json"), "{\"format\": 1, \"dr");
        Path newer = Files.writeString(dir.resolve("mine.drafts/newer.json"), "{\"format\": 2, \"draft\": null}");
        Path empty = Files.writeString(dir.resolve("mine.drafts/empty.json"), "{\"format\": 1, \"draft\": {}}");
        assertEquals(
                List.of(draft("dev", "text")),
                files.all().stream().map(Kept::draft).toList());
        assertTrue(Files.exists(torn) && Files.exists(newer) && Files.exists(empty));
    }
}
