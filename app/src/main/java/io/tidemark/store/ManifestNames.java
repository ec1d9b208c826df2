package io.tidemark.store;

import io.tidemark.model.EntryPath;

/** What the paths and targets of a manifest may look like. */
final class ManifestNames {

    private static final int LONGEST_NAME = 255;

    private ManifestNames() {}

    /** A path that stays below the version and is written in the one canonical way. */
    static EntryPath path(String text) throws ManifestDamage {
        EntryPath path = new EntryPath(text);
        byte[] raw = raw(path);
        int start = 0;
        for (int i = 0; i <= raw.length; i++) {
            if (i == raw.length || raw[i] == '/') {
                component(raw, start, i);
                start = i + 1;
            }
        }
        return path;
    }

    /** A target, whatever it points at, written in the one canonical way. */
    static String target(String text) throws ManifestDamage {
        raw(new EntryPath(text));
        return text;
    }

    private static void component(byte[] raw, int from, int to) throws ManifestDamage {
        int length = to - from;
        if (length == 0 || length > LONGEST_NAME) {
            throw new ManifestDamage("a name that is empty or too long");
        }
        if (raw[from] == '.' && (length == 1 || (length == 2 && raw[from + 1] == '.'))) {
            throw new ManifestDamage("a path that leaves the version");
        }
    }

    private static byte[] raw(EntryPath path) throws ManifestDamage {
        String text = path.text();
        requireEscapes(text);
        byte[] raw = path.bytes();
        if (raw.length == 0 || raw.length > ManifestFormat.LONGEST_PATH) {
            throw new ManifestDamage("a path that is empty or too long");
        }
        if (!isPlain(text)) {
            requireCanonical(path, raw);
        }
        return raw;
    }

    private static void requireCanonical(EntryPath path, byte[] raw) throws ManifestDamage {
        for (byte b : raw) {
            if (b == 0) {
                throw new ManifestDamage("a zero in a path");
            }
        }
        if (!EntryPath.ofBytes(raw).equals(path)) {
            throw new ManifestDamage("a path that is not canonical");
        }
    }

    /** Every backslash begins {@code \xNN}, so that the bytes can be read at all. */
    private static void requireEscapes(String text) throws ManifestDamage {
        int at = text.indexOf('\\');
        while (at >= 0) {
            if (at + 4 > text.length() || text.charAt(at + 1) != 'x' || !isHex(text, at + 2) || !isHex(text, at + 3)) {
                throw new ManifestDamage("an escape that is none");
            }
            at = text.indexOf('\\', at + 4);
        }
    }

    private static boolean isHex(String text, int at) {
        return Character.digit(text.charAt(at), 16) >= 0 && text.charAt(at) < 0x7f;
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c >= 0x7f || c == '\\') {
                return false;
            }
        }
        return true;
    }
}
