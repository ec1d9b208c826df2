package io.tidemark.source;

import io.tidemark.model.Problem;
import io.tidemark.source.http.Exchange;
import io.tidemark.source.http.HttpFault;
import io.tidemark.source.http.HttpUrl;
import io.tidemark.source.http.Query;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file over HTTP: asks for it once, from where the caller left off if that can be trusted, and judges the answer.
 */
record HttpFetch(Redirects redirects, Statuses statuses) {

    private static final Pattern RANGE = Pattern.compile("bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18}|\\*)");

    /**
     * An accepted answer.
     *
     * @param offset position of its first byte
     * @param size length of the whole file, -1 unknown
     */
    record Got(Exchange exchange, boolean unchanged, long offset, long size, Optional<String> validator) {}

    Got get(HttpUrl url, Request request) throws IOException, InterruptedException {
        Optional<String> strong = request.validator().filter(Validators::strong);
        boolean resume = request.offset() > 0 && strong.isPresent();
        if (resume) {
            Optional<Got> rest = rest(url, request, strong.get());
            if (rest.isPresent()) {
                return rest.get();
            }
        }
        Query whole = Query.get(url);
        Query asked = request.known().map(k -> Validators.ifChanged(whole, k)).orElse(whole);
        return judged(redirects.send(asked), request);
    }

    /** The rest of a file; empty when the server cannot give it, so that it must be asked for from the start. */
    private Optional<Got> rest(HttpUrl url, Request request, String validator)
            throws IOException, InterruptedException {
        Exchange exchange = redirects.send(Validators.rest(Query.get(url), request.offset(), validator));
        if (exchange.status() == 416 || moved(exchange, validator)) {
            exchange.discard();
            return Optional.empty();
        }
        return Optional.of(judged(exchange, request));
    }

    private Got judged(Exchange exchange, Request request) throws IOException {
        boolean accepted = false;
        try {
            Got got = judge(exchange, request);
            long rest = got.size() - got.offset();
            if (!got.unchanged() && rest > request.maxBytes()) {
                throw tooLong(exchange.url(), rest, request.maxBytes());
            }
            accepted = true;
            return got;
        } finally {
            if (!accepted) {
                exchange.close();
            }
        }
    }

    private Got judge(Exchange exchange, Request request) throws IOException {
        Optional<String> validator = Validators.of(exchange);
        return switch (exchange.status()) {
            case 200 -> new Got(exchange, same(validator, request), 0, exchange.length(), validator);
            case 206 -> partial(exchange, request, validator);
            case 304 -> unchanged(exchange, request);
            default -> throw statuses.fault(exchange);
        };
    }

    private Got unchanged(Exchange exchange, Request request) throws HttpFault {
        if (request.known().isEmpty()) {
            throw statuses.fault(exchange);
        }
        return new Got(exchange, true, 0, -1, request.known());
    }

    /** A server that ignores the condition still names the state of the file. */
    private static boolean same(Optional<String> validator, Request request) {
        return validator.isPresent()
                && request.offset() == 0
                && validator.get().startsWith("\"")
                && validator.equals(request.known());
    }

    private static Got partial(Exchange exchange, Request request, Optional<String> validator) throws HttpFault {
        Matcher said = RANGE.matcher(exchange.header("content-range").orElse(""));
        if (request.offset() == 0 || !said.matches()) {
            throw HttpFault.lie("upstream.range", "object", exchange.url());
        }
        long first = Long.parseLong(said.group(1));
        long last = Long.parseLong(said.group(2));
        long size = said.group(3).equals("*") ? -1 : Long.parseLong(said.group(3));
        boolean whole = size < 0 || last == size - 1;
        boolean length = exchange.length() < 0 || exchange.length() == last - first + 1;
        if (first != request.offset() || last < first || !whole || !length) {
            throw HttpFault.lie("upstream.range", "object", exchange.url());
        }
        return new Got(exchange, false, first, last + 1, validator.or(request::validator));
    }

    /** Some servers send a part although the file is another one now. */
    private static boolean moved(Exchange exchange, String validator) {
        String header = validator.endsWith("\"") ? "etag" : "last-modified";
        return exchange.status() == 206
                && exchange.header(header).filter(now -> !now.equals(validator)).isPresent();
    }

    static HttpFault tooLong(HttpUrl url, long size, long limit) {
        return HttpFault.lasting(
                Problem.of("upstream.size", Problem.Category.REFUSED, "object", url, "size", size, "limit", limit),
                null);
    }
}
