package io.tidemark.campaign;

import io.tidemark.serve.Published;
import io.tidemark.serve.TreeServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Somebody who publishes a tree on this machine while a benchmark runs. */
sealed interface Publisher extends AutoCloseable {

    /** The name it is printed by. */
    String name();

    /** The address of the tree's top, with a slash at the end. */
    String url();

    @Override
    void close() throws Exception;

    /** The program's own server. */
    record Embedded(TreeServer server) implements Publisher {

        static Embedded of(Path root, Duration delay) throws Exception {
            return new Embedded(TreeServer.start(
                    Published.tree(root), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), delay));
        }

        @Override
        public String name() {
            return "embedded server";
        }

        @Override
        public String url() {
            return server.url();
        }

        @Override
        public void close() {
            server.close();
        }
    }

    /** An nginx of its own, configured as distributions do. */
    record Nginx(Process process, int port) implements Publisher {

        private static final String CONFIGURATION = """
            daemon off; master_process off; pid PLACE/pid; error_log PLACE/error.log;
            events {}
            http {
              sendfile on; tcp_nopush on; types_hash_max_size 2048; access_log off;
              client_body_temp_path PLACE/a; proxy_temp_path PLACE/b;
              fastcgi_temp_path PLACE/c; uwsgi_temp_path PLACE/d; scgi_temp_path PLACE/e;
              server { listen 127.0.0.1:PORT; root ROOT; autoindex on; }
            }
            """;

        /** Starts it; its files go to {@code place}. */
        static Nginx of(Path root, Path place) throws IOException, InterruptedException {
            Files.createDirectories(place);
            int port = freePort();
            Path configuration = place.resolve("nginx.conf");
            Files.writeString(
                    configuration,
                    CONFIGURATION
                            .replace("PLACE", place.toString())
                            .replace("PORT", String.valueOf(port))
                            .replace("ROOT", root.toString()));
            Process process = new ProcessBuilder(
                            "nginx",
                            "-e",
                            place.resolve("error.log").toString(),
                            "-p",
                            place.toString(),
                            "-c",
                            configuration.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(place.resolve("out").toFile())
                    .start();
            awaitPort(port, process);
            return new Nginx(process, port);
        }

        /** Whether this machine has one. */
        static boolean installed() throws InterruptedException {
            try {
                return new ProcessBuilder("nginx", "-v")
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0;
            } catch (IOException missing) {
                return false;
            }
        }

        private static int freePort() throws IOException {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        }

        private static void awaitPort(int port, Process process) throws IOException, InterruptedException {
            while (process.isAlive()) {
                try (Socket answered = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    if (answered.isConnected()) {
                        return;
                    }
                } catch (ConnectException notYet) {
                    process.waitFor(20, TimeUnit.MILLISECONDS);
                }
            }
            throw new IllegalStateException("nginx ends with " + process.exitValue());
        }

        @Override
        public String name() {
            return "nginx";
        }

        @Override
        public String url() {
            return "http://127.0.0.1:" + port + "/";
        }

        @Override
        public void close() throws InterruptedException {
            process.destroy();
            process.waitFor();
        }
    }
}
