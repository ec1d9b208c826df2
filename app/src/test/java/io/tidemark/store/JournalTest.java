package io.tidemark.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.JournalEntry;
import io.tidemark.model.JournalEntry.Event;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir(factory = QuickDisk.class)
    Path temp;

    private Mirror mirror;
    private Path file;

    @BeforeEach
    void writeSomeLines() throws Exception {
        mirror = Mirror.adopted(temp.resolve("mirror"));
        file = mirror.root.resolve(".tidemark/journal.jsonl");
        mirror.write(s -> {
            s.flip(Mirror.promote("1.3"), TestJob.quiet());
            s.flip(Mirror.rollBack("1.2"), TestJob.quiet());
            s.journalFailure("update", "upstream.size");
        });
    }

    @Test
    void saysWhoDidWhatWithoutGaps() throws Exception {
        List<JournalEntry> lines = mirror.open().journal();
        assertEquals(
                LongStream.rangeClosed(1, 9).boxed().toList(),
                lines.stream().map(JournalEntry::sequence).toList());
        assertEquals(
                List.of(Event.PROMOTED, Event.ROLLED_BACK, Event.HELD, Event.FAILED),
                lines.stream().skip(5).map(JournalEntry::event).toList());
        JournalEntry back = lines.get(6);
        assertEquals("1.2", back.version());
        assertEquals("1.3", back.from());
        assertEquals("stable", back.channel());
        assertEquals("clients do not boot", back.reason());
        assertEquals(Mirror.ACTOR, back.actor());
        assertEquals(Mirror.CLOCK.instant(), back.time());
        assertEquals("update: upstream.size", lines.get(8).reason());
    }

    @Test
    void noticesEveryChangedByteAndLeavesTheFileAlone() throws Exception {
        byte[] whole = Files.readAllBytes(file);
        try (Home home = Home.open(new Disk(), mirror.root)) {
            Journal journal = new Journal(home);
            for (int at = 0; at < whole.length; at++) {
                byte[] damaged = whole.clone();
                damaged[at] ^= 1;
                Files.write(file, damaged);
                assertBroken("byte " + at, journal.broken());
            }
        }
        byte[] damaged = whole.clone();
        damaged[whole.length / 2] ^= 1;
        Files.write(file, damaged);
        ProblemException refused = assertThrows(ProblemException.class, () -> mirror.write(s -> s.pin("1.1", "")));
        assertBroken("writing", Optional.of(refused.problem()));
        assertArrayEquals(damaged, Files.readAllBytes(file));
    }

    @Test
    void noticesLinesThatWereTakenOutOrExchanged() throws Exception {
        List<String> lines = Files.readAllLines(file);
        for (int at = 0; at < lines.size() - 1; at++) {
            List<String> without = new java.util.ArrayList<>(lines);
            String line = without.remove(at);
            Files.write(file, without);
            assertBroken("without line " + at, mirror.open().journalProblem());
            without.add(at + 1, line);
            Files.write(file, without);
            assertBroken("exchanged line " + at, mirror.open().journalProblem());
        }
    }

    @Test
    void cutsOffWhatACrashLeftOfALine() throws Exception {
        byte[] whole = Files.readAllBytes(file);
        int lastLine = lastLineStart(whole);
        for (int length = lastLine + 1; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            List<JournalEntry> lines = mirror.open().journal();
            assertEquals(9, lines.size(), "cut at " + length);
            assertEquals(Event.RECOVERED, lines.getLast().event());
            assertEquals(
                    Map.of("torn", (long) length - lastLine), lines.getLast().figures());
        }
    }

    @Test
    void beginsANewJournalWhenTheBrokenOneWasMovedAway() throws Exception {
        Files.move(file, temp.resolve("kept"));
        mirror.write(s -> s.pin("1.1", "reference"));
        List<JournalEntry> lines = mirror.open().journal();
        assertEquals(
                List.of(Event.RECOVERED, Event.PINNED),
                lines.stream().map(JournalEntry::event).toList());
        try (Home home = Home.open(new Disk(), mirror.root)) {
            assertEquals(5, new Workbench(home, "", Mirror.CLOCK).nextSequence());
        }
    }

    private static int lastLineStart(byte[] whole) {
        int at = whole.length - 1;
        while (whole[at - 1] != '\n') {
            at--;
        }
        return at;
    }

    private static void assertBroken(String what, Optional<Problem> problem) {
        assertTrue(problem.isPresent(), what);
        assertEquals("store.journal", problem.get().code(), what);
        assertEquals(Problem.Category.REFUSED, problem.get().category());
    }
}
