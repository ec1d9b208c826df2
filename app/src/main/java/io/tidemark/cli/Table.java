package io.tidemark.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in aligned columns; the last column is never padded. */
final class Table {

    private final boolean[] right;
    private final List<String[]> rows = new ArrayList<>();

    /** Columns by alignment: {@code l} left, {@code r} right. */
    Table(String alignment) {
        right = new boolean[alignment.length()];
        for (int i = 0; i < right.length; i++) {
            right[i] = alignment.charAt(i) == 'r';
        }
    }

    Table row(String... cells) {
        for (int i = 0; i < cells.length; i++) {
            cells[i] = Output.printable(cells[i]);
        }
        rows.add(cells);
        return this;
    }

    void print(Output out) {
        int[] widths = new int[right.length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        rows.forEach(row -> out.line(line(row, widths).stripTrailing()));
    }

    private String line(String[] row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.length; i++) {
            String padding = " ".repeat(widths[i] - row[i].length());
            line.append(right[i] ? padding + row[i] : row[i] + padding).append("  ");
        }
        return line.toString();
    }
}
