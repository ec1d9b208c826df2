package io.tidemark.delta;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;

/**
 * The description of one file for programs that fetch from several servers at once: metalink 4 (RFC 5854).
 *
 * @param name file name
 * @param size bytes
 * @param hashes digests as lower-case hexadecimal digits, by their names there: {@code sha-256}, {@code sha-512}
 * @param urls where it is, the best one first; at least one
 */
public record Metalink(String name, long size, SortedMap<String, String> hashes, List<String> urls) {

    public Metalink {
        urls = List.copyOf(urls);
        if (name.isEmpty() || name.startsWith("/") || List.of(name.split("/")).contains("..") || urls.isEmpty()) {
            throw new IllegalArgumentException("no relative name or no address: " + name);
        }
    }

    /** What the file with the description is called behind the name of the file itself. */
    public static final String SUFFIX = ".meta4";

    /** The document. */
    public byte[] document() {
        StringBuilder xml = new StringBuilder(512);
        xml.append(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<metalink xmlns=\"urn:ietf:params:xml:ns:metalink\">\n");
        xml.append("  <file name=\"").append(escaped(name)).append("\">\n");
        xml.append("    <size>").append(size).append("</size>\n");
        hashes.forEach((type, digits) -> xml.append("    <hash type=\"")
                .append(escaped(type))
                .append("\">")
                .append(escaped(digits))
                .append("</hash>\n"));
        int priority = 1;
        for (String url : urls) {
            xml.append("    <url priority=\"").append(priority++).append("\">");
            xml.append(escaped(url)).append("</url>\n");
        }
        return xml.append("  </file>\n</metalink>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        if (text.chars().anyMatch(sign -> sign < ' ')) {
            throw new IllegalArgumentException("a control character in " + text);
        }
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
