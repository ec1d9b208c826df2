package io.tidemark.source;

import io.tidemark.source.http.Exchange;
import io.tidemark.source.http.Query;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * ETags and modification dates as validators (RFC 9110, section 8.8): one text that names the state of a file, either a
 * quoted tag or an HTTP date.
 */
final class Validators {

    private static final Duration SETTLED = Duration.ofSeconds(2);

    private Validators() {}

    /** The best validator of an answer. A date counts only if the file was at rest when the server looked. */
    static Optional<String> of(Exchange exchange) {
        Optional<String> tag = exchange.header("etag").filter(Validators::tag);
        if (tag.isPresent()) {
            return tag;
        }
        Optional<Instant> changed = modified(exchange);
        Optional<Instant> looked = exchange.header("date").flatMap(Validators::date);
        boolean settled = changed.isPresent()
                && looked.isPresent()
                && changed.get().plus(SETTLED).isBefore(looked.get());
        return settled ? exchange.header("last-modified") : Optional.empty();
    }

    static Optional<Instant> modified(Exchange exchange) {
        return exchange.header("last-modified").flatMap(Validators::date);
    }

    /** A quoted text without quotes or anything odd in it, weak or strong. */
    private static boolean tag(String text) {
        String quoted = text.startsWith("W/") ? text.substring(2) : text;
        return quoted.length() > 1
                && quoted.startsWith("\"")
                && quoted.indexOf('"', 1) == quoted.length() - 1
                && isVisible(quoted);
    }

    private static boolean isVisible(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= 0x20 || text.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    /** Whether bytes of one answer may be joined with bytes of another: weak tags do not promise that. */
    static boolean strong(String validator) {
        return !validator.startsWith("W/");
    }

    /** Asks for nothing if the copy named by this validator still holds. */
    static Query ifChanged(Query query, String known) {
        return query.with(known.endsWith("\"") ? "If-None-Match" : "If-Modified-Since", known);
    }

    /** Asks for the rest of a file, or for all of it if it changed. */
    static Query rest(Query query, long offset, String validator) {
        return query.with("Range", "bytes=" + offset + "-").with("If-Range", validator);
    }

    /** An HTTP date; the form that all servers send is read without the platform's slow parser. */
    static Optional<Instant> date(String text) {
        try {
            if (text.length() == 29 && text.endsWith(" GMT")) {
                return Optional.of(usual(text));
            }
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException | NumberFormatException odd) {
            return Optional.empty();
        }
    }

    /** {@code Tue, 02 Aug 2022 10:00:00 GMT}. */
    private static Instant usual(String text) {
        return LocalDateTime.of(
                        Integer.parseInt(text, 12, 16, 10),
                        Months.number(text.substring(8, 11)),
                        Integer.parseInt(text, 5, 7, 10),
                        Integer.parseInt(text, 17, 19, 10),
                        Integer.parseInt(text, 20, 22, 10),
                        Integer.parseInt(text, 23, 25, 10))
                .toInstant(ZoneOffset.UTC);
    }

    /** An instant as an HTTP date. */
    static String date(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.ofInstant(instant, ZoneOffset.UTC));
    }
}
