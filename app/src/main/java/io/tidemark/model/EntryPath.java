package io.tidemark.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The path of an entry below a version, in a printable form that loses nothing. File names are bytes: what is valid
 * UTF-8 without control characters stands as itself; every other byte, and the backslash, is written {@code \xNN}.
 * Compared and sorted by the raw bytes, unsigned.
 *
 * @param text the escaped form, components separated by {@code /}, without leading or trailing slash
 */
public record EntryPath(@JsonValue String text) implements Comparable<EntryPath> {

    @JsonCreator
    public EntryPath {}

    /** The path of raw bytes. */
    public static EntryPath ofBytes(byte[] raw) {
        if (isPlain(raw)) {
            return new EntryPath(new String(raw, StandardCharsets.ISO_8859_1));
        }
        String plain = decode(raw);
        if (plain != null && plain.chars().noneMatch(EntryPath::mustEscape)) {
            return new EntryPath(plain);
        }
        return new EntryPath(escape(raw));
    }

    /** The path of ordinary text. */
    public static EntryPath of(String name) {
        return ofBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** The raw bytes as they stand in the file system. */
    public byte[] bytes() {
        if (text.indexOf('\\') < 0) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < utf8.length; i++) {
            if (utf8[i] == '\\') {
                out.write(HexFormat.fromHexDigits(text(utf8, i + 2)));
                i += 3;
            } else {
                out.write(utf8[i]);
            }
        }
        return out.toByteArray();
    }

    /** Whether some byte had to be escaped: such names are adopted and shown, never synchronised. */
    public boolean escaped() {
        return text.indexOf('\\') >= 0;
    }

    /** The last component. */
    public String name() {
        return text.substring(text.lastIndexOf('/') + 1);
    }

    /** The directory part, empty at the top. */
    public String parent() {
        int slash = text.lastIndexOf('/');
        return slash < 0 ? "" : text.substring(0, slash);
    }

    @Override
    public int compareTo(EntryPath other) {
        return Arrays.compareUnsigned(bytes(), other.bytes());
    }

    @Override
    public String toString() {
        return text;
    }

    /** Nearly every name is of these bytes, and a version has hundred thousands of names. */
    private static boolean isPlain(byte[] raw) {
        for (byte b : raw) {
            if (b < 0x20 || b == 0x7f || b == '\\') {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] utf8, int at) {
        return new String(utf8, at, 2, StandardCharsets.US_ASCII);
    }

    private static String decode(byte[] raw) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }

    /** Control characters, the escape itself, and marks that change the direction of text. */
    private static boolean mustEscape(int c) {
        return c < 0x20
                || c == '\\'
                || (c >= 0x7f && c < 0xa0)
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x2028
                || c == 0x2029
                || c == 0x200e
                || c == 0x200f;
    }

    private static String escape(byte[] raw) {
        StringBuilder out = new StringBuilder(raw.length + 16);
        for (byte b : raw) {
            if (b >= 0x20 && b < 0x7f && b != '\\') {
                out.append((char) b);
            } else {
                out.append("\\x").append(HexFormat.of().toHexDigits(b));
            }
        }
        return out.toString();
    }
}
