package io.tidemark.host.ssh;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place on a host as a person writes it: {@code ssh://[user@]host[:port][/path]}. No part is decoded: a percent sign
 * means itself.
 *
 * @param user empty if not given
 * @param host a name, an alias from {@code ~/.ssh/config}, an address; IPv6 without its brackets
 * @param port 0 if not given
 * @param path absolute, or empty if not given
 */
public record SshAddress(String user, String host, int port, String path) {

    /** What such an address begins with. */
    public static final String SCHEME = "ssh://";

    private static final Pattern FORM = Pattern.compile(
            "ssh://(?:(?<user>[^@/:\\[\\]]+)@)?(?:\\[(?<six>[0-9A-Fa-f:.%\\w]+)]|(?<host>[^@/:\\[\\]]+))"
                    + "(?::(?<port>\\d{1,5}))?(?<path>/.*)?",
            Pattern.DOTALL);
    private static final Pattern SIX = Pattern.compile("[0-9A-Fa-f]*:[0-9A-Fa-f:.]*(?:%\\w+)?");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.+-]*");
    private static final int MOST_PORT = 65535;

    /** Whether a text is meant to be such an address. */
    public static boolean is(String text) {
        return text.startsWith(SCHEME);
    }

    /**
     * Reads an address.
     *
     * @throws ProblemException {@code ssh.address} if it has another form, or names that begin with a minus sign or hold
     *     signs that mean something to a shell
     */
    public static SshAddress parse(String text) throws ProblemException {
        Matcher found = FORM.matcher(text);
        if (!found.matches()) {
            throw wrong(text);
        }
        String six = found.group("six");
        String host = six == null ? found.group("host") : six;
        String port = found.group("port");
        String path = found.group("path");
        return of(text, found.group("user"), host, port == null ? 0 : Integer.parseInt(port), path == null ? "" : path);
    }

    private static SshAddress of(String text, String user, String host, int port, String path) throws ProblemException {
        boolean named = isHost(host);
        boolean free = user == null || isName(user);
        if (!named || !free || port > MOST_PORT || path.indexOf('\0') >= 0) {
            throw wrong(text);
        }
        return new SshAddress(user == null ? "" : user, host, port, path);
    }

    /** Whether a text can be dialled: a name, or an address of IPv6 with an optional zone. */
    static boolean isHost(String text) {
        return isName(text) || SIX.matcher(text).matches();
    }

    /** Whether a text can be the name of a host or an account: nothing that a shell or an option parser would take up. */
    static boolean isName(String text) {
        return WORD.matcher(text).matches();
    }

    private static ProblemException wrong(String text) {
        return new ProblemException(Problem.of("ssh.address", Problem.Category.USAGE, "object", Shown.text(text)));
    }

    @Override
    public String toString() {
        String at = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return SCHEME + (user.isEmpty() ? "" : user + "@") + at + (port == 0 ? "" : ":" + port) + path;
    }
}
