package io.tidemark.source.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One request.
 *
 * @param method {@code GET} or {@code HEAD}
 * @param url what is asked for
 * @param headers further headers in order; the client adds host, agent and encoding
 */
public record Query(String method, HttpUrl url, Map<String, String> headers) {

    /** A plain GET. */
    public static Query get(HttpUrl url) {
        return new Query("GET", url, Map.of());
    }

    /** The same request with one more header. */
    public Query with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Query(method, url, more);
    }

    /** The same request for another address. */
    public Query to(HttpUrl other) {
        return new Query(method, other, headers);
    }

    /** Head of the request as it goes over the line; {@code target} is the path, or the whole address for a proxy. */
    String wire(String target, String proxyHeader) {
        StringBuilder out = new StringBuilder(256);
        out.append(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: ");
        out.append(url.authority()).append("\r\nUser-Agent: Tidemark\r\nAccept: */*\r\nAccept-Encoding: identity\r\n");
        headers.forEach(
                (name, value) -> out.append(name).append(": ").append(value).append("\r\n"));
        return out.append(proxyHeader).append("\r\n").toString();
    }
}
