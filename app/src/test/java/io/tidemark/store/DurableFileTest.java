package io.tidemark.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFileTest {

    private static final int MOST_CALLS = 30;
    private static final byte[] OLD = "old".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NEW = "new content".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path dir;

    private Path file;

    @BeforeEach
    void begin() throws Exception {
        file = Files.write(dir.resolve("file"), OLD);
    }

    private List<Path> left() throws Exception {
        try (Stream<Path> files = Files.list(dir)) {
            return files.toList();
        }
    }

    @Test
    void aChangeThatFailsLeavesTheOldContentAndNothingBeside() throws Exception {
        int failed = 0;
        for (int n = 1; n <= MOST_CALLS; n++) {
            Faults faults = Faults.failAt(n, Errno.ENOSPC);
            Files.write(file, OLD);
            try {
                new DurableFile(new Disk(faults), file).replace(NEW, 0600);
                assertArrayEquals(NEW, Files.readAllBytes(file));
            } catch (ProblemException full) {
                failed++;
                byte[] now = Files.readAllBytes(file);
                assertTrue(Arrays.equals(OLD, now) || Arrays.equals(NEW, now));
            }
            assertEquals(List.of(file), left(), "call " + n);
        }
        assertTrue(failed >= 4);
    }

    @Test
    void aKillAtAnyChangeLeavesTheOldOrTheNewAndTheNextOneWorks() throws Exception {
        for (int n = 1; n <= MOST_CALLS; n++) {
            Files.write(file, OLD);
            Faults faults = Faults.killAt(n);
            try {
                new DurableFile(new Disk(faults), file).replace(NEW, 0600);
            } catch (Killed here) {
                byte[] now = Files.readAllBytes(file);
                assertTrue(Arrays.equals(OLD, now) || Arrays.equals(NEW, now));
            }
            new DurableFile(file).replace(NEW, 0600);
            assertArrayEquals(NEW, Files.readAllBytes(file));
            assertEquals(List.of(file), left());
        }
    }

    @Test
    void aDirectoryThatIsNotThereIsNamed() {
        ProblemException missing =
                assertThrows(ProblemException.class, () -> new DurableFile(dir.resolve("no/file")).replace(NEW, 0600));
        assertEquals("store.missing", missing.problem().code());
    }
}
