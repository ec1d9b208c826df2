package io.tidemark.testkit;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real vsftpd on a loopback address of this process; whoever comes reads one directory. */
public final class FtpDaemon implements AutoCloseable {

    private static final int TRIES = 600;

    private final InetAddress address = OwnLoopback.address();
    private final int port = OwnLoopback.freePort();
    private final Path place;
    private final Process process;

    /** Serves a directory; {@code more} are further lines of its configuration. */
    public FtpDaemon(Path directory, String... more) throws IOException, InterruptedException {
        place = Files.createTempDirectory("vsftpd");
        Path conf = place.resolve("vsftpd.conf");
        Files.write(
                conf,
                List.of(
                        "listen=YES",
                        "background=NO",
                        "listen_address=" + address.getHostAddress(),
                        "listen_port=" + port,
                        "run_as_launching_user=YES",
                        "anonymous_enable=YES",
                        "anon_root=" + directory,
                        "anon_world_readable_only=NO",
                        "allow_writeable_chroot=YES",
                        "seccomp_sandbox=NO",
                        "port_promiscuous=NO",
                        String.join("\n", more)));
        process = new ProcessBuilder(List.of("vsftpd", "" + conf))
                .redirectErrorStream(true)
                .redirectOutput(place.resolve("log").toFile())
                .start();
        awaitListening();
    }

    private void awaitListening() throws IOException, InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            try (Socket socket = new Socket(address, port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (ConnectException notYet) {
                if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        }
        process.destroyForcibly();
        throw new IOException("vsftpd does not listen: " + Files.readString(place.resolve("log")));
    }

    /** Its address with that scheme. */
    public String url(String scheme) {
        return scheme + "://" + address.getHostAddress() + ":" + port + "/";
    }

    /** The processes that serve somebody now. */
    public List<ProcessHandle> sessions() {
        return process.descendants().toList();
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        Files.deleteIfExists(place.resolve("log"));
        Files.deleteIfExists(place.resolve("vsftpd.conf"));
        Files.deleteIfExists(place);
    }
}
