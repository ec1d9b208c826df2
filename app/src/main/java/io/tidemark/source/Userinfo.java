package io.tidemark.source;

import io.tidemark.model.EntryPath;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.regex.Pattern;

/**
 * What stands before the machine in an address (RFC 3986, section 3.2.1). A name may stand there; a password may not, for
 * addresses are written into settings, plans, journals and logs. Pure functions, safe for all threads.
 */
public final class Userinfo {

    /** A colon that no plain port follows, and an at sign behind: people do not escape a slash in their passwords. */
    private static final Pattern PASSWORD =
            Pattern.compile("(?is)([a-z][a-z0-9+.-]*://[^/@\\[\\]]*):(?!\\d*(?:/|$))[^@]*@.*");

    private static final Pattern SECRET = Pattern.compile("(?s)(//[^/@:]*):(?:[^/]*@|.*?@)");
    private static final Pattern NAME = Pattern.compile("//[^/]*@");

    private Userinfo() {}

    /** Whether an address has a password in it. */
    public static boolean hasPassword(String url) {
        return PASSWORD.matcher(url).matches();
    }

    /** The same address without its password; the name stays. */
    public static String withoutPassword(String url) {
        return hasPassword(url) ? SECRET.matcher(url).replaceFirst("$1@").replace("//@", "//") : url;
    }

    /** The address as messages show it: neither name nor password. */
    public static String hidden(String url) {
        return NAME.matcher(withoutPassword(url)).replaceFirst("//…@");
    }

    /**
     * Refuses an address with a password in it.
     *
     * @throws ProblemException {@code upstream.password}, which does not repeat it
     */
    public static void requireNoPassword(String url) throws ProblemException {
        if (hasPassword(url)) {
            throw refused("upstream.password", url);
        }
    }

    /** The refusal of an address. */
    static ProblemException refused(String code, String url) {
        return new ProblemException(Problem.of(
                code,
                Problem.Category.USAGE,
                "object",
                EntryPath.of(hidden(url)).text()));
    }
}
