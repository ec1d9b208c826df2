package io.tidemark.store;

import io.tidemark.model.EntryPath;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.ManifestEntry.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads one manifest line, and only the canonical form: what it accepts, {@link ManifestLine} writes again unchanged. */
final class ManifestParser {

    private static final int DIGEST = 64;
    private static final char REPLACEMENT = '\ufffd';

    private byte[] data;
    private int at;
    private int end;

    /**
     * Reads the line that fills a range, its line end included.
     *
     * @throws ManifestDamage if it is not exactly a line that this program would write
     */
    ManifestEntry parse(byte[] bytes, int from, int to) throws ManifestDamage {
        data = bytes;
        at = from;
        end = to;
        expect(ManifestFormat.PATH);
        EntryPath path = ManifestNames.path(text());
        if (accept(ManifestFormat.FILE)) {
            return file(path);
        }
        if (accept(ManifestFormat.DIRECTORY)) {
            ManifestEntry entry = new ManifestEntry(path, Type.DIRECTORY, mode(), 0, "", "");
            return last(entry);
        }
        expect(ManifestFormat.SYMLINK);
        String target = ManifestNames.target(text());
        return last(new ManifestEntry(path, Type.SYMLINK, ManifestFormat.LINK_MODE, 0, "", target));
    }

    private ManifestEntry file(EntryPath path) throws ManifestDamage {
        int mode = mode();
        expect(ManifestFormat.SIZE);
        long size = number();
        expect(ManifestFormat.SHA256);
        return last(new ManifestEntry(path, Type.FILE, mode, size, digest(), ""));
    }

    private ManifestEntry last(ManifestEntry entry) throws ManifestDamage {
        expect(ManifestFormat.END);
        if (at != end) {
            throw new ManifestDamage("more after the end of the entry");
        }
        return entry;
    }

    /** A JSON text up to its closing quote, which stays. */
    private String text() throws ManifestDamage {
        int from = at;
        while (at < end && data[at] != '"' && data[at] != '\\') {
            at++;
        }
        if (at < end && data[at] == '\\') {
            return escapedText(from);
        }
        return utf8(data, from, at - from);
    }

    private String escapedText(int from) throws ManifestDamage {
        byte[] plain = Arrays.copyOfRange(data, from, end);
        int length = at - from;
        while (at < end && data[at] != '"') {
            if (data[at] == '\\') {
                at++;
                if (at >= end || (data[at] != '"' && data[at] != '\\')) {
                    throw new ManifestDamage("an escape that is not canonical");
                }
            }
            plain[length++] = data[at++];
        }
        return utf8(plain, 0, length);
    }

    /** Bytes that are not UTF-8 would come back as others. */
    private static String utf8(byte[] bytes, int from, int length) throws ManifestDamage {
        String text = new String(bytes, from, length, StandardCharsets.UTF_8);
        boolean intact = text.indexOf(REPLACEMENT) < 0 || same(text, bytes, from, length);
        if (!intact) {
            throw new ManifestDamage("bytes that are not UTF-8");
        }
        return text;
    }

    private static boolean same(String text, byte[] bytes, int from, int length) {
        byte[] again = text.getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(again, 0, again.length, bytes, from, from + length);
    }

    private int mode() throws ManifestDamage {
        int mode = 0;
        for (int i = 0; i < 4; i++) {
            int digit = next() - '0';
            if (digit < 0 || digit > 7) {
                throw new ManifestDamage("a mode that is no four octal digits");
            }
            mode = mode << 3 | digit;
        }
        return mode;
    }

    private long number() throws ManifestDamage {
        int from = at;
        long number = 0;
        while (at < end && data[at] >= '0' && data[at] <= '9') {
            number = number * 10 + (data[at++] - '0');
        }
        int digits = at - from;
        boolean canonical = digits == 1 || (digits > 1 && digits < 19 && data[from] != '0');
        if (!canonical) {
            throw new ManifestDamage("a size that is not canonical");
        }
        return number;
    }

    private String digest() throws ManifestDamage {
        int from = at;
        for (int i = 0; i < DIGEST; i++) {
            int c = next();
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                throw new ManifestDamage("a digest that is no 64 hex digits");
            }
        }
        return new String(data, from, DIGEST, StandardCharsets.ISO_8859_1);
    }

    private int next() throws ManifestDamage {
        if (at >= end) {
            throw new ManifestDamage("a line cut short");
        }
        return data[at++];
    }

    private void expect(byte[] token) throws ManifestDamage {
        if (!accept(token)) {
            throw new ManifestDamage("a key that is not where it belongs");
        }
    }

    private boolean accept(byte[] token) {
        int to = at + token.length;
        if (to > end || !Arrays.equals(data, at, to, token, 0, token.length)) {
            return false;
        }
        at = to;
        return true;
    }
}
