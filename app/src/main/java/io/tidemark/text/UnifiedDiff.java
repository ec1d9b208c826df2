package io.tidemark.text;

import io.tidemark.model.LineDiff;
import java.util.ArrayList;
import java.util.List;

/** The lines of a {@link LineDiff} as {@code diff -u} shows them. */
public final class UnifiedDiff {

    private final List<Line> script = new ArrayList<>();
    private final int context;

    /**
     * Compares two texts.
     *
     * @param context lines shown around each difference
     */
    public UnifiedDiff(String before, String after, int context) {
        this.context = context;
        List<Line> added = new ArrayList<>();
        for (LineDiff.Row row : LineDiff.of(before, after)) {
            if (row.same()) {
                script.addAll(added);
                added.clear();
                script.add(new Line(' ', row.before().orElseThrow().text()));
            } else {
                row.before().ifPresent(line -> script.add(new Line('-', line.text())));
                row.after().ifPresent(line -> added.add(new Line('+', line.text())));
            }
        }
        script.addAll(added);
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
                lines.add(script.get(i).sign() + script.get(i).text());
            }
            before += script.get(i).before();
            after += script.get(i).after();
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
            removed += script.get(i).before();
            added += script.get(i).after();
        }
        return "@@ -" + range(before, removed) + " +" + range(after, added) + " @@";
    }

    private static String range(int above, int count) {
        return (count == 0 ? above : above + 1) + (count == 1 ? "" : "," + count);
    }

    private boolean near(int index) {
        int from = Math.max(0, index - context);
        int to = Math.min(script.size(), index + context + 1);
        return script.subList(from, to).stream().anyMatch(line -> line.sign() != ' ');
    }

    /** A line and what became of it: kept, removed or added. */
    private record Line(char sign, String text) {

        int before() {
            return sign == '+' ? 0 : 1;
        }

        int after() {
            return sign == '-' ? 0 : 1;
        }
    }
}
