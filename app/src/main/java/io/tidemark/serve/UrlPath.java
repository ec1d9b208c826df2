package io.tidemark.serve;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The path of a request, decoded once.
 *
 * @param names its components; empty ones are passed over, as web servers do
 * @param slash whether it ends like a directory
 */
record UrlPath(List<String> names, boolean slash) {

    private static final String PLAIN = "-._~";

    static UrlPath decode(String raw) throws HttpRequest.Malformed {
        List<String> names = new ArrayList<>();
        for (String part : raw.split("/")) {
            if (!part.isEmpty()) {
                names.add(part.indexOf('%') < 0 ? part : decoded(part));
            }
        }
        return new UrlPath(names, raw.endsWith("/"));
    }

    /** The path as people read it in a title. */
    String text() {
        return "/" + String.join("/", names) + (names.isEmpty() ? "" : "/");
    }

    /** The path as a URL, with the slash of a directory. */
    String directoryUrl() {
        StringBuilder out = new StringBuilder("/");
        names.forEach(name -> out.append(encode(name)).append('/'));
        return out.toString();
    }

    /** A name percent-encoded. */
    static String encode(String name) {
        StringBuilder out = new StringBuilder(name.length() + 8);
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b > 0 && (Character.isLetterOrDigit(b) || PLAIN.indexOf(b) >= 0);
            out.append(
                    plain
                            ? String.valueOf((char) b)
                            : "%" + HexFormat.of().withUpperCase().toHexDigits(b));
        }
        return out.toString();
    }

    private static String decoded(String part) throws HttpRequest.Malformed {
        ByteArrayOutputStream out = new ByteArrayOutputStream(part.length());
        try {
            for (int i = 0; i < part.length(); i++) {
                boolean escape = part.charAt(i) == '%';
                out.write(escape ? HexFormat.fromHexDigits(part, i + 1, i + 3) : part.charAt(i));
                i += escape ? 2 : 0;
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(out.toByteArray()))
                    .toString();
        } catch (CharacterCodingException | IndexOutOfBoundsException | NumberFormatException odd) {
            throw new HttpRequest.Malformed();
        }
    }
}
