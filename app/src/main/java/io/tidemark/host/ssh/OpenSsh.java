package io.tidemark.host.ssh;

import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What OpenSSH needs to make a connection that we made already, for programs that run {@code ssh} themselves, as rsync
 * does: a configuration and known hosts in a private directory. It knows exactly the keys that we accepted, uses exactly
 * the accounts, ports, jumps and keys that we used, asks nobody, and reads nothing else of the person's. There is no
 * secret in it. The directory belongs to the caller, who removes it when the program has ended.
 *
 * @param config the configuration
 */
public record OpenSsh(Path config) {

    /** The name of the host in the configuration, to be used as {@code ssh}'s or rsync's host. */
    public static final String HOST = "tidemark-host";

    private static final String JUMP = "tidemark-jump-";
    private static final Pattern PLAIN = Pattern.compile("/[A-Za-z0-9_./@+-]*");
    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    /** The value of rsync's {@code -e}. */
    public String remoteShell() {
        return "ssh -F " + config;
    }

    /** A command as a word for programs that let {@code ssh} run something, as rsync's {@code --rsync-path}. */
    public static String program(Command command) {
        return ShellWords.join(command.words(true));
    }

    /** Writes the files for a connection into a directory, which is made. */
    static OpenSsh write(List<Hop> hops, Path directory) throws ProblemException {
        try {
            if (!PLAIN.matcher(directory.toString()).matches()) {
                // OpenSSH hands the path to a shell, unquoted, when it goes through a jump.
                throw new IOException("a path with signs that mean something to a shell");
            }
            Files.createDirectory(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path known = directory.resolve("known_hosts");
            List<String> config = new ArrayList<>();
            List<String> keys = new ArrayList<>();
            for (int i = 0; i < hops.size(); i++) {
                String name = i == hops.size() - 1 ? HOST : JUMP + i;
                keys.add(name + " " + hops.get(i).key().type() + " "
                        + hops.get(i).key().base64());
                config.addAll(block(hops.get(i), name, i == 0 ? "none" : JUMP + (i - 1)));
                config.addAll(identity(hops.get(i), directory.resolve("identity-" + i + ".pub")));
            }
            config.addAll(common(known));
            create(known, keys);
            create(directory.resolve("config"), config);
            return new OpenSsh(directory.resolve("config"));
        } catch (IOException e) {
            throw SshProblems.problem("ssh.openssh.files", Problem.Category.STORAGE, directory, e);
        }
    }

    private static List<String> block(Hop hop, String name, String jump) throws ProblemException {
        SshTarget target = hop.target();
        if (!SshAddress.isHost(target.host()) || !SshAddress.isName(target.user())) {
            throw cannot(hop);
        }
        return List.of(
                "Host " + name,
                "HostName " + target.host(),
                "Port " + target.port(),
                "User " + target.user(),
                "HostKeyAlias " + name,
                "HostKeyAlgorithms "
                        + String.join(",", Signatures.kinds(hop.key().type())),
                "ProxyJump " + jump);
    }

    private static List<String> identity(Hop hop, Path publicHalf) throws ProblemException, IOException {
        return switch (hop.identity()) {
            case Identity.InFile file -> List.of("IdentityAgent none", "IdentityFile " + quoted(file.file(), hop));
            case Identity.InAgent agent -> {
                create(
                        publicHalf,
                        List.of(agent.key().type() + " " + agent.key().base64()));
                yield List.of(
                        "IdentityAgent " + quoted(agent.socket(), hop), "IdentityFile " + quoted(publicHalf, hop));
            }
            case Identity.OfPerson _ -> throw cannot(hop);
        };
    }

    private static List<String> common(Path known) {
        return List.of(
                "Host *",
                "UserKnownHostsFile " + known,
                "GlobalKnownHostsFile /dev/null",
                "StrictHostKeyChecking yes",
                "UpdateHostKeys no",
                "VerifyHostKeyDNS no",
                "CheckHostIP no",
                "IdentitiesOnly yes",
                "PreferredAuthentications publickey",
                "BatchMode yes",
                "ControlMaster no",
                "ControlPath none",
                "ForwardAgent no",
                "ForwardX11 no",
                "PermitLocalCommand no",
                "ClearAllForwardings yes",
                "RequestTTY no",
                "EscapeChar none",
                "ConnectTimeout 10",
                "ServerAliveInterval 10",
                "ServerAliveCountMax 3",
                "LogLevel ERROR");
    }

    /** A path that no quoting of every OpenSSH carries is not used. */
    private static String quoted(Path path, Hop hop) throws ProblemException {
        String text = path.toAbsolutePath().toString();
        boolean awkward = text.contains("\"") || text.contains("\\") || text.contains("${");
        if (awkward || text.chars().anyMatch(c -> c < ' ')) {
            throw cannot(hop);
        }
        return "\"" + text.replace("%", "%%") + "\"";
    }

    private static void create(Path file, List<String> lines) throws IOException {
        try (var channel = Files.newByteChannel(
                file, NEW, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
            channel.write(ByteBuffer.wrap(text));
        }
    }

    private static ProblemException cannot(Hop hop) {
        return SshProblems.problem("ssh.openssh", Problem.Category.REFUSED, hop.target(), null);
    }
}
