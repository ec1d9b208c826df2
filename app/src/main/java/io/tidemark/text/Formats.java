package io.tidemark.text;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How numbers, sizes and times are written in one language. Decimal units: 1 kB is 1,000 bytes. Immutable. */
public final class Formats {

    private static final String[] ENGLISH_UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};
    private static final String[] FRENCH_UNITS = {"o", "ko", "Mo", "Go", "To", "Po"};
    private static final char NO_BREAK = '\u00a0';

    private final Locale locale;
    private final Clock clock;
    private final ZoneId zone;

    Formats(Locale locale, Clock clock, ZoneId zone) {
        this.locale = locale;
        this.clock = clock;
        this.zone = zone;
    }

    Locale locale() {
        return locale;
    }

    /** The zone in which days and hours are counted. */
    public ZoneId zone() {
        return zone;
    }

    /** A count with its language's grouping. */
    public String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    /** A size with three significant digits: {@code 41.2 GB}, {@code 41,2 Go}. */
    public String bytes(long value) {
        String[] units = french() ? FRENCH_UNITS : ENGLISH_UNITS;
        double amount = Math.abs((double) value);
        int unit = 0;
        while (amount >= 999.5 && unit < units.length - 1) {
            amount /= 1000;
            unit++;
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(unit == 0 || amount >= 99.95 ? 0 : amount >= 9.995 ? 1 : 2);
        return (value < 0 ? "−" : "") + format.format(amount) + NO_BREAK + units[unit];
    }

    /** A difference of sizes, always with its sign. */
    public String signedBytes(long value) {
        return value > 0 ? "+" + bytes(value) : bytes(value);
    }

    /** Bytes for each second. */
    public String speed(long bytesPerSecond) {
        return bytes(bytesPerSecond) + "/s";
    }

    /** A share, 0 to 1, as a whole percentage. */
    public String percent(double share) {
        return Math.round(share * 100) + "" + NO_BREAK + "%";
    }

    /** A day and time: {@code 16 Aug 2022, 20:14}. */
    public String time(Instant instant) {
        return dated("d MMM yyyy, HH:mm", instant);
    }

    /** A day: {@code 16 Aug 2022}. */
    public String date(Instant instant) {
        return dated("d MMM yyyy", instant);
    }

    /** A month: {@code Aug 2022}. */
    public String month(Instant instant) {
        return pattern("MMM yyyy").format(instant);
    }

    /** A day without its year: {@code 16 Aug}. */
    public String day(Instant instant) {
        return dated("d MMM", instant);
    }

    /** A time of day: {@code 20:14:03}. */
    public String clock(Instant instant) {
        return pattern("HH:mm:ss").format(instant);
    }

    /** How long ago: {@code 4 min ago}, {@code il y a 4 min}. */
    public String ago(Instant instant) {
        long seconds = Math.max(0, Duration.between(instant, clock.instant()).toSeconds());
        if (seconds < 60) {
            return french() ? "à l’instant" : "just now";
        }
        long unit = seconds < 3600 ? 60 : seconds < 86_400 ? 3600 : 86_400;
        String span = duration(seconds / unit * unit * 1000);
        return french() ? "il y a" + NO_BREAK + span : span + " ago";
    }

    /** A length of time with at most two units: {@code 1 min 15 s}; below a second in milliseconds. */
    public String duration(long millis) {
        long seconds = Math.round(millis / 1000.0);
        String day = french() ? "j" : "d";
        if (millis < 1000) {
            return millis + "" + NO_BREAK + "ms";
        } else if (seconds < 60) {
            return seconds + "" + NO_BREAK + "s";
        } else if (seconds < 3600) {
            return two(seconds / 60, "min", seconds % 60, "s");
        } else if (seconds < 86_400) {
            return two(seconds / 3600, "h", seconds % 3600 / 60, "min");
        }
        return two(seconds / 86_400, day, seconds % 86_400 / 3600, "h");
    }

    String format(String format, String choice, String raw) {
        return switch (format) {
            case "number" -> number(Long.parseLong(raw));
            case "bytes" -> bytes(Long.parseLong(raw));
            case "signed" -> signedBytes(Long.parseLong(raw));
            case "speed" -> speed(Long.parseLong(raw));
            case "percent" -> percent(Double.parseDouble(raw));
            case "duration" -> duration(Long.parseLong(raw));
            case "date" -> date(Instant.parse(raw));
            case "time" -> time(Instant.parse(raw));
            case "ago" -> ago(Instant.parse(raw));
            case "plural" -> plural(Long.parseLong(raw), choice);
            default -> throw new IllegalArgumentException("unknown format in text: " + format);
        };
    }

    /** French counts zero as one thing, English as many. */
    private String plural(long count, String choice) {
        int bar = choice.indexOf('|');
        boolean one = french() ? Math.abs(count) < 2 : Math.abs(count) == 1;
        return (one ? choice.substring(0, bar) : choice.substring(bar + 1)).replace("#", number(count));
    }

    private static String two(long big, String bigUnit, long small, String smallUnit) {
        String first = big + "" + NO_BREAK + bigUnit;
        return small == 0 ? first : first + NO_BREAK + small + NO_BREAK + smallUnit;
    }

    private boolean french() {
        return locale.getLanguage().equals("fr");
    }

    /** French says the first of a month as an ordinal: {@code 1er août}. */
    private String dated(String pattern, Instant instant) {
        boolean first = french() && instant.atZone(zone).getDayOfMonth() == 1;
        return pattern(first ? pattern.replace("d ", "d'er' ") : pattern).format(instant);
    }

    private DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale).withZone(zone);
    }
}
