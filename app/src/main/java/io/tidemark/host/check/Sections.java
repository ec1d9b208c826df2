package io.tidemark.host.check;

import io.tidemark.model.EntryPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a host said of itself, by section. Lines are bounded in number and length; what is shown of them goes through
 * {@link #shown}.
 */
final class Sections {

    private static final int MOST_LINES = 20_000;
    private static final int LONGEST_LINE = 4096;
    private static final int LONGEST_SHOWN = 200;

    private final Map<String, List<String>> sections = new HashMap<>();

    private Sections() {}

    /** Reads names on lines of their own, and below each the lines that begin with a blank. */
    static Sections read(String said) {
        Sections all = new Sections();
        List<String> current = new ArrayList<>();
        for (String line : said.lines().limit(MOST_LINES).toList()) {
            if (line.startsWith(" ")) {
                current.add(line.substring(1, Math.min(line.length(), LONGEST_LINE)));
            } else if (!line.isEmpty()) {
                current = all.sections.computeIfAbsent(line, name -> new ArrayList<>());
            }
        }
        return all;
    }

    /** The lines of a section; none where the host said nothing. */
    List<String> lines(String section) {
        return sections.getOrDefault(section, List.of());
    }

    /** The first line of a section, or nothing. */
    String first(String section) {
        return lines(section).stream().findFirst().orElse("").strip();
    }

    /** Files in a section: their names, and below each its lines with one blank more. */
    Map<String, String> files(String section) {
        Map<String, StringBuilder> files = new HashMap<>();
        StringBuilder current = new StringBuilder();
        for (String line : lines(section)) {
            if (line.startsWith("file ")) {
                current = files.computeIfAbsent(line.substring("file ".length()), name -> new StringBuilder());
            } else if (line.startsWith(" ")) {
                current.append(line, 1, line.length()).append('\n');
            }
        }
        Map<String, String> texts = new java.util.TreeMap<>();
        files.forEach((name, text) -> texts.put(name, text.toString()));
        return texts;
    }

    /** Text of a host as people may see it: one line, bounded, control characters escaped. */
    static String shown(String said) {
        String text = EntryPath.of(said.strip()).text();
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    }
}
