package io.tidemark.testkit;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real {@code rsync --daemon} on a loopback address of this process, with some modules. */
public final class RsyncDaemon implements AutoCloseable {

    private static final int TRIES = 600;

    private final InetAddress address = OwnLoopback.address();
    private final int port = OwnLoopback.freePort();
    private final Path place;
    private final Process process;

    /** Serves a directory under each name; returns when it listens. */
    public RsyncDaemon(Map<String, Path> modules) throws IOException, InterruptedException {
        place = Files.createTempDirectory("rsyncd");
        Path conf = place.resolve("rsyncd.conf");
        Files.writeString(conf, conf(modules));
        process = new ProcessBuilder(List.of(
                        "rsync",
                        "--daemon",
                        "--no-detach",
                        "--config=" + conf,
                        "--address=" + address.getHostAddress(),
                        "--port=" + port,
                        "--log-file=" + place.resolve("log")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        awaitListening();
    }

    /** Modules are read by the account that runs the test, not by the daemon's usual one. */
    private static String conf(Map<String, Path> modules) throws IOException {
        StringBuilder conf = new StringBuilder("use chroot = no\nmunge symlinks = no\n");
        for (Map.Entry<String, Path> module : modules.entrySet()) {
            Object uid = Files.getAttribute(module.getValue(), "unix:uid");
            Object gid = Files.getAttribute(module.getValue(), "unix:gid");
            conf.append("[" + module.getKey() + "]\npath = " + module.getValue() + "\ncomment = of a test\nuid = " + uid
                    + "\ngid = " + gid + "\n");
        }
        return conf.toString();
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
        throw new IOException("rsync does not listen: " + Files.readString(place.resolve("log")));
    }

    /** The address of a module. */
    public String url(String module) {
        return "rsync://" + address.getHostAddress() + ":" + port + "/" + module;
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** What serves a client writes its log until it is gone. */
    @Override
    public void close() throws IOException {
        List<ProcessHandle> serving = process.descendants().toList();
        process.destroyForcibly();
        process.onExit().join();
        serving.forEach(ProcessHandle::destroyForcibly);
        serving.forEach(each -> each.onExit().join());
        try (Stream<Path> left = Files.list(place)) {
            for (Path each : left.toList()) {
                Files.deleteIfExists(each);
            }
        }
        Files.deleteIfExists(place);
    }
}
