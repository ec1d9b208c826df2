package io.tidemark.source;

import io.tidemark.source.http.Exchange;
import io.tidemark.source.http.Query;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
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
        Optional<String> tag = exchange.header("etag").filter(t -> t.matches("(W/)?\"[\\x21\\x23-\\x7e]*\""));
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

    /** An HTTP date. */
    static Optional<Instant> date(String text) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException odd) {
            return Optional.empty();
        }
    }

    /** An instant as an HTTP date. */
    static String date(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.ofInstant(instant, ZoneOffset.UTC));
    }
}
