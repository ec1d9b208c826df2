package io.tidemark.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two texts line by line, side by side. The lines in common are a longest common subsequence, found by the dynamic
 * programme of Wagner and Fischer after equal beginnings and ends are taken off; what remains may have at most 4,000,000
 * pairs of lines, else it counts as replaced.
 */
public final class LineDiff {

    private static final long MOST_PAIRS = 4_000_000;

    private final List<String> before;
    private final List<String> after;
    private final List<Row> rows = new ArrayList<>();

    private LineDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /** The rows of two texts; a text without a last line end is treated as if it had one. */
    public static List<Row> of(String before, String after) {
        LineDiff diff = new LineDiff(lines(before), lines(after));
        diff.compare();
        return List.copyOf(diff.rows);
    }

    /** How many rows of two texts differ: lines that would have to be written or removed, a changed one counted once. */
    public static int differing(String before, String after) {
        return (int) of(before, after).stream().filter(row -> !row.same()).count();
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    private void compare() {
        int least = Math.min(before.size(), after.size());
        int head = 0;
        while (head < least && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < least - head && same(before.size() - 1 - tail, after.size() - 1 - tail)) {
            tail++;
        }
        same(0, 0, head);
        middle(head, before.size() - tail, after.size() - tail);
        same(before.size() - tail, after.size() - tail, tail);
    }

    private boolean same(int left, int right) {
        return before.get(left).equals(after.get(right));
    }

    private void same(int left, int right, int count) {
        for (int i = 0; i < count; i++) {
            rows.add(new Row(line(before, left + i), line(after, right + i)));
        }
    }

    private void middle(int from, int leftEnd, int rightEnd) {
        int height = leftEnd - from;
        int width = rightEnd - from;
        if ((long) height * width > MOST_PAIRS) {
            replaced(from, leftEnd, from, rightEnd);
            return;
        }
        int[][] common = common(from, height, width);
        int left = from;
        int right = from;
        int leftOpen = left;
        int rightOpen = right;
        while (left < leftEnd && right < rightEnd) {
            if (same(left, right)) {
                replaced(leftOpen, left, rightOpen, right);
                same(left, right, 1);
                left++;
                right++;
                leftOpen = left;
                rightOpen = right;
            } else if (common[left - from + 1][right - from] >= common[left - from][right - from + 1]) {
                left++;
            } else {
                right++;
            }
        }
        replaced(leftOpen, leftEnd, rightOpen, rightEnd);
    }

    /** How many lines two rests have in common, by where they begin. */
    private int[][] common(int from, int height, int width) {
        int[][] common = new int[height + 1][width + 1];
        for (int i = height - 1; i >= 0; i--) {
            for (int j = width - 1; j >= 0; j--) {
                common[i][j] = same(from + i, from + j)
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    /** Lines that have nothing in common stand beside each other as far as they go. */
    private void replaced(int left, int leftEnd, int right, int rightEnd) {
        for (int i = 0; i < Math.max(leftEnd - left, rightEnd - right); i++) {
            Optional<Line> old = left + i < leftEnd ? line(before, left + i) : Optional.empty();
            Optional<Line> fresh = right + i < rightEnd ? line(after, right + i) : Optional.empty();
            rows.add(new Row(old, fresh));
        }
    }

    private static Optional<Line> line(List<String> lines, int index) {
        return Optional.of(new Line(index + 1, lines.get(index)));
    }

    /** A line of one text and its number, from 1. */
    public record Line(int number, String text) {}

    /** What stands beside each other; one side may be empty. */
    public record Row(Optional<Line> before, Optional<Line> after) {

        /** Whether both sides say the same. */
        public boolean same() {
            return before.map(Line::text).equals(after.map(Line::text));
        }
    }
}
