package io.tidemark.model;

import java.util.regex.Pattern;

/** The grammar of names that people type: versions, channels, repositories. */
public final class Names {

    /** Versions and channels: a file name that needs no quoting and hides nothing; 1 to 128 characters. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,127}");

    private Names() {}

    /** Whether the text can name a version; {@code .tmp} endings are kept for work in progress. */
    public static boolean validVersion(String text) {
        return PLAIN.matcher(text).matches() && !text.endsWith(".tmp");
    }

    /** Whether the text can name a channel. */
    public static boolean validChannel(String text) {
        return validVersion(text);
    }

    /** The version name itself; refused as a usage problem when it breaks the grammar. */
    public static String requireVersion(String text) throws ProblemException {
        if (!validVersion(text)) {
            throw new ProblemException(Problem.of("name.version", Problem.Category.USAGE, "object", text));
        }
        return text;
    }

    /** The channel name itself; refused as a usage problem when it breaks the grammar. */
    public static String requireChannel(String text) throws ProblemException {
        if (!validChannel(text)) {
            throw new ProblemException(Problem.of("name.channel", Problem.Category.USAGE, "object", text));
        }
        return text;
    }
}
