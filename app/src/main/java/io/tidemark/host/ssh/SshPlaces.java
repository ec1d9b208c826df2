package io.tidemark.host.ssh;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a person's SSH files are. None of them has to exist.
 *
 * @param home what {@code ~} means
 * @param config the client's configuration
 * @param knownHosts files of host keys, all of them read; the first one is written
 * @param identities private keys to try where none is configured
 * @param agent socket of the running agent
 */
public record SshPlaces(Path home, Path config, List<Path> knownHosts, List<Path> identities, Optional<Path> agent) {

    private static final Path SYSTEM = Path.of("/etc/ssh");

    public SshPlaces {
        knownHosts = List.copyOf(knownHosts);
        identities = List.copyOf(identities);
    }

    /** The places that OpenSSH uses (ssh_config(5)), with the agent that the environment names. */
    public static SshPlaces of(Path home, Map<String, String> environment) {
        Path own = home.resolve(".ssh");
        return new SshPlaces(
                home,
                own.resolve("config"),
                List.of(
                        own.resolve("known_hosts"),
                        own.resolve("known_hosts2"),
                        SYSTEM.resolve("ssh_known_hosts"),
                        SYSTEM.resolve("ssh_known_hosts2")),
                Stream.of("id_ed25519", "id_ecdsa", "id_rsa").map(own::resolve).toList(),
                Optional.ofNullable(environment.get("SSH_AUTH_SOCK"))
                        .filter(path -> path.startsWith("/"))
                        .map(Path::of));
    }
}
