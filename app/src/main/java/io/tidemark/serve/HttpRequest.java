package io.tidemark.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Head of one request (RFC 9112), read strictly.
 *
 * @param target path with query, percent-encoded
 * @param headers last value of each header by lower-case name
 */
record HttpRequest(String method, String target, boolean modern, Map<String, String> headers) {

    /** Something that is no request we understand. */
    static final class Malformed extends IOException {
        private static final long serialVersionUID = 1L;

        Malformed() {
            super("malformed request");
        }
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    boolean keepAlive() {
        String said = headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT);
        return modern ? !said.contains("close") : said.contains("keep-alive");
    }

    boolean head() {
        return method.equals("HEAD");
    }

    /** The request in the text of a head. */
    static HttpRequest parse(String text) throws Malformed {
        String[] lines = text.split("\r?\n");
        String[] words = lines[0].split(" ", -1);
        if (words.length != 3 || !(words[2].equals("HTTP/1.1") || words[2].equals("HTTP/1.0"))) {
            throw new Malformed();
        }
        Map<String, String> headers = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon < 1) {
                throw new Malformed();
            }
            String name = lines[i].substring(0, colon).toLowerCase(Locale.ROOT);
            headers.put(name, lines[i].substring(colon + 1).strip());
        }
        boolean body = headers.containsKey("transfer-encoding")
                || !headers.getOrDefault("content-length", "0").equals("0");
        if (body) {
            throw new Malformed();
        }
        return new HttpRequest(words[0], words[1], words[2].endsWith("1"), headers);
    }

    /** The path without scheme, host and query. */
    String rawPath() throws Malformed {
        String path = target;
        if (path.startsWith("http://")) {
            int slash = path.indexOf('/', "http://".length());
            path = slash < 0 ? "/" : path.substring(slash);
        }
        int query = path.indexOf('?');
        String bare = query < 0 ? path : path.substring(0, query);
        if (!bare.startsWith("/") || !StandardCharsets.US_ASCII.newEncoder().canEncode(bare)) {
            throw new Malformed();
        }
        return bare;
    }
}
