package io.tidemark.host.provision;

import io.tidemark.host.Doors;
import io.tidemark.host.SshDoors;
import io.tidemark.host.ssh.Deadlines;
import io.tidemark.host.ssh.Keys;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.host.ssh.SshPlaces;
import io.tidemark.model.Asking;
import io.tidemark.model.Host;
import io.tidemark.model.HostProfile;
import io.tidemark.testkit.OwnLoopback;
import io.tidemark.testkit.Skips;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A mirror host of its own inside this machine: file systems where everything may be written and nothing stays, a network of
 * its own where every port is free, processes that end with it, and a real sshd that is reached through a port of
 * ours. Its PID 1 is no service manager, and its root's home is empty. Needs root, and Linux with overlayfs.
 */
public final class NamespaceHost implements AutoCloseable {

    private static final String SETUP = """
        set -e
        mount --make-rprivate /
        mount -t tmpfs -o mode=755 tmpfs "$1"
        for d in etc var srv usr/local home; do
            mkdir -p "$1/$d/new" "$1/$d/work"
            mount -t overlay overlay -o "lowerdir=/$d,upperdir=$1/$d/new,workdir=$1/$d/work" "/$d"
        done
        mount -t tmpfs -o mode=755 tmpfs /run
        mount -t tmpfs -o mode=700 tmpfs /root
        mkdir -m 755 /run/sshd; mkdir -m 1777 /run/lock
        mount -t proc proc /proc
        ip link set lo up
        echo ready
        exec cat >/dev/null
        """;

    private static final String KEYS = "/run/tidemark-test-keys";

    private final Path dir;
    private final Process init;
    private final Path hostKey;
    private final Path key;
    private final Gateway ssh;
    private final List<Gateway> gateways = new ArrayList<>();

    /** How a program inside ended, and what it said. */
    record Run(int status, String output) {}

    /** Starts it; what it keeps for itself lies in that directory. */
    public NamespaceHost(Path dir) throws Exception {
        this.dir = Files.createDirectories(dir);
        Skips.unless(System.getProperty("user.name").equals("root"), "needs root: it makes namespaces and accounts");
        hostKey = Keys.make(dir, "host");
        key = Keys.make(dir, "id");
        Path layers = Files.createDirectories(dir.resolve("layers"));
        init = new ProcessBuilder(
                        "unshare",
                        "--mount",
                        "--pid",
                        "--net",
                        "--fork",
                        "--kill-child",
                        "sh",
                        "-c",
                        SETUP,
                        "setup",
                        layers.toString())
                .redirectErrorStream(true)
                .start();
        BufferedReader said = init.inputReader(StandardCharsets.UTF_8);
        String word = said.readLine();
        if (!"ready".equals(word)) {
            throw new IOException("no namespace: " + word + said.lines().toList());
        }
        Files.write(
                dir.resolve("config"),
                List.of(
                        "HostKey " + hostKey,
                        "AuthorizedKeysFile " + KEYS,
                        "PidFile none",
                        "StrictModes no",
                        "UsePAM no",
                        "PermitRootLogin yes",
                        "PasswordAuthentication no",
                        "KbdInteractiveAuthentication no",
                        "SetEnv PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                        "Subsystem sftp internal-sftp"));
        write(KEYS, Files.readString(dir.resolve("id.pub")), "644");
        ssh = gateway("/usr/sbin/sshd", "-i", "-f", dir.resolve("config").toString());
        Files.writeString(
                dir.resolve("known_hosts"), "[" + address() + "]:" + ssh.port() + " " + Keys.pub(hostKey) + "\n");
    }

    /** The address at which it is reached from here. */
    public static String address() throws IOException {
        return OwnLoopback.address().getHostAddress();
    }

    /** The port of its sshd. */
    public int port() {
        return ssh.port();
    }

    /** {@code SHA256:…} of its key. */
    public String fingerprint() throws Exception {
        return Keys.fingerprint(hostKey);
    }

    /** The private key that it knows. */
    public Path key() {
        return key;
    }

    /** The line of {@code known_hosts}. */
    public Path knownHosts() {
        return dir.resolve("known_hosts");
    }

    /** A port here that leads to a port inside. */
    public int forward(int inside) throws IOException {
        Gateway gateway =
                gateway("bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/" + inside + " || exit 1; cat <&3 & cat >&3; wait");
        gateways.add(gateway);
        return gateway.port();
    }

    private Gateway gateway(String... command) throws IOException {
        return new Gateway(inside(command));
    }

    private List<String> inside(String... command) {
        long first = init.children().findFirst().orElseThrow().pid();
        List<String> words = new ArrayList<>(List.of("nsenter", "-t", Long.toString(first), "-m", "-p", "-n", "--"));
        words.addAll(List.of(command));
        return words;
    }

    /** The host as a workspace knows it. */
    public Host host(String user, HostProfile profile) throws IOException {
        return new Host(
                "paris-1",
                address(),
                ssh.port(),
                user,
                profile.root(),
                Optional.empty(),
                Host.Role.TIER1,
                List.of(),
                List.of(),
                Optional.of(profile));
    }

    /** Doors of a person who knows it. */
    public Doors doors() {
        return new SshDoors(
                new SshPlaces(dir, dir.resolve("none"), List.of(knownHosts()), List.of(key), Optional.empty()),
                Deadlines.usual(),
                Asking.nobody());
    }

    public SshConnection open(Host host) throws Exception {
        return doors().open(host);
    }

    /** Cuts every connection with its sshd, as a network does that breaks. */
    public void cut() {
        ssh.cut();
    }

    /** Runs a program inside, as root, to its end. */
    Run run(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(inside(command)).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    /** Runs a program inside that must go well; what it said. */
    public String must(String... command) throws IOException, InterruptedException {
        Run run = run(command);
        if (run.status != 0) {
            throw new IOException(String.join(" ", command) + ": " + run.output);
        }
        return run.output;
    }

    /** Writes a file inside. */
    public void write(String path, String content, String mode) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(inside(
                        "sh",
                        "-c",
                        "mkdir -p \"$(dirname \"$1\")\" && rm -f \"$1\" && cat >\"$1\" && chmod \"$2\" \"$1\"",
                        "write",
                        path,
                        mode))
                .redirectErrorStream(true)
                .start();
        try (var out = process.getOutputStream()) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        if (process.waitFor() != 0) {
            throw new IOException(
                    path + ": " + new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Content of a file inside. */
    public String read(String path) throws IOException, InterruptedException {
        return must("cat", path);
    }

    @Override
    public void close() {
        ssh.close();
        gateways.forEach(Gateway::close);
        init.descendants().forEach(ProcessHandle::destroyForcibly);
        init.destroy();
        init.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
