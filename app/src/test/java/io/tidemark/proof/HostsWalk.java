package io.tidemark.proof;

import io.tidemark.RealEngine;
import io.tidemark.host.provision.NamespaceHost;
import io.tidemark.model.Asking;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Two mirror hosts, each with file systems, processes and a network of its own and a real sshd, from being got to know to a
 * rollback: {@code installer/measure io.tidemark.proof.HostsWalk [FILES]}. Shows every command with what it said and what
 * clients get from nginx, Apache and rsync. Needs root here, and sudo there.
 */
public final class HostsWalk {

    private static final String NAME = "packages";
    private static final String CHANNEL = "stable";
    private static final String USER = "publisher";
    private static final int PART = 50;

    private final Path base;
    private final Path dir;
    private final int files;
    private final Console console;

    private HostsWalk(Path base, int files) throws IOException {
        this.base = base;
        this.files = files;
        dir = base.resolve(NAME);
        Path home = base.resolve("home");
        Files.createDirectories(home.resolve(".ssh"));
        console = new Console(
                base.resolve("workspace.json"),
                (file, clock) -> RealEngine.overSsh(file, clock, home, Asking.nobody(), Optional.empty()));
    }

    /** Walks; ends with 0 when clients of both hosts got what they should at every step. */
    public static void main(String[] args) throws Exception {
        Path base = Files.createTempDirectory("tidemark-hosts");
        try {
            new HostsWalk(base, args.length > 0 ? Integer.parseInt(args[0]) : 5_000).walk();
        } finally {
            clear(base);
        }
        System.exit(0);
    }

    private void walk() throws Exception {
        trees();
        says("adopt", dir.toString(), "--kind", "tree", "--quiet");
        try (NamespaceHost paris = new NamespaceHost(base.resolve("paris"));
                NamespaceHost lyon = new NamespaceHost(base.resolve("lyon"))) {
            know("paris-1", paris);
            know("lyon-1", lyon);
            host("paris-1", paris, "nginx");
            host("lyon-1", lyon, "apache");
            says("host", "check", "all");
            says("host", "list");
        }
    }

    /** Version 2.0 has two files in a hundred that are new. */
    private void trees() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < files; i++) {
            byte[] bytes = new byte[1_000 + random.nextInt(30_000)];
            random.nextBytes(bytes);
            write("1.0", i, bytes);
            if (i % PART == 0) {
                random.nextBytes(bytes);
            }
            write("2.0", i, bytes);
        }
        Files.createSymbolicLink(dir.resolve(CHANNEL), Path.of("1.0"));
    }

    private void write(String version, int number, byte[] bytes) throws IOException {
        Path file = dir.resolve(version).resolve("d" + number % 40).resolve("package-" + number + ".apk");
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(1_600_000_000_000L + number));
    }

    private void know(String name, NamespaceHost host) throws IOException {
        Path config = base.resolve("home/.ssh/config");
        String block = "Host %s\n  HostName %s\n  Port %d\n  IdentityFile %s\n"
                .formatted(name, NamespaceHost.address(), host.port(), host.key());
        Files.writeString(
                config, (Files.exists(config) ? Files.readString(config) : "") + block, StandardCharsets.UTF_8);
    }

    /** Who publishes there is nobody special, and may become root by sudo. */
    private static void account(NamespaceHost host) throws Exception {
        host.must("useradd", "--create-home", "--password", "*", USER);
        host.write("/etc/sudoers.d/" + USER, USER + " ALL=(ALL) NOPASSWD: ALL\n", "440");
    }

    private void host(String name, NamespaceHost host, String server) throws Exception {
        account(host);
        says(
                "host",
                "add",
                name,
                "--address",
                name,
                "--user",
                USER,
                "--root",
                "/srv/mirror",
                "--fingerprint",
                host.fingerprint(),
                "--group",
                "demo");
        says("host", "check", name);
        says("host", "provision", name, "--name", name + ".example.org", "--web", server);
        says("host", "provision", name, "--dry-run");
        serve(host, server);
        says("host", "publish", name, dir.toString(), "1.0");
        says("host", "switch", name, dir.toString(), "1.0", "--channel", CHANNEL);
        clients(name, host, "1.0");
        says("host", "publish", name, dir.toString(), "2.0");
        says("host", "switch", name, dir.toString(), "2.0", "--channel", CHANNEL);
        clients(name, host, "2.0");
        says("host", "rollback", name, NAME, "--channel", CHANNEL, "--reason", "clients hang");
        clients(name, host, "1.0");
    }

    /** These hosts have no service manager, which provisioning says; so the servers are started by hand. */
    private static void serve(NamespaceHost host, String server) throws Exception {
        if (server.equals("nginx")) {
            host.must("nginx");
        } else {
            host.must("apachectl", "start");
        }
        host.must("rsync", "--daemon");
    }

    private void clients(String name, NamespaceHost host, String version) throws Exception {
        String file = "d0/package-0.apk";
        Path wanted = dir.resolve(version).resolve(file);
        String url = "http://127.0.0.1/" + NAME + "/" + CHANNEL + "/" + file;
        host.must("curl", "-sf", "-H", "Host: " + name + ".example.org", "-o", "/run/by-http", url);
        host.must("cmp", "/run/by-http", wanted.toString());
        host.must("rsync", "rsync://127.0.0.1/" + NAME + "/" + CHANNEL + "/" + file, "/run/by-rsync");
        host.must("cmp", "/run/by-rsync", wanted.toString());
        String hidden = "http://127.0.0.1/" + NAME + "/.tidemark/journal.jsonl";
        String status = host.must(
                "curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", "-H", "Host: " + name + ".example.org", hidden);
        String listed = host.must("rsync", "rsync://127.0.0.1/" + NAME + "/");
        if (!status.equals("404") || listed.contains(".tidemark")) {
            throw new IOException("what begins with a dot is served: " + status + listed);
        }
        System.out.println("  clients of " + name + " get " + version + " by HTTP and rsync; .tidemark is not served");
    }

    private void says(String... words) {
        long begin = System.nanoTime();
        Ran ran = console.run(words);
        System.out.printf(
                "$ tidemark %s   (%.1f s, exit %d)%n%s%s",
                String.join(" ", words), (System.nanoTime() - begin) / 1e9, ran.exit(), ran.out(), ran.err());
        ran.done();
    }

    private static void clear(Path dir) throws IOException {
        try (Stream<Path> all = Files.walk(dir)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                each.getParent().toFile().setWritable(true);
                Files.deleteIfExists(each);
            }
        }
    }
}
