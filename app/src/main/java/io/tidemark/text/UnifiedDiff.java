package io.tidemark.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Two small texts, line by line, as {@code diff -u} shows them. Lines are matched by their longest common subsequence; texts
 * so long that this would take much memory are shown as all removed and all added.
 */
public final class UnifiedDiff {

    private static final int MOST_CELLS = 4_000_000;

    private final List<Line> script = new ArrayList<>();
    private final int context;

    /**
     * Compares.
     *
     * @param context lines shown around each difference
     */
    public UnifiedDiff(String before, String after, int context) {
        this.context = context;
        compare(before.lines().toList(), after.lines().toList());
    }

    /** What became of a line. */
    public enum Fate {
        KEPT(' '),
        REMOVED('-'),
        ADDED('+');

        private final char sign;

        Fate(char sign) {
            this.sign = sign;
        }
    }

    /** One line of either text. */
    public record Line(Fate fate, String text) {}

    /** All lines of both texts in order. */
    public List<Line> script() {
        return List.copyOf(script);
    }

    /** The lines that {@code diff -u} would print, without line ends; none where the texts are equal. */
    public List<String> lines(String beforeName, String afterName) {
        List<String> lines = new ArrayList<>();
        int before = 0;
        int after = 0;
        for (int i = 0; i < script.size(); i++) {
            if (near(i)) {
                if (i == 0 || !near(i - 1)) {
                    lines.add(head(i, before, after));
                }
                lines.add(script.get(i).fate().sign + script.get(i).text());
            }
            before += script.get(i).fate() == Fate.ADDED ? 0 : 1;
            after += script.get(i).fate() == Fate.REMOVED ? 0 : 1;
        }
        if (!lines.isEmpty()) {
            lines.addAll(0, List.of("--- " + beforeName, "+++ " + afterName));
        }
        return lines;
    }

    /** The head of the hunk that begins with a line of the script. */
    private String head(int begin, int before, int after) {
        int removed = 0;
        int added = 0;
        for (int i = begin; i < script.size() && near(i); i++) {
            removed += script.get(i).fate() == Fate.ADDED ? 0 : 1;
            added += script.get(i).fate() == Fate.REMOVED ? 0 : 1;
        }
        return "@@ -" + range(before, removed) + " +" + range(after, added) + " @@";
    }

    private static String range(int above, int count) {
        return (count == 0 ? above : above + 1) + (count == 1 ? "" : "," + count);
    }

    private boolean near(int index) {
        int from = Math.max(0, index - context);
        int to = Math.min(script.size(), index + context + 1);
        return script.subList(from, to).stream().anyMatch(line -> line.fate() != Fate.KEPT);
    }

    private void compare(List<String> before, List<String> after) {
        if ((long) before.size() * after.size() > MOST_CELLS) {
            before.forEach(text -> put(Fate.REMOVED, text));
            after.forEach(text -> put(Fate.ADDED, text));
            return;
        }
        int[][] common = common(before, after);
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                put(Fate.KEPT, before.get(i++));
                j++;
            } else if (j == after.size() || i < before.size() && common[i + 1][j] >= common[i][j + 1]) {
                put(Fate.REMOVED, before.get(i++));
            } else {
                put(Fate.ADDED, after.get(j++));
            }
        }
    }

    /** Length of the longest common subsequence of the lines from each pair of positions on. */
    private static int[][] common(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private void put(Fate fate, String text) {
        script.add(new Line(fate, text));
    }
}
