package io.tidemark.engine.host;

import io.tidemark.model.Host;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What a host may be called and where it may lie. */
final class HostRules {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9:][A-Za-z0-9:._%-]{0,252}");
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.@-]{0,62}\\$?|");
    private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");
    private static final int LONGEST = 1024;
    private static final int LONGEST_WORD = 64;
    private static final int MOST_PORT = 65_535;
    /** What commands take for every host. */
    private static final String ALL = "all";

    private HostRules() {}

    /**
     * Returns if a host can be remembered.
     *
     * @throws ProblemException {@code host.field}
     */
    static void require(Host host) throws ProblemException {
        require(
                "name",
                host.name(),
                NAME.matcher(host.name()).matches() && !host.name().equals(ALL));
        require("address", host.address(), ADDRESS.matcher(host.address()).matches());
        require("port", host.port(), host.port() >= 0 && host.port() <= MOST_PORT);
        require("user", host.user(), USER.matcher(host.user()).matches());
        require("root", host.root(), isPlace(host.root()));
        if (host.fingerprint().isPresent()) {
            String print = host.fingerprint().get();
            require("fingerprint", print, FINGERPRINT.matcher(print).matches());
        }
        requireWords("group", host.groups());
        requireWords("tag", host.tags());
    }

    private static void requireWords(String field, List<String> words) throws ProblemException {
        for (String word : words) {
            require(field, word, !word.isBlank() && isText(word) && word.length() < LONGEST_WORD);
        }
    }

    private static boolean isPlace(String root) {
        boolean absolute = root.startsWith("/") && root.length() > 1 && root.length() <= LONGEST;
        boolean plain = !root.endsWith("/")
                && Arrays.stream(root.substring(1).split("/", -1))
                        .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
        return absolute && plain && isText(root);
    }

    private static boolean isText(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }

    private static void require(String field, Object value, boolean right) throws ProblemException {
        if (!right) {
            throw new ProblemException(Problem.of("host.field." + field, Problem.Category.USAGE, "object", value));
        }
    }
}
