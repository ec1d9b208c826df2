package io.tidemark.program;

import io.tidemark.model.EntryPath;
import java.util.Arrays;
import java.util.List;

/**
 * What a program said, fit to be shown: line by line, without what only counts along, and with control characters as escapes.
 *
 * @param lines those that say something
 */
record Said(List<String> lines) {

    private static final String COUNTING = "fsck objects \\(\\d+/\\d+\\).*|(?:Receiving|Resolving|Writing).*\\d+%.*";

    Said {
        lines = List.copyOf(lines);
    }

    static Said of(String text) {
        return new Said(Arrays.stream(text.split("[\\r\\n]+"))
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.matches(COUNTING))
                .map(line -> EntryPath.of(line).text())
                .toList());
    }

    /** All of it, with real line ends. */
    String whole() {
        return String.join("\n", lines);
    }

    /** One line of at most so many characters. */
    String brief(int most) {
        String line = String.join("; ", lines);
        return line.length() > most ? line.substring(0, most - 1) + "…" : line;
    }
}
