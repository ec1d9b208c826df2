package io.tidemark.host.ssh;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The one place where words become the text of a command, because SSH carries commands as text for the account's shell.
 * Every word arrives as it is. Good for shells that follow POSIX (section 2.2), and for fish, which reads a backslash
 * between single quotes otherwise than they do: backslashes stand outside the quotes.
 */
final class ShellWords {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@+:,./-]+");

    private ShellWords() {}

    /** Words as one line. */
    static String join(List<String> words) {
        return words.stream().map(ShellWords::quote).collect(Collectors.joining(" "));
    }

    /** One word. No word can hold the character NUL: programs take their arguments with one behind each. */
    static String quote(String word) {
        if (word.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a word with the character NUL");
        }
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        StringBuilder quoted = new StringBuilder(word.length() + 2).append('\'');
        word.chars().forEach(c -> put(quoted, (char) c));
        return quoted.append('\'').toString();
    }

    private static void put(StringBuilder quoted, char c) {
        if (c == '\'' || c == '\\') {
            quoted.append("'\\").append(c).append('\'');
        } else {
            quoted.append(c);
        }
    }
}
