package io.tidemark.source;

import io.tidemark.model.EntryPath;
import io.tidemark.source.http.Exchange;
import io.tidemark.source.http.HttpFault;
import io.tidemark.source.http.HttpUrl;
import io.tidemark.source.http.Query;
import io.tidemark.source.http.Transport;
import java.io.IOException;
import java.util.Optional;

/** Follows redirects as far as we trust them: on the same server, or from it to its own {@code https:} side. */
record Redirects(Transport transport) {

    private static final int MAX_HOPS = 5;

    Exchange send(Query query) throws IOException, InterruptedException {
        Query next = query;
        for (int hop = 0; hop <= MAX_HOPS; hop++) {
            Exchange exchange = transport.send(next);
            if (!redirect(exchange.status())) {
                return exchange;
            }
            exchange.discard();
            next = next.to(target(exchange));
        }
        throw HttpFault.lie("upstream.redirect.loop", "object", query.url(), "count", MAX_HOPS);
    }

    private static boolean redirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private static HttpUrl target(Exchange exchange) throws HttpFault {
        String said = exchange.header("location").orElse("");
        Optional<HttpUrl> target = exchange.url().resolve(said).filter(t -> allowed(exchange.url(), t));
        if (said.isBlank() || target.isEmpty()) {
            String shown = EntryPath.of(said).text();
            throw HttpFault.lie("upstream.redirect", "object", exchange.url(), "target", shown);
        }
        return target.get();
    }

    private static boolean allowed(HttpUrl from, HttpUrl to) {
        boolean upgrade = !from.tls() && to.tls() && from.host().equals(to.host());
        return upgrade || from.sameOrigin(to);
    }
}
