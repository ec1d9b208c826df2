package io.tidemark.host.publish;

import io.tidemark.host.Doors;
import io.tidemark.host.SshDoors;
import io.tidemark.host.ssh.Deadlines;
import io.tidemark.host.ssh.Keys;
import io.tidemark.host.ssh.SshConnection;
import io.tidemark.host.ssh.SshPlaces;
import io.tidemark.host.ssh.Sshd;
import io.tidemark.model.Asking;
import io.tidemark.model.Host;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A mirror host: a real sshd with a root of its own, and somebody whose key it knows. */
public final class MirrorHost implements AutoCloseable {

    public final Path root;
    public final Sshd sshd;
    private final Path base;
    private final Path key;
    private final Path hostKey;

    /** Starts it; its account has a home without start-up files, and further variables in its environment. */
    public MirrorHost(Path base, String... variables) throws Exception {
        this.base = Files.createDirectories(base);
        root = Files.createDirectories(base.resolve("srv/mirror"));
        hostKey = Keys.make(base, "host");
        key = Keys.make(base, "id");
        sshd = new Sshd(
                base.resolve("sshd"),
                hostKey,
                base.resolve("id.pub"),
                "SetEnv HOME=" + base + " " + String.join(" ", variables));
    }

    /** The host, reached at a port: its own, or that of a network before it. */
    public Host host(int port) throws Exception {
        return new Host(
                "paris-1",
                Sshd.host(),
                port,
                Sshd.account(),
                root.toString(),
                Optional.empty(),
                Host.Role.TIER1,
                List.of(),
                List.of(),
                Optional.empty());
    }

    public Host host() throws Exception {
        return host(sshd.port);
    }

    /** Doors of a person who knows it at that port. */
    public Doors doors(int port) throws Exception {
        Path known = base.resolve("known-" + port);
        Files.writeString(known, "[" + Sshd.host() + "]:" + port + " " + Keys.pub(hostKey) + "\n");
        return new SshDoors(
                new SshPlaces(base, base.resolve("config"), List.of(known), List.of(key), Optional.empty()),
                Deadlines.usual(),
                Asking.nobody());
    }

    public SshConnection open() throws Exception {
        return doors(sshd.port).open(host());
    }

    @Override
    public void close() {
        sshd.close();
    }
}
