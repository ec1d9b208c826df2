package io.tidemark.engine.remote;

import io.tidemark.engine.Workspaces;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A directory on another machine: {@code ssh://[user@]host[:port]/directory}. The directory is taken as it is written, nothing
 * in it is an escape.
 *
 * @param path absolute
 */
public record RemotePlace(RemoteServer server, String path) {

    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern GRAMMAR =
            Pattern.compile("ssh://(?:([A-Za-z0-9_][A-Za-z0-9._-]*)@)?"
                    + "([A-Za-z0-9_][A-Za-z0-9._-]*|\\[[0-9A-Fa-f:.]+(?:%[A-Za-z0-9]+)?])(?::([0-9]{1,5}))?(/.+)");

    /** Whether a text means a place on another machine, rightly written or not. */
    public static boolean isMeant(String text) {
        return text.startsWith(Workspaces.ELSEWHERE);
    }

    /**
     * Reads such a place.
     *
     * @throws ProblemException {@code far.place} if it is written wrongly
     */
    public static RemotePlace parse(String text) throws ProblemException {
        Matcher parts = GRAMMAR.matcher(text);
        if (!parts.matches()) {
            throw wrong(text);
        }
        int port = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
        if (port > HIGHEST_PORT || parts.group(3) != null && port == 0) {
            throw wrong(text);
        }
        String host = parts.group(2).replaceAll("[\\[\\]]", "");
        RemoteServer server = new RemoteServer(Optional.ofNullable(parts.group(1)), host, port);
        return new RemotePlace(server, normal(parts.group(4), text));
    }

    private static String normal(String path, String text) throws ProblemException {
        try {
            return Path.of(path).normalize().toString();
        } catch (InvalidPathException notAPath) {
            throw wrong(text);
        }
    }

    private static ProblemException wrong(String text) {
        return new ProblemException(Problem.of("far.place", Problem.Category.USAGE, "object", text));
    }

    /** The same as a URL. */
    @Override
    public String toString() {
        return Workspaces.ELSEWHERE + server + path;
    }
}
