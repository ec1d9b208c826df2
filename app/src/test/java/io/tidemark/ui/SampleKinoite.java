package io.tidemark.ui;

import io.tidemark.engine.Images;
import io.tidemark.engine.Images.Between;
import io.tidemark.engine.Images.Cell;
import io.tidemark.engine.Images.Image;
import io.tidemark.engine.Images.Matrix;
import io.tidemark.engine.Images.Way;
import io.tidemark.model.Phrase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The OSTree repository in the pictures: five commits in production, and those before them in development. */
public final class SampleKinoite {

    /** Its name. */
    public static final String NAME = SampleRecipes.NAME;

    private static final List<String> VERSIONS =
            List.of("41.20260804.0", "41.20260901.0", "41.20261006.0", "41.20261103.0", "41.20261117.0");
    private static final long SIZE = 2_480_000_000L;

    private SampleKinoite() {}

    /** The commit of a channel with this number, from 0. */
    public static String commit(String channel, int number) {
        return channel + "/" + "%08x".formatted((channel + number).hashCode() & 0x7fffffffL) + "a3".repeat(28);
    }

    /** All pairs as a plan says, for so many targets. */
    static Matrix matrix(int targets) {
        List<Image> images = new ArrayList<>(List.of(new Image(Images.NOTHING, Images.NOTHING, 0, -1)));
        Map<String, List<String>> series = new HashMap<>();
        List<Cell> cells = new ArrayList<>();
        for (String channel : List.of("dev", "prod")) {
            List<String> members = new ArrayList<>(List.of(Images.NOTHING));
            for (int i = 0; i < VERSIONS.size(); i++) {
                long clients = channel.equals("prod") ? 4L + 97L * i * i : -1;
                images.add(new Image(
                        commit(channel, i), VERSIONS.get(i), SIZE + i * 21_000_000L, clients, VERSIONS.get(i)));
                members.add(commit(channel, i));
            }
            series.put(channel, members);
            cells(channel, targets, cells);
        }
        long fresh = sum(cells, Way.PLANNED);
        return new Matrix(
                images, series, cells, sum(cells, Way.EXISTS) + fresh, fresh, 61_000_000_000L, Between.COMMITS);
    }

    private static void cells(String channel, int targets, List<Cell> cells) {
        int count = VERSIONS.size();
        for (int from = 0; from < count; from++) {
            for (int to = 0; to < count; to++) {
                if (from != to) {
                    cells.add(cell(channel, from, to, to >= count - targets));
                }
            }
        }
        if (channel.equals("prod")) {
            cells.add(new Cell(
                    Images.NOTHING,
                    commit(channel, count - 1),
                    Way.EXISTS,
                    SIZE / 10 * 7,
                    List.of(),
                    Phrase.of("delta.reason.exists"),
                    OptionalLong.of(311_000)));
        }
    }

    private static Cell cell(String channel, int from, int to, boolean target) {
        long bytes = 96_000_000L * Math.abs(from - to) + 17_000_000L * ((from * 3L + to * 5L) % 4);
        String old = commit(channel, from);
        String fresh = commit(channel, to);
        if (target && from >= to - 2 && channel.equals("prod") && from < to) {
            return new Cell(
                    old,
                    fresh,
                    Way.EXISTS,
                    bytes / 3,
                    List.of(),
                    Phrase.of("delta.reason.exists"),
                    OptionalLong.of(74_000));
        }
        return target
                ? new Cell(
                        old, fresh, Way.PLANNED, bytes, List.of(), Phrase.of("delta.reason.commit.policy", "count", 1))
                : new Cell(old, fresh, Way.FULL, bytes, List.of(), Phrase.of("delta.reason.commit.none"));
    }

    private static long sum(List<Cell> cells, Way way) {
        return cells.stream()
                .filter(cell -> cell.way() == way)
                .mapToLong(Cell::bytes)
                .sum();
    }
}
