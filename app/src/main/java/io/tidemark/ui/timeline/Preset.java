package io.tidemark.ui.timeline;

import java.util.stream.Stream;

/** Stretches of time to begin with; each a little longer than its name, so that what came before is seen too. */
enum Preset {
    WEEK(8),
    MONTH(36),
    QUARTER(110),
    ALL(0);

    /** Room right of today, as a share of what lies left of it. */
    static final double AHEAD = 0.11;

    private final double days;

    Preset(double days) {
        this.days = days;
    }

    /** The shortest that holds a whole history, or a quarter of a year of it. */
    static Preset holding(History history) {
        return Stream.of(WEEK, MONTH)
                .filter(each -> each.range(history).contains(history.first()))
                .findFirst()
                .orElse(QUARTER);
    }

    /** The range for a history: it ends a little after today. */
    TimeRange range(History history) {
        double back = this == ALL
                ? Math.max(2 * TimeRange.DAY, (history.now() - history.first()) * 1.03)
                : days * TimeRange.DAY;
        return new TimeRange(history.now() - back, history.now() + back * AHEAD);
    }
}
