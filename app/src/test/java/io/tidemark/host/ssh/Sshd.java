package io.tidemark.host.ssh;

import io.tidemark.testkit.OwnLoopback;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A real sshd with throwaway keys, run as whoever runs the test, on an address that only this test process uses. */
public final class Sshd implements AutoCloseable {

    private static final Path PRIVILEGE_SEPARATION = Path.of("/run/sshd");

    final Path dir;
    public final int port;
    private final Process process;

    /** Starts it in a directory; further lines of its configuration come first. */
    public Sshd(Path dir, Path hostKey, Path authorized, String... lines) throws IOException {
        this.dir = Files.createDirectories(dir);
        port = OwnLoopback.freePort();
        if (account().equals("root") && !Files.exists(PRIVILEGE_SEPARATION)) {
            Files.createDirectory(
                    PRIVILEGE_SEPARATION,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        }
        Files.write(dir.resolve("config"), config(hostKey, authorized, lines));
        process = new ProcessBuilder(
                        program("sshd"), "-D", "-e", "-f", dir.resolve("config").toString())
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("log").toFile())
                .start();
        await();
    }

    /** An account that this machine has: our own. */
    public static String account() {
        return System.getProperty("user.name");
    }

    /** The name under which it is known. */
    String knownAs() throws IOException {
        return "[" + host() + "]:" + port;
    }

    public static String host() throws IOException {
        return OwnLoopback.address().getHostAddress();
    }

    SshTarget target(Path... identities) throws IOException {
        return new SshTarget(account(), host(), port, List.of(identities), List.of());
    }

    /** What it said. */
    String log() throws IOException {
        return Files.readString(dir.resolve("log"));
    }

    private List<String> config(Path hostKey, Path authorized, String... lines) throws IOException {
        List<String> config = new ArrayList<>(List.of(lines));
        config.addAll(List.of(
                "ListenAddress " + host() + ":" + port,
                "HostKey " + hostKey,
                "AuthorizedKeysFile " + authorized,
                "PidFile none",
                "StrictModes no",
                "UsePAM no",
                "PasswordAuthentication no",
                "KbdInteractiveAuthentication no",
                "LogLevel VERBOSE",
                "Subsystem sftp internal-sftp"));
        return config;
    }

    private void await() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IOException("sshd ended: " + log());
            }
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(OwnLoopback.address(), port), 1000);
                return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(20_000_000);
            }
        }
        throw new IOException("sshd does not listen: " + log());
    }

    /** sshd insists on being started by its whole path. */
    static String program(String name) {
        return Stream.concat(
                        Stream.of(System.getenv("PATH").split(File.pathSeparator)), Stream.of("/usr/sbin", "/sbin"))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow()
                .toString();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
