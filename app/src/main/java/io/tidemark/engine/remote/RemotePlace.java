package io.tidemark.engine.remote;

import io.tidemark.engine.Workspaces;
import io.tidemark.host.ssh.SshAddress;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A directory on another machine: {@code ssh://[user@]host[:port]/directory}. The directory is taken as it is written, nothing
 * in it is an escape.
 *
 * @param path absolute
 */
public record RemotePlace(RemoteServer server, String path) {

    /** Whether a text means a place on another machine, rightly written or not. */
    public static boolean isMeant(String text) {
        return SshAddress.is(text);
    }

    /**
     * Reads such a place.
     *
     * @throws ProblemException {@code ssh.address} if it is written wrongly, {@code far.place} if it names no directory
     */
    public static RemotePlace parse(String text) throws ProblemException {
        SshAddress address = SshAddress.parse(text);
        if (address.path().length() < 2) {
            throw wrong(text);
        }
        return new RemotePlace(server(address), normal(address.path(), text));
    }

    /** The account and machine of an address. */
    static RemoteServer server(SshAddress address) {
        Optional<String> user = Optional.of(address.user()).filter(name -> !name.isEmpty());
        return new RemoteServer(user, address.host(), address.port());
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
