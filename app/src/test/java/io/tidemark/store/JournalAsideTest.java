package io.tidemark.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.JournalEntry;
import io.tidemark.model.JournalEntry.Event;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal whose chain is broken: read as far as it can be, and set aside for what must not wait. */
class JournalAsideTest {

    private static final int BROKEN = 7;

    @TempDir(factory = QuickDisk.class)
    Path temp;

    private Mirror mirror;
    private Path file;
    private byte[] broken;
    private List<JournalEntry> before;

    @BeforeEach
    void lay() throws Exception {
        lay("mirror");
        before = mirror.open().journal();
        breakIt();
    }

    private void lay(String name) throws Exception {
        mirror = Mirror.adopted(temp.resolve(name));
        file = mirror.root.resolve(".tidemark/journal.jsonl");
        mirror.write(s -> {
            s.flip(Mirror.promote("1.3"), TestJob.quiet());
            s.flip(Mirror.promote("1.2"), TestJob.quiet());
            s.journalFailure("update", "upstream.size");
            s.journalFailure("update", "upstream.silent");
        });
    }

    /** Nine lines or more; somebody changed who it was in the seventh. */
    private void breakIt() throws Exception {
        List<String> lines = Files.readAllLines(file);
        lines.set(BROKEN - 1, lines.get(BROKEN - 1).replace("keeper@mirror", "nobody@mirror"));
        broken = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        Files.write(file, broken);
    }

    private void rollBack() throws Exception {
        try (DiskSession session = mirror.open().writeAtOnce("rollback", Mirror.ACTOR, TestJob.quiet())) {
            session.flip(Mirror.rollBack("1.1"), TestJob.quiet());
        }
    }

    private Path kept() {
        return mirror.root.resolve(
                ".tidemark/journal.broken-" + Sha256.hex(broken).substring(0, 16) + ".jsonl");
    }

    @Test
    void tellsWhatStillVouchesForItself() throws Exception {
        List<Long> told =
                mirror.open().journal().stream().map(JournalEntry::sequence).toList();
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L, 8L, 9L), told);
        Problem problem = mirror.open().journalProblem().orElseThrow();
        assertEquals("store.journal", problem.code());
        assertEquals("7", problem.args().get("line"));
        assertEquals(file.toString(), problem.args().get("object"));
    }

    @Test
    void nothingElseWritesOnAndTheFileStays() throws Exception {
        for (Mirror.Writing writing : List.<Mirror.Writing>of(
                s -> s.pin("1.1", ""), s -> s.flip(Mirror.promote("1.3"), TestJob.quiet()), s -> {})) {
            ProblemException refused = assertThrows(ProblemException.class, () -> mirror.write(writing));
            assertEquals("store.journal", refused.problem().code());
        }
        assertArrayEquals(broken, Files.readAllBytes(file));
        assertEquals("1.2", mirror.link("stable"));
    }

    @Test
    void whatMustNotWaitSetsItAsideAndNamesIt() throws Exception {
        rollBack();
        assertEquals("1.1", mirror.link("stable"));
        assertArrayEquals(broken, Files.readAllBytes(kept()));
        assertTrue(mirror.open().journalProblem().isEmpty());
        JournalEntry first = mirror.open().journal().stream()
                .filter(e -> e.sequence() == 10)
                .findFirst()
                .orElseThrow();
        assertEquals(Event.RECOVERED, first.event());
        assertEquals(Sha256.hex(broken), first.from());
        assertEquals(kept().getFileName() + ":7", first.reason());
        assertEquals(7L, first.figures().get("line"));
        assertTrue(Files.readString(file).contains("\"previous\":\"" + Sha256.hex(broken)));
    }

    @Test
    void historyAndOrderGoOnBehindIt() throws Exception {
        rollBack();
        mirror.write(s -> s.pin("1.0", "reference"));
        List<JournalEntry> told = mirror.open().journal();
        assertEquals(before.subList(0, 6), told.subList(0, 6));
        assertEquals(
                List.of(8L, 9L, 10L, 11L, 12L, 13L),
                told.stream().skip(6).map(JournalEntry::sequence).toList());
        assertEquals(Event.PINNED, told.getLast().event());
        try (Home home = Home.open(new Disk(), mirror.root)) {
            assertEquals(5, new Workbench(home, "", Mirror.CLOCK).nextSequence());
        }
    }

    @Test
    void everyByteOfTheNewChainIsWatchedToo() throws Exception {
        rollBack();
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            Files.write(file, damaged);
            assertTrue(mirror.open().journalProblem().isPresent(), "byte " + at);
        }
        List<String> lines = List.of(new String(whole, StandardCharsets.UTF_8).split("\n"));
        Files.write(file, lines.subList(1, lines.size()));
        assertTrue(mirror.open().journalProblem().isPresent(), "without the line that names the old journal");
    }

    @Test
    void canHappenAgain() throws Exception {
        rollBack();
        Files.writeString(file, Files.readString(file).replaceFirst("clients do not boot", "clients do boot"));
        try (DiskSession session = mirror.open().writeAtOnce("rollback", Mirror.ACTOR, TestJob.quiet())) {
            assertEquals("2", session.setAside().orElseThrow().args().get("line"));
            session.flip(Mirror.rollBack("1.0"), TestJob.quiet());
        }
        List<Long> told =
                mirror.open().journal().stream().map(JournalEntry::sequence).toList();
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L, 8L, 9L, 10L, 12L, 13L, 14L, 15L), told);
        assertEquals("1.0", mirror.link("stable"));
    }

    @Test
    void goesOnWithoutTheOldOneWhenThatWasTakenAwayOrChanged() throws Exception {
        rollBack();
        Files.writeString(kept(), "changed again");
        assertEquals(3, mirror.open().journal().size());
        Files.delete(kept());
        assertEquals(3, mirror.open().journal().size());
        mirror.write(s -> s.pin("1.0", "reference"));
        assertEquals(4, mirror.open().journal().size());
    }

    @Test
    void aJournalWithoutAFaultStaysWhereItIs() throws Exception {
        rollBack();
        byte[] whole = Files.readAllBytes(file);
        try (DiskSession session = mirror.open().writeAtOnce("rollback", Mirror.ACTOR, TestJob.quiet())) {
            assertTrue(session.setAside().isEmpty());
        }
        assertArrayEquals(whole, Files.readAllBytes(file));
    }

    /** Killed before each change: the broken journal is never lost, and the next one finishes. */
    @Test
    void aKillLosesNothing() throws Exception {
        for (int n = 1; n < Swept.ENDLESS; n++) {
            lay("kill-" + n);
            breakIt();
            boolean killed = killed(new Disk(Faults.killAt(n)), Mirror.rollBack("1.1"), true);
            Path old = Files.exists(kept()) ? kept() : file;
            assertArrayEquals(broken, Files.readAllBytes(old), "killed at change " + n);
            rollBack();
            assertArrayEquals(broken, Files.readAllBytes(kept()), "killed at change " + n);
            assertEquals("1.1", mirror.link("stable"), "killed at change " + n);
            assertTrue(mirror.open().journalProblem().isEmpty(), "killed at change " + n);
            if (!killed) {
                return;
            }
        }
        throw new AssertionError("never ended");
    }

    /** What a crash left half-done is finished or undone first, and only once, although the journal is another one. */
    @Test
    void whatACrashLeftIsRecoveredFirst() throws Exception {
        for (int n = 1; n < Swept.ENDLESS; n++) {
            lay("left-" + n);
            boolean killed = killed(new Disk(Faults.killAt(n)), Mirror.promote("1.3"), false);
            breakIt();
            rollBack();
            assertEquals("1.1", mirror.link("stable"), "killed at change " + n);
            List<JournalEntry> told = mirror.open().journal();
            List<Long> numbers = told.stream().map(JournalEntry::sequence).toList();
            assertEquals(numbers.stream().distinct().sorted().toList(), numbers, "killed at change " + n);
            long promoted = told.stream()
                    .filter(e -> e.version().equals("1.3") && e.event() == Event.PROMOTED)
                    .count();
            assertTrue(promoted <= 2, "killed at change " + n);
            if (!killed) {
                return;
            }
        }
        throw new AssertionError("never ended");
    }

    private boolean killed(Disk disk, WriteSession.Flip flip, boolean urgent) throws Exception {
        try (DiskSession session = urgent
                ? mirror.open(disk).writeAtOnce("test", Mirror.ACTOR, TestJob.quiet())
                : mirror.open(disk).write("test", Mirror.ACTOR, TestJob.quiet())) {
            session.flip(flip, TestJob.quiet());
            return false;
        } catch (Killed e) {
            return true;
        }
    }
}
