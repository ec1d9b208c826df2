package io.tidemark.model;

import java.util.regex.Pattern;

/** The grammar of names that people type: versions, channels, repositories. */
public final class Names {

    /** Versions and links: a file name that needs no quoting and hides nothing; 1 to 128 characters. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,127}");

    /** Channels that are refs: words between slashes, behind the repository that holds them and a colon. */
    private static final Pattern REF = Pattern.compile(
            "([A-Za-z0-9][A-Za-z0-9._+-]*:)?[A-Za-z0-9_][A-Za-z0-9._+-]*(/[A-Za-z0-9_][A-Za-z0-9._+-]*)*");

    /** A channel's name is a file name on hosts. */
    private static final int LONGEST = 200;

    private Names() {}

    /** Whether the text can name a version; {@code .tmp} endings are kept for work in progress. */
    public static boolean validVersion(String text) {
        return PLAIN.matcher(text).matches() && !text.endsWith(".tmp");
    }

    /** Whether the text can name a channel that is a link of that name, or an image series. */
    public static boolean validLink(String text) {
        return validVersion(text);
    }

    /** Whether the text can name a channel: a link, or a ref such as {@code prod:fedora/41/x86_64/kinoite}. */
    public static boolean validChannel(String text) {
        return text.length() <= LONGEST && REF.matcher(text).matches() && !text.endsWith(".tmp");
    }

    /** The version name itself; refused as a usage problem when it breaks the grammar. */
    public static String requireVersion(String text) throws ProblemException {
        if (!validVersion(text)) {
            throw new ProblemException(Problem.of("name.version", Problem.Category.USAGE, "object", text));
        }
        return text;
    }

    /** The name of a file that is kept with a repository; refused as a usage problem when it breaks the same grammar. */
    public static String requireFile(String text) throws ProblemException {
        if (!validVersion(text)) {
            throw new ProblemException(Problem.of("name.file", Problem.Category.USAGE, "object", text));
        }
        return text;
    }

    /** The name of a link itself; refused as a usage problem when it breaks the grammar. */
    public static String requireLink(String text) throws ProblemException {
        if (!validLink(text)) {
            throw new ProblemException(Problem.of("name.link", Problem.Category.USAGE, "object", text));
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
