package io.tidemark.store;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * How a manifest is written. Its text is a first line that names the format, then one line of JSON for each entry, with
 * these keys in this order and no spaces, sorted by the raw bytes of the path, unsigned:
 *
 * <pre>
 * {"tidemark":"manifest","format":1}
 * {"path":"main","type":"directory","mode":"0755"}
 * {"path":"main/a.apk","type":"file","mode":"0444","size":12,"sha256":"…"}
 * {"path":"main/b.apk","type":"symlink","target":"a.apk"}
 * </pre>
 *
 * Only {@code "} and the backslash are escaped by JSON, each by a backslash; paths and targets are in the form of
 * {@link io.tidemark.model.EntryPath}. So every state has exactly one text. The root digest is the SHA-256 of the whole
 * text; the file is the text compressed by zstd.
 */
final class ManifestFormat {

    /** The format this program writes, and the only one it reads. */
    static final int FORMAT = 1;

    /** Permission bits of every symbolic link. */
    static final int LINK_MODE = 0777;

    /** Longest path and longest target, in raw bytes, as the kernel bounds them. */
    static final int LONGEST_PATH = 4095;

    /** Longest line: a path or target of which every byte is escaped twice, and the rest. */
    static final int LONGEST_LINE = 2 * 5 * LONGEST_PATH + 256;

    /** More text than this is no manifest but an attack. */
    static final long LONGEST_TEXT = 64L << 30;

    /** Largest window that a reader grants, as a power of two: 8 MiB. */
    static final int WINDOW = 23;

    static final int COMPRESSION = 3;

    static final byte[] HEADER_START = ascii("{\"tidemark\":\"manifest\",\"format\":");
    static final byte[] HEADER = ascii("{\"tidemark\":\"manifest\",\"format\":" + FORMAT + "}\n");

    static final byte[] PATH = ascii("{\"path\":\"");
    static final byte[] FILE = ascii("\",\"type\":\"file\",\"mode\":\"");
    static final byte[] SIZE = ascii("\",\"size\":");
    static final byte[] SHA256 = ascii(",\"sha256\":\"");
    static final byte[] DIRECTORY = ascii("\",\"type\":\"directory\",\"mode\":\"");
    static final byte[] SYMLINK = ascii("\",\"type\":\"symlink\",\"target\":\"");
    static final byte[] END = ascii("\"}\n");

    private ManifestFormat() {}

    static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
