package io.tidemark.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineDiffTest {

    private static final long SEED = 20_260_112;

    @Test
    void aChangedLineStandsBesideWhatItWas() {
        List<LineDiff.Row> rows = LineDiff.of("a\nmax = 20\nc\n", "a\nmax = 64\nmore\nc\n");
        assertEquals(4, rows.size());
        assertEquals("max = 20", rows.get(1).before().orElseThrow().text());
        assertEquals("max = 64", rows.get(1).after().orElseThrow().text());
        assertTrue(rows.get(2).before().isEmpty());
        assertEquals(3, rows.get(2).after().orElseThrow().number());
        assertTrue(rows.get(3).same());
    }

    @Test
    void nothingBesideNothingIsNoRow() {
        assertEquals(List.of(), LineDiff.of("", ""));
    }

    /** Both texts can be read off the rows, and no more lines are called equal than can be. */
    @Test
    void rowsHoldBothTextsAndTheLongestCommonPart() {
        Random random = new Random(SEED);
        for (int round = 0; round < 500; round++) {
            List<String> before = lines(random);
            List<String> after = lines(random);
            List<LineDiff.Row> rows = LineDiff.of(text(before), text(after));
            assertEquals(before, side(rows, true));
            assertEquals(after, side(rows, false));
            long same = rows.stream().filter(LineDiff.Row::same).count();
            assertEquals(common(before, after, 0, 0), same);
        }
    }

    private static List<String> lines(Random random) {
        List<String> lines = new ArrayList<>();
        int count = random.nextInt(9);
        for (int i = 0; i < count; i++) {
            lines.add(Character.toString('a' + random.nextInt(3)));
        }
        return lines;
    }

    private static String text(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private static List<String> side(List<LineDiff.Row> rows, boolean before) {
        List<String> side = new ArrayList<>();
        for (LineDiff.Row row : rows) {
            (before ? row.before() : row.after()).ifPresent(line -> {
                side.add(line.text());
                assertEquals(side.size(), line.number());
            });
        }
        return side;
    }

    /** The length of a longest common subsequence, by its definition. */
    private static long common(List<String> one, List<String> other, int i, int j) {
        if (i == one.size() || j == other.size()) {
            return 0;
        }
        return one.get(i).equals(other.get(j))
                ? 1 + common(one, other, i + 1, j + 1)
                : Math.max(common(one, other, i + 1, j), common(one, other, i, j + 1));
    }
}
