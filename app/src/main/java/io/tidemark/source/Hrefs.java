package io.tidemark.source;

import io.tidemark.source.http.HttpUrl;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Links as pages write them: character references, sloppy encoding, percent signs. */
final class Hrefs {

    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*");
    private static final String LEGAL = "-._~:/@!$&'()*+,;=%";

    private Hrefs() {}

    /** Undoes the character references that servers use in attributes. */
    static String unescape(String href) {
        return href.indexOf('&') < 0
                ? href
                : href.replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replaceAll("&#(39|x27);", "'")
                        .replace("&amp;", "&");
    }

    /** The link with characters that may not stand in a URL percent-encoded. */
    static String legal(String href) {
        StringBuilder out = new StringBuilder(href.length());
        for (byte b : href.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b > 0 && (Character.isLetterOrDigit(b) || LEGAL.indexOf(b) >= 0);
            out.append(plain ? String.valueOf((char) b) : "%" + HexFormat.of().toHexDigits(b));
        }
        return out.toString();
    }

    /** Whether the link leads to something other than a file on a web server. */
    static boolean foreign(String href) {
        return SCHEME.matcher(href).matches() || href.startsWith("//");
    }

    /** The path of an address, percent-encoded, without its query. */
    static String path(HttpUrl url) {
        int query = url.path().indexOf('?');
        return query < 0 ? url.path() : url.path().substring(0, query);
    }

    /** The directory in which relative links of a page start. */
    static String directory(HttpUrl page) {
        String path = path(page);
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** Percent-decoded once; empty unless it is UTF-8. */
    static Optional<String> decode(String text) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length);
        try {
            for (int i = 0; i < raw.length; i++) {
                boolean escape = raw[i] == '%';
                out.write(escape ? HexFormat.fromHexDigits(text, i + 1, i + 3) : raw[i]);
                i += escape ? 2 : 0;
            }
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(out.toByteArray()))
                    .toString());
        } catch (CharacterCodingException | IndexOutOfBoundsException | NumberFormatException odd) {
            return Optional.empty();
        }
    }
}
