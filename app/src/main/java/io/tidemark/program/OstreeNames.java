package io.tidemark.program;

import io.tidemark.model.EntryPath;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The grammar of what {@code ostree} is told by name (ostree-core.c, formats of libostree). Nothing that fails it becomes an
 * argument, a path or a key.
 */
public final class OstreeNames {

    private static final String FRAGMENT = "[A-Za-z0-9_][A-Za-z0-9_.-]*";
    private static final int LONGEST = 255;
    private static final Predicate<String> REF =
            Pattern.compile(FRAGMENT + "(/" + FRAGMENT + ")*").asMatchPredicate();
    private static final Predicate<String> CHECKSUM =
            Pattern.compile("[0-9a-f]{64}").asMatchPredicate();
    private static final Predicate<String> REMOTE = Pattern.compile(FRAGMENT).asMatchPredicate();
    private static final Predicate<String> KEY =
            Pattern.compile("(0x)?[0-9A-Fa-f]{8,40}").asMatchPredicate();
    private static final Predicate<String> METADATA =
            Pattern.compile("[A-Za-z0-9_.-]{1,200}").asMatchPredicate();
    private static final Predicate<String> SETTING =
            Pattern.compile("[a-z]{1,40}\\.[a-z0-9-]{1,80}").asMatchPredicate();

    private OstreeNames() {}

    /** Whether the text can name a ref, for example {@code fedora/41/x86_64/kinoite}. */
    public static boolean isRef(String text) {
        return text.length() <= LONGEST && REF.test(text);
    }

    /** Whether the text is a whole checksum. */
    public static boolean isChecksum(String text) {
        return CHECKSUM.test(text);
    }

    /** Whether the text can name a remote. */
    public static boolean isRemote(String text) {
        return text.length() <= LONGEST && REMOTE.test(text);
    }

    /** Whether the text names an OpenPGP key by its id or fingerprint. */
    public static boolean isKey(String text) {
        return KEY.test(text);
    }

    /** Whether the text can name a value in the metadata of a commit. */
    public static boolean isMetadata(String text) {
        return METADATA.test(text);
    }

    /** Whether the address can be pulled from: HTTP or HTTPS with a host, or a directory of this machine. */
    public static boolean isAddress(String text) {
        try {
            URI uri = new URI(text);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean here = scheme.equals("file") && uri.getPath() != null;
            return here || Set.of("http", "https").contains(scheme) && uri.getHost() != null;
        } catch (URISyntaxException notOne) {
            return false;
        }
    }

    static String ref(String text) throws ProblemException {
        return checked(text, isRef(text));
    }

    static String revision(String text) throws ProblemException {
        return checked(text, isChecksum(text) || isRef(text));
    }

    static String checksum(String text) throws ProblemException {
        return checked(text, isChecksum(text));
    }

    static String remote(String text) throws ProblemException {
        return checked(text, isRemote(text));
    }

    static String key(String text) throws ProblemException {
        return checked(text, isKey(text));
    }

    static String metadata(String text) throws ProblemException {
        return checked(text, isMetadata(text));
    }

    static String address(String text) throws ProblemException {
        return checked(text, isAddress(text));
    }

    static String setting(String text) throws ProblemException {
        return checked(text, SETTING.test(text));
    }

    /** Text for an argument: all but what would end it early. */
    static String plain(String text) throws ProblemException {
        return checked(text, text.indexOf('\0') < 0);
    }

    private static String checked(String text, boolean valid) throws ProblemException {
        if (!valid) {
            throw new ProblemException(Problem.of(
                    "ostree.name",
                    Problem.Category.USAGE,
                    "object",
                    EntryPath.of(text).text()));
        }
        return text;
    }
}
