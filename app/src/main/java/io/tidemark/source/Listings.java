package io.tidemark.source;

import io.tidemark.source.http.Exchange;
import io.tidemark.source.http.HttpFault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Recognises how a web server lists a directory. */
final class Listings {

    /** Longest page accepted. */
    static final long MAX_BYTES = 16L * 1024 * 1024;

    private Listings() {}

    static List<Entry> parse(Exchange exchange, byte[] page) throws HttpFault {
        String type = exchange.header("content-type").orElse("").toLowerCase(Locale.ROOT);
        if (type.contains("json")) {
            return JsonListing.parse(exchange.url(), page);
        } else if (type.contains("html")) {
            return new HtmlListing(exchange.url()).parse(new String(page, StandardCharsets.UTF_8));
        }
        throw HttpFault.lie("upstream.listing", "object", exchange.url());
    }
}
