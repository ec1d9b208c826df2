package io.tidemark.kind.alpine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the text of an index: blocks of lines {@code X:value} divided by empty lines. Strict about what decides which
 * files are fetched (checksum, name, version, size); everything else is passed over. Single use.
 */
final class IndexText {

    private static final int MOST_PACKAGES = 200_000;
    private static final int LONGEST_NAME = 160;
    private static final long LARGEST_PACKAGE = 1L << 40;

    /** No slash, no leading dot or dash, no control characters: such a name cannot leave its directory. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+-]*");

    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+~-]*");

    private final List<IndexEntry> entries = new ArrayList<>();
    private final Set<String> files = new HashSet<>();
    private String checksum;
    private String name;
    private String version;
    private String size;
    private String origin = "";
    private String built = "0";

    private IndexText() {}

    /** The packages in the order of the index. */
    static List<IndexEntry> read(byte[] raw) throws Malformed {
        String text = new String(raw, StandardCharsets.UTF_8);
        IndexText reader = new IndexText();
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            reader.line(text, at, end);
            at = end + 1;
        }
        reader.endBlock();
        return reader.entries;
    }

    private void line(String text, int at, int end) throws Malformed {
        if (at == end) {
            endBlock();
            return;
        }
        if (end - at < 2 || text.charAt(at + 1) != ':') {
            throw Malformed.format("line without a field: " + Malformed.quote(text.substring(at, end)));
        }
        switch (text.charAt(at)) {
            case 'C' -> checksum = once(checksum, text.substring(at + 2, end));
            case 'P' -> name = once(name, text.substring(at + 2, end));
            case 'V' -> version = once(version, text.substring(at + 2, end));
            case 'S' -> size = once(size, text.substring(at + 2, end));
            case 'o' -> origin = text.substring(at + 2, end);
            case 't' -> built = text.substring(at + 2, end);
            default -> {
                // other fields say nothing about which files there are
            }
        }
    }

    private static String once(String before, String value) throws Malformed {
        if (before != null) {
            throw Malformed.format("field given twice in one block: " + Malformed.quote(value));
        }
        return value;
    }

    private void endBlock() throws Malformed {
        if (checksum == null && name == null && version == null && size == null) {
            return;
        }
        if (checksum == null || name == null || version == null || size == null) {
            throw Malformed.format("block without C, P, V or S near " + Malformed.quote(String.valueOf(name)));
        }
        add();
        checksum = name = version = size = null;
        origin = "";
        built = "0";
    }

    private void add() throws Malformed {
        if (!NAME.matcher(name).matches() || !VERSION.matcher(version).matches()) {
            throw new Malformed("alpine.index.name", "P:" + Malformed.quote(name) + " V:" + Malformed.quote(version));
        }
        IndexEntry entry =
                new IndexEntry(checksum, name, version, number(size, LARGEST_PACKAGE), origin, number(built, 1L << 40));
        if (entry.fileName().length() > LONGEST_NAME + 90 || entries.size() == MOST_PACKAGES) {
            throw Malformed.bounds("name too long, or more than " + MOST_PACKAGES + " packages");
        }
        if (!files.add(entry.fileName())) {
            throw new Malformed("alpine.index.duplicate", entry.fileName());
        }
        entries.add(entry);
    }

    private static long number(String text, long most) throws Malformed {
        if (text.isEmpty() || text.length() > 18 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Malformed.format("not a number: " + Malformed.quote(text));
        }
        long value = Long.parseLong(text);
        if (value > most) {
            throw Malformed.bounds("number too large: " + value);
        }
        return value;
    }
}
