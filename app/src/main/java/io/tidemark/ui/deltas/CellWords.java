package io.tidemark.ui.deltas;

import io.tidemark.engine.Images.Cell;
import io.tidemark.engine.Images.Way;
import io.tidemark.text.Formats;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;

/** What stands in a cell: bytes or seconds, the share of the whole image, and a sign for what is there or under way. */
record CellWords(Formats formats, MatrixLook look) {

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    /**
     * The larger words.
     *
     * @param most whether what is planned is only known to take no more than that
     */
    String figure(Cell cell, boolean most) {
        if (cell.bytes() < 0) {
            return "?";
        }
        return most && cell.way() == Way.PLANNED ? "≤\u00a0" + figure(cell) : figure(cell);
    }

    private String figure(Cell cell) {
        return look.measure().get() == Measure.BYTES
                ? formats.bytes(cell.bytes())
                : formats.duration(rounded(look.millis(cell.bytes())));
    }

    /** The smaller words. */
    String share(double share) {
        return share < 0 ? "" : formats.percent(share);
    }

    static Optional<Feather> sign(PairWork work, Optional<Cell> cell) {
        return switch (work.state()) {
            case WAITING -> Optional.of(Feather.CLOCK);
            case RUNNING -> Optional.of(Feather.LOADER);
            case DONE -> Optional.of(Feather.CHECK);
            case NONE -> cell.filter(each -> each.way() == Way.EXISTS).map(each -> Feather.CHECK);
        };
    }

    /** One unit is enough where there is little room. */
    private static long rounded(long millis) {
        long unit = millis < 2 * MINUTE ? 1000 : millis < 2 * HOUR ? MINUTE : HOUR;
        return Math.max(unit, Math.round((double) millis / unit) * unit);
    }
}
