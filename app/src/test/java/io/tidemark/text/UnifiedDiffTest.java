package io.tidemark.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.testkit.NeedsProgram;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnifiedDiffTest {

    @TempDir
    Path dir;

    private static List<String> diff(String before, String after) {
        return new UnifiedDiff(before, after, 1).lines("a", "b");
    }

    @Test
    void equalTextsHaveNoDifference() {
        assertEquals(List.of(), diff("one\ntwo\n", "one\ntwo\n"));
        assertEquals(List.of(), diff("", ""));
    }

    @Test
    void hunksAreCountedAsDiffCountsThem() {
        assertEquals(List.of("--- a", "+++ b", "@@ -0,0 +1 @@", "+one"), diff("", "one\n"));
        assertEquals(
                List.of("--- a", "+++ b", "@@ -1,3 +1,2 @@", " 1", "-2", " 3", "@@ -6 +5,2 @@", " 6", "+7"),
                diff("1\n2\n3\n4\n5\n6\n", "1\n3\n4\n5\n6\n7\n"));
    }

    /** Whatever we say is different, the program patch makes of the one what the other is. */
    @Test
    @NeedsProgram("patch")
    void patchTurnsOneIntoTheOther() throws Exception {
        Random random = new Random(7);
        for (int round = 0; round < 12; round++) {
            String before = text(random);
            String after = text(random);
            Path file = Files.writeString(dir.resolve("text"), before);
            List<String> lines = new UnifiedDiff(before, after, 3).lines("text", "text");
            Process patch = new ProcessBuilder("patch", "-s", "-E", file.toString())
                    .redirectErrorStream(true)
                    .start();
            patch.getOutputStream().write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
            patch.getOutputStream().close();
            String said = new String(patch.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, patch.waitFor(), said);
            assertEquals(after, Files.exists(file) ? Files.readString(file) : "");
        }
    }

    private static String text(Random random) {
        return IntStream.range(0, 5 + random.nextInt(20))
                .mapToObj(i -> "line " + random.nextInt(6) + "\n")
                .collect(Collectors.joining());
    }
}
