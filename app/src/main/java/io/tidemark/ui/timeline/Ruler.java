package io.tidemark.ui.timeline;

import io.tidemark.text.Formats;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Chooses the marks of a ruler: big ones with words, far enough apart to be read, small ones between. */
final class Ruler {

    private static final double ROOM = 74;
    private static final double SMALL_ROOM = 14;

    private final Formats formats;
    private final Locale locale;

    Ruler(Formats formats, Locale locale) {
        this.formats = formats;
        this.locale = locale;
    }

    /** Big marks of the visible time. */
    List<Tick> big(TimeScale scale) {
        return marks(scale, unit(scale, ROOM));
    }

    /** Small marks between; none where they would be too close. */
    List<Tick> small(TimeScale scale) {
        Unit big = unit(scale, ROOM);
        Unit small = unit(scale, SMALL_ROOM);
        return small.compareTo(big) < 0 ? marks(scale, small) : List.of();
    }

    private static Unit unit(TimeScale scale, double room) {
        for (Unit unit : Unit.values()) {
            if (unit.millis / scale.pace() >= room) {
                return unit;
            }
        }
        return Unit.DECADE;
    }

    private List<Tick> marks(TimeScale scale, Unit unit) {
        List<Tick> ticks = new ArrayList<>();
        ZonedDateTime at =
                unit.floor(Instant.ofEpochMilli((long) scale.range().start()).atZone(formats.zone()));
        while (at.toInstant().toEpochMilli() < scale.range().end()) {
            boolean first =
                    ticks.isEmpty() || ticks.getLast().at() < scale.range().start();
            ticks.add(new Tick(at.toInstant().toEpochMilli(), words(at, unit, first)));
            at = unit.next(at);
        }
        return ticks;
    }

    /** The first mark and each first of its kind say more: the year with January, the month with the first day. */
    private String words(ZonedDateTime at, Unit unit, boolean first) {
        String pattern =
                switch (unit) {
                    case HOURS -> at.getHour() == 0 || first ? "d MMM HH:mm" : "HH:mm";
                    case DAY, TWO_DAYS, WEEK -> "d MMM";
                    case MONTH, QUARTER -> at.getMonthValue() == 1 || first ? "MMMM yyyy" : "MMMM";
                    case YEAR, DECADE -> "yyyy";
                };
        String words = DateTimeFormatter.ofPattern(pattern, locale).format(at);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private enum Unit {
        HOURS(0.25 * TimeRange.DAY),
        DAY(TimeRange.DAY),
        TWO_DAYS(2 * TimeRange.DAY),
        WEEK(7 * TimeRange.DAY),
        MONTH(28 * TimeRange.DAY),
        QUARTER(89 * TimeRange.DAY),
        YEAR(365 * TimeRange.DAY),
        DECADE(3650 * TimeRange.DAY);

        private final double millis;

        Unit(double millis) {
            this.millis = millis;
        }

        ZonedDateTime floor(ZonedDateTime time) {
            ZonedDateTime day = time.truncatedTo(ChronoUnit.DAYS);
            return switch (this) {
                case HOURS -> day.plusHours(time.getHour() / 6 * 6L);
                case DAY -> day;
                case TWO_DAYS -> day.minusDays(Math.floorMod(day.toLocalDate().toEpochDay(), 2L));
                case WEEK -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
                case MONTH -> day.withDayOfMonth(1);
                case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
                case YEAR -> day.withDayOfYear(1);
                case DECADE -> day.withDayOfYear(1).withYear(day.getYear() / 10 * 10);
            };
        }

        ZonedDateTime next(ZonedDateTime time) {
            return switch (this) {
                case HOURS -> time.plusHours(6);
                case DAY -> time.plusDays(1);
                case TWO_DAYS -> time.plusDays(2);
                case WEEK -> time.plusWeeks(1);
                case MONTH -> time.plusMonths(1);
                case QUARTER -> time.plusMonths(3);
                case YEAR -> time.plusYears(1);
                case DECADE -> time.plusYears(10);
            };
        }
    }
}
