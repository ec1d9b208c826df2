package io.tidemark.host.ssh;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of {@code ~/.ssh/config} and the hosts it is about.
 *
 * @param about patterns of its block
 * @param word what it sets, in lower case
 * @param value to what, without quotes
 */
record ConfigLine(HostPatterns about, String word, String value) {

    private static final Pattern FORM =
            Pattern.compile("\\s*(?<word>[A-Za-z0-9]+)(?:\\s*=\\s*|\\s+)(?<value>\\S.*?)\\s*");
    private static final HostPatterns EVERY = new HostPatterns("*");
    private static final HostPatterns NO = new HostPatterns("!*");

    /** Reads the lines of a file; what is not of the form is passed over. */
    static List<ConfigLine> read(List<String> text) {
        List<ConfigLine> lines = new ArrayList<>();
        HostPatterns about = EVERY;
        for (String line : text) {
            Matcher found = FORM.matcher(line);
            if (!line.strip().startsWith("#") && found.matches()) {
                String word = found.group("word").toLowerCase(Locale.ROOT);
                String value = bare(found.group("value"));
                switch (word) {
                    case "host" -> about = new HostPatterns(value.replace("\"", ""));
                    case "match" -> about = NO;
                    default -> lines.add(new ConfigLine(about, word, value));
                }
            }
        }
        return lines;
    }

    private static String bare(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
