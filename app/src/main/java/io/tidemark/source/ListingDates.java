package io.tidemark.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times in listings: {@code 20-Nov-2026 11:59} (nginx), {@code 2026-11-20 11:59} (Apache), {@code 2026-Nov-20 11:59:07}
 * (lighttpd). Taken as UTC; servers that show their own zone are off by as much, always by the same.
 */
final class ListingDates {

    static final Pattern PATTERN =
            Pattern.compile("\\b(?:(\\d{2})-([A-Z][a-z]{2})-(\\d{4})|(\\d{4})-(\\d{2}|[A-Z][a-z]{2})-(\\d{2}))["
                    + " T]+(\\d{2}):(\\d{2})(?::(\\d{2}))?");

    private ListingDates() {}

    static Optional<Instant> parse(Matcher found) {
        boolean dayFirst = found.group(1) != null;
        try {
            return Optional.of(LocalDateTime.of(
                            Integer.parseInt(dayFirst ? found.group(3) : found.group(4)),
                            month(dayFirst ? found.group(2) : found.group(5)),
                            Integer.parseInt(dayFirst ? found.group(1) : found.group(6)),
                            Integer.parseInt(found.group(7)),
                            Integer.parseInt(found.group(8)),
                            found.group(9) == null ? 0 : Integer.parseInt(found.group(9)))
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static int month(String text) {
        return Character.isDigit(text.charAt(0)) ? Integer.parseInt(text) : Months.number(text);
    }
}
