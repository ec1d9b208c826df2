package io.tidemark.campaign;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Figures of a campaign, by operation. */
final class Tally {

    private final Map<String, Row> rows = new TreeMap<>();

    /** Counts one run and what the next start made of it. */
    void count(String operation, Shot shot, String repair) {
        Row row = row(operation);
        row.runs++;
        row.killed += shot.killed() ? 1 : 0;
        row.inside += shot.inside() ? 1 : 0;
        row.halfDone += shot.halfDone() ? 1 : 0;
        row.finished += repair.equals("finished") ? 1 : 0;
        row.undone += repair.equals("undone") ? 1 : 0;
        for (Shot.From from : Shot.From.values()) {
            shot.lasted(from).ifPresent(row.lasted.get(from)::add);
        }
    }

    int killed() {
        return rows.values().stream().mapToInt(row -> row.killed).sum();
    }

    int runs() {
        return rows.values().stream().mapToInt(row -> row.runs).sum();
    }

    /** How many runs of an operation were ended in the midst of its work. */
    int inside(String operation) {
        return row(operation).inside;
    }

    /** How long the operation usually takes from a mark to its end; 0 if it was never seen to come there. */
    long usual(String operation, Shot.From from) {
        return median(row(operation).lasted.get(from));
    }

    /** The table, a line for each operation and one for all. */
    List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                "%-18s %6s %7s %7s %10s %9s %7s %9s",
                "operation", "runs", "killed", "inside", "half-done", "finished", "undone", "locked ms"));
        Row all = new Row();
        rows.forEach((name, row) -> {
            lines.add(line(name, row));
            all.add(row);
        });
        lines.add(line("all", all));
        return lines;
    }

    private static String line(String name, Row row) {
        return String.format(
                "%-18s %6d %7d %7d %10d %9d %7d %9s",
                name,
                row.runs,
                row.killed,
                row.inside,
                row.halfDone,
                row.finished,
                row.undone,
                median(row.lasted.get(Shot.From.LOCK)) / 1_000_000);
    }

    private Row row(String operation) {
        return rows.computeIfAbsent(operation, name -> new Row());
    }

    private static long median(List<Long> nanos) {
        return nanos.isEmpty() ? 0 : nanos.stream().sorted().toList().get(nanos.size() / 2);
    }

    private static final class Row {
        private int runs;
        private int killed;
        private int inside;
        private int halfDone;
        private int finished;
        private int undone;
        private final Map<Shot.From, List<Long>> lasted = new EnumMap<>(Shot.From.class);

        Row() {
            for (Shot.From from : Shot.From.values()) {
                lasted.put(from, new ArrayList<>());
            }
        }

        private void add(Row other) {
            runs += other.runs;
            killed += other.killed;
            inside += other.inside;
            halfDone += other.halfDone;
            finished += other.finished;
            undone += other.undone;
        }
    }
}
