package io.tidemark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignFaultsTest {

    @TempDir
    Path temp;

    @Test
    void failsTheChangeThatWasNamed() {
        assertEquals(List.of(0, 0, 28, 0, 0), answers("errno:28:3"));
        assertEquals(List.of(0, 5, 5, 5, 5), answers("errno:5:2+"));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        for (String text : List.of("", "kill", "kill:1:2", "errno:28", "eat:3")) {
            assertThrows(IllegalArgumentException.class, () -> CampaignFaults.parse(text), text);
        }
        assertThrows(NumberFormatException.class, () -> CampaignFaults.parse("kill:soon"));
    }

    @Test
    void endsTheProcessAsAKillWould() throws Exception {
        Mirror mirror = Mirror.adopted(temp.resolve("mirror"));
        Process process =
                LockHolder.prepare(mirror.root, "-Dtidemark.fault=kill:2").start();
        assertEquals("", process.inputReader().readAllAsString());
        assertEquals(137, process.waitFor());
        mirror.write(s -> s.pin("1.1", ""));
    }

    private static List<Integer> answers(String text) {
        DiskFaults faults = CampaignFaults.parse(text);
        return IntStream.range(0, 5).mapToObj(i -> faults.before(Call.WRITE)).toList();
    }
}
