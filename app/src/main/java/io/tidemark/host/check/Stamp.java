package io.tidemark.host.check;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The time in a small file by which mirrors tell their age: seconds or milliseconds since 1970 (Arch), a date of RFC 1123,
 * ISO 8601, or what {@code date} prints (Debian's trace files).
 */
final class Stamp {

    private static final List<DateTimeFormatter> FORMS = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            DateTimeFormatter.ISO_OFFSET_DATE_TIME,
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss zzz yyyy", Locale.ENGLISH));

    private Stamp() {}

    static Optional<Instant> parse(String said) {
        String text = said.strip().replaceAll(" +", " ");
        if (text.matches("[0-9]{10}")) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
        } else if (text.matches("[0-9]{13}")) {
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(text)));
        }
        return FORMS.stream().flatMap(form -> date(text, form).stream()).findFirst();
    }

    private static Optional<Instant> date(String text, DateTimeFormatter form) {
        try {
            return Optional.of(ZonedDateTime.parse(text, form).toInstant());
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }
}
