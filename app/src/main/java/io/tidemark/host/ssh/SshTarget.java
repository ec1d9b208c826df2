package io.tidemark.host.ssh;

import java.nio.file.Path;
import java.util.List;

/**
 * Where to connect to, as whom, and through which hosts. Made by {@link SshConfig}.
 *
 * @param user account on the host
 * @param host name or address that is dialled and looked up in {@code known_hosts}
 * @param port 1 to 65535
 * @param identities private key files to use, before any other key; empty for the usual ones
 * @param jumps hosts to go through, the first one dialled first; none of them has jumps of its own
 */
public record SshTarget(String user, String host, int port, List<Path> identities, List<SshTarget> jumps) {

    /** Where SSH listens unless told otherwise. */
    public static final int PORT = 22;

    public SshTarget {
        identities = List.copyOf(identities);
        jumps = List.copyOf(jumps);
    }

    /** The name in {@code known_hosts}: {@code host}, or {@code [host]:port} for other ports than 22. */
    public String knownAs() {
        return port == PORT ? host : "[" + host + "]:" + port;
    }

    /** {@code user@host:port}, for messages. */
    @Override
    public String toString() {
        return user + "@" + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
