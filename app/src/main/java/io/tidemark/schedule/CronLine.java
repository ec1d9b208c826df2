package io.tidemark.schedule;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a cron table.
 *
 * @param number from 1
 * @param text the whole line
 * @param command what it runs; the text before an unescaped percent sign, as cron reads it
 */
record CronLine(Path file, int number, String text, String command) {

    private static final Pattern TIMES =
            Pattern.compile("\\s*(@[a-z]+|(?:[0-9A-Za-z*,/~-]+\\s+){4}[0-9A-Za-z*,/~-]+)\\s+(.*)");

    /** The command of a line, empty for comments and settings. */
    static String command(String line, boolean user) {
        Matcher match = TIMES.matcher(line);
        if (line.strip().startsWith("#") || !match.matches()) {
            return "";
        }
        String rest = user ? match.group(2).replaceFirst("^\\S+\\s*", "") : match.group(2);
        return rest.replaceFirst("(?<!\\\\)%.*$", "").replace("\\%", "%");
    }
}
