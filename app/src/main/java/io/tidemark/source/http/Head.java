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

    /** Reads the lines of a head; what follows an empty one is passed over. */
    static Head parse(String text) throws HttpFault {
        int next = text.indexOf('\n') + 1;
        String status = text.substring(0, next).stripTrailing();
        if (!status.startsWith("HTTP/1.") || status.length() < 12 || !digits(status, 9, 12)) {
            throw HttpFault.lie("upstream.protocol", "rule", "status line");
        }
        List<Field> fields = new ArrayList<>(16);
        while (next < text.length()) {
            int stop = text.indexOf('\n', next);
            String line = text.substring(next, stop < 0 ? text.length() : stop).stripTrailing();
            next = stop < 0 ? text.length() : stop + 1;
            if (line.isEmpty()) {
                break;
            } else if (fields.size() == MAX_FIELDS) {
                throw HttpFault.lie("upstream.headers");
            }
            fields.add(field(line));
        }
        return new Head(status.substring(5, 8), Integer.parseInt(status.substring(9, 12)), fields);
    }

    private static boolean digits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return from < to;
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
                if (field.value().length() > 18
                        || !digits(field.value(), 0, field.value().length())
                        || (said != null && !said.equals(field.value()))) {
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
