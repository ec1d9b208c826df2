package io.tidemark.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.ProblemException;
import io.tidemark.testkit.Skips;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFileTest {

    private static final int MOST_CALLS = 30;
    private static final byte[] OLD = "old".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NEW = "new content".getBytes(StandardCharsets.UTF_8);

    private static final int NOBODY = 65534;
    private static final boolean ROOT = new Disk().account() == 0;

    /** Version 2, then tag, rights and id of each entry: the owner, account 65533, the group, the mask, all others. */
    private static final byte[] LIST = HexFormat.of()
            .parseHex("02000000" + "01000600ffffffff" + "02000400fdff0000" + "04000000ffffffff" + "10000400ffffffff"
                    + "20000000ffffffff");

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

    /** Root shows it with another account, everybody else with a group of theirs. */
    private void belongElsewhere(int mode) throws Exception {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        if (ROOT) {
            Files.setAttribute(file, "unix:uid", NOBODY);
            Files.setAttribute(file, "unix:gid", NOBODY);
        } else {
            Files.setAttribute(file, "unix:gid", otherGroup());
        }
        Files.setAttribute(file, "unix:mode", mode);
    }

    private int otherGroup() throws Exception {
        Object own = Files.getAttribute(file, "unix:gid");
        String groups = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("Groups:"))
                .findFirst()
                .orElseThrow();
        Optional<Integer> other = Stream.of(groups.substring(7).strip().split("\\s+"))
                .filter(group -> !group.isEmpty())
                .map(Integer::valueOf)
                .filter(group -> !group.equals(own))
                .findFirst();
        Skips.unless(other.isPresent(), "needs root, or an account that is in a second group");
        return other.orElseThrow();
    }

    private String belongs() throws Exception {
        return Files.readAttributes(file, "unix:uid,gid,mode").toString();
    }

    @Test
    void theNewFileBelongsToWhomTheOldOneDid() throws Exception {
        belongElsewhere(0640);
        String before = belongs();
        new DurableFile(file).replace(NEW, 0600);
        assertEquals(before, belongs());
        assertArrayEquals(NEW, Files.readAllBytes(file));
    }

    @Test
    void whatMayNotBeGivenBackIsNotReplacedAndNobodyElseCouldReadItMeanwhile() throws Exception {
        belongElsewhere(0640);
        String before = belongs();
        AtomicInteger steps = new AtomicInteger();
        DiskFaults faults = call -> {
            steps.incrementAndGet();
            Path aside = dir.resolve("file.tidemark-new");
            assertTrue(!Files.exists(aside) || permissions(aside).equals("rw-------"), () -> call + permissions(aside));
            return call == Call.CHOWN ? Errno.EPERM : 0;
        };
        ProblemException refused =
                assertThrows(ProblemException.class, () -> new DurableFile(new Disk(faults), file).replace(NEW, 0644));
        assertEquals("store.owner", refused.problem().code());
        assertEquals(file.toRealPath().toString(), refused.problem().args().get("object"));
        assertEquals(before, belongs());
        assertArrayEquals(OLD, Files.readAllBytes(file));
        assertEquals(List.of(file), left());
        assertTrue(steps.get() >= 2);
    }

    @Test
    void aGroupThatMeansNothingStopsNobody() throws Exception {
        Files.setAttribute(file, "unix:mode", 0600);
        Object own = Files.getAttribute(file, "unix:gid");
        Files.setAttribute(file, "unix:gid", ROOT ? NOBODY : otherGroup());
        new DurableFile(new Disk(call -> call == Call.CHOWN ? Errno.EPERM : 0), file).replace(NEW, 0600);
        assertArrayEquals(NEW, Files.readAllBytes(file));
        assertEquals(own, Files.getAttribute(file, "unix:gid"));
        assertEquals("rw-------", permissions(file));
    }

    @Test
    void anAccessListIsCarriedOverAndOneOfTheDirectoryIsNotTakenOn() throws Exception {
        byte[] name = Disk.raw("file");
        try (Dir open = new Disk().open(dir);
                OpenFile old = new Disk().read(open, name)) {
            try {
                old.accessList(Optional.of(LIST));
            } catch (ProblemException unable) {
                Skips.unless(false, "needs a file system with access control lists: " + unable.problem());
            }
            new DurableFile(file).replace(NEW, 0600);
            try (OpenFile fresh = new Disk().read(open, name)) {
                assertArrayEquals(LIST, fresh.accessList().orElseThrow());
                fresh.accessList(Optional.empty());
            }
            new DurableFile(file).replace(OLD, 0600);
            try (OpenFile plain = new Disk().read(open, name)) {
                assertTrue(plain.accessList().isEmpty());
            }
        }
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException gone) {
            return gone.toString();
        }
    }
}
