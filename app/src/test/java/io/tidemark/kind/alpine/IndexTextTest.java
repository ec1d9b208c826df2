package io.tidemark.kind.alpine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexTextTest {

    private static final String CHECKSUM = "C:Q18SGEgBCUBuKsON0gsDHwIt6EqBk=\n";

    @Test
    void readsBlocksWithKnownAndUnknownFields() throws Malformed {
        List<IndexEntry> entries = IndexText.read(bytes(CHECKSUM
                + "P:g++\nV:10.3.1_git20211027-r0\nA:x86_64\nS:42\nz:new\nt:1649030400\no:gcc\n\n\n"
                + CHECKSUM + "P:a\nV:1~0af-r1\nS:0\n"));
        assertEquals(
                new IndexEntry(
                        "Q18SGEgBCUBuKsON0gsDHwIt6EqBk=", "g++", "10.3.1_git20211027-r0", 42, "gcc", 1_649_030_400L),
                entries.getFirst());
        assertEquals("a-1~0af-r1.apk", entries.get(1).fileName());
        assertEquals("Q18SGEgBCUBuKsON0gsDHwIt6EqBk=:0", entries.get(1).identity());
        assertEquals(2, entries.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", ".hidden", "-rf", "a\u001b[31m", "a\u0000b", "a\\b", "", "a\u202eb", " a", "é"})
    void namesThatHideSomethingAreRefusedAndShownEscaped(String name) {
        Malformed refused = refused(CHECKSUM + "P:" + name + "\nV:1-r0\nS:1\n\n");
        assertEquals("alpine.index.name", refused.code());
        assertTrue(refused.getMessage().chars().allMatch(c -> c >= ' ' && c != 0x202e));
        assertEquals(
                "alpine.index.name",
                refused(CHECKSUM + "P:a\nV:" + name + "\nS:1\n\n").code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no field at all\n\n",
                "P:a\nV:1\nS:1\n\n",
                "C:x\nP:a\nV:1\nS:-1\n\n",
                "C:x\nP:a\nV:1\nS:1e9\n\n",
                "C:x\nP:a\nP:b\nV:1\nS:1\n\n",
                "C:x\nP:a\nV:1\nS:99999999999999999999\n\n",
                "C:x\nP:a\nV:1\nS:1\nt:-5\n\n"
            })
    void brokenBlocksAreRefused(String text) {
        assertEquals("alpine.index.format", refused(text).code());
    }

    @Test
    void absurdSizesAndNamesAreRefused() {
        assertEquals(
                "alpine.index.bounds",
                refused("C:x\nP:a\nV:1\nS:9999999999999999\n\n").code());
        String longName = "a".repeat(300);
        assertEquals(
                "alpine.index.bounds",
                refused("C:x\nP:" + longName + "\nV:1\nS:1\n\n").code());
    }

    @Test
    void oneFileListedTwiceIsRefusedTwoVersionsAreNot() throws Malformed {
        String a1 = "C:x\nP:a\nV:1\nS:1\n\n";
        assertEquals("alpine.index.duplicate", refused(a1 + a1).code());
        assertEquals(2, IndexText.read(bytes(a1 + a1.replace("V:1", "V:2"))).size());
    }

    @Test
    void noNoiseMakesItFailInAnotherWay() {
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < 2000; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            for (int at = 0; at < noise.length; at++) {
                noise[at] = (byte) "CPVS:\n1aQ= ./\u0001z".charAt(random.nextInt(15));
            }
            try {
                IndexText.read(noise);
            } catch (Malformed refused) {
                assertTrue(refused.code().startsWith("alpine.index."));
            }
        }
    }

    private static Malformed refused(String text) {
        return assertThrows(Malformed.class, () -> IndexText.read(bytes(text)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
