package io.tidemark.source.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Head of an answer (RFC 9112, sections 4 and 5), read strictly: what is odd is refused, not guessed at.
 *
 * @param version {@code 1.0} or {@code 1.1}
 * @param fields names in lower case and values, in order
 */
record Head(String version, int status, List<Field> fields) {

    private static final int MAX_FIELDS = 200;

    record Field(String name, String value) {}

    /** Reads the lines of a head, without the empty one that ends it. */
    static Head parse(String text) throws HttpFault {
        String[] lines = text.split("\r?\n", -1);
        String status = lines[0];
        if (!status.matches("HTTP/1\\.[01] [1-9][0-9]{2}( .*)?")) {
            throw HttpFault.lie("upstream.protocol", "rule", "status line");
        }
        if (lines.length > MAX_FIELDS) {
            throw HttpFault.lie("upstream.headers");
        }
        List<Field> fields = new ArrayList<>(lines.length);
        for (int i = 1; i < lines.length; i++) {
            fields.add(field(lines[i]));
        }
        return new Head(status.substring(5, 8), Integer.parseInt(status.substring(9, 12)), fields);
    }

    /** The first value of a header. */
    Optional<String> first(String name) {
        for (Field field : fields) {
            if (field.name().equals(name)) {
                return Optional.of(field.value());
            }
        }
        return Optional.empty();
    }

    /** Declared length of the body, -1 when it is not said. */
    long length() throws HttpFault {
        String said = null;
        for (Field field : fields) {
            if (field.name().equals("content-length")) {
                if (!field.value().matches("[0-9]{1,18}") || (said != null && !said.equals(field.value()))) {
                    throw HttpFault.lie("upstream.protocol", "rule", "Content-Length");
                }
                said = field.value();
            }
        }
        return said == null ? -1 : Long.parseLong(said);
    }

    boolean chunked() throws HttpFault {
        Optional<String> coding = first("transfer-encoding").map(v -> v.toLowerCase(Locale.ROOT));
        if (coding.isPresent()
                && !coding.get().equals("chunked")
                && !coding.get().equals("identity")) {
            throw HttpFault.lie("upstream.protocol", "rule", "Transfer-Encoding");
        }
        return coding.filter("chunked"::equals).isPresent();
    }

    /** Whether the server keeps the connection open for another request. */
    boolean keepAlive() {
        String said = first("connection").orElse("").toLowerCase(Locale.ROOT);
        return version.equals("1.1") ? !said.contains("close") : said.contains("keep-alive");
    }

    private static Field field(String line) throws HttpFault {
        int colon = line.indexOf(':');
        if (colon < 1 || line.charAt(colon - 1) <= ' ' || line.charAt(0) <= ' ') {
            throw HttpFault.lie("upstream.protocol", "rule", "header line");
        }
        return new Field(
                line.substring(0, colon).toLowerCase(Locale.ROOT),
                line.substring(colon + 1).strip());
    }
}
