package io.tidemark.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.testkit.NeedsProgram;
import io.tidemark.testkit.OwnLoopback;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What clients and web servers out there make of it. */
@Timeout(60)
class PeersTest {

    @TempDir
    Path base;

    private Path root;

    @BeforeEach
    void fill() throws Exception {
        root = Files.createDirectories(base.resolve("www"));
        write("main/x86_64/g++-1.0-r0.apk");
        write("main/x86_64/a name with blanks & <signs>.txt");
        write("main/x86_64/" + "n".repeat(70) + ".apk");
        write("main/x86_64/" + "m".repeat(50));
        write("main/x86_64/50%.txt");
        write("Zed");
        write("_under");
        write("abc");
        Files.createSymbolicLink(root.resolve("latest"), Path.of("main"));
    }

    private void write(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, path.repeat(30));
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2022-08-02T10:00:07Z")));
    }

    @Test
    @NeedsProgram("wget")
    void wgetMirrorsTheWholeTree() throws Exception {
        try (TreeServer server = TreeServer.start(Published.tree(root))) {
            Path copy = Files.createDirectory(base.resolve("copy"));
            Process wget = new ProcessBuilder(
                            "wget",
                            "--mirror",
                            "-q",
                            "-nH",
                            "--no-parent",
                            "-R",
                            "index.html*",
                            "-P",
                            copy.toString(),
                            server.url())
                    .redirectErrorStream(true)
                    .start();
            wget.getInputStream().readAllBytes();
            assertEquals(0, wget.waitFor());
            assertEquals(contents(root), contents(copy));
        }
    }

    @Test
    @NeedsProgram("nginx")
    void listsLikeNginx() throws Exception {
        InetSocketAddress theirs = new InetSocketAddress(OwnLoopback.address(), OwnLoopback.freePort());
        Path conf = base.resolve("nginx.conf");
        Files.writeString(conf, """
            daemon off; master_process off; pid %1$s/nginx.pid; error_log %1$s/error.log;
            events {}
            http { access_log off; default_type application/octet-stream;
              client_body_temp_path %1$s/t1; proxy_temp_path %1$s/t2; fastcgi_temp_path %1$s/t3;
              uwsgi_temp_path %1$s/t4; scgi_temp_path %1$s/t5;
              server { listen %2$s; root %1$s/www; autoindex on; } }
            """.formatted(base, theirs.getAddress().getHostAddress() + ":" + theirs.getPort()));
        Process nginx = new ProcessBuilder("nginx", "-c", conf.toString(), "-e", base + "/error.log")
                .redirectErrorStream(true)
                .start();
        try (TreeServer server = TreeServer.start(Published.tree(root))) {
            InetSocketAddress ours = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
            awaitPort(theirs);
            for (String path : new String[] {"/", "/main/", "/main/x86_64/", "/latest/x86_64/"}) {
                assertEquals(unchunked(theirs, path), unchunked(ours, path));
            }
            Ask their = Ask.get(theirs, "/main/x86_64/g++-1.0-r0.apk");
            Ask our = Ask.get(ours, "/main/x86_64/g++-1.0-r0.apk");
            for (String header : new String[] {"ETag", "Last-Modified", "Content-Length", "Accept-Ranges"}) {
                assertEquals(their.header(header), our.header(header));
            }
        } finally {
            nginx.destroy();
            assertTrue(nginx.waitFor(10, TimeUnit.SECONDS));
        }
    }

    private static Map<String, String> contents(Path tree) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(tree, java.nio.file.FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                contents.put(
                        tree.relativize(file).toString(),
                        Files.readString(file) + Files.getLastModifiedTime(file).toInstant());
            }
        }
        return contents;
    }

    private static String unchunked(InetSocketAddress place, String path) throws IOException {
        return Ask.raw(place, "GET " + path + " HTTP/1.0", "Host: localhost").text();
    }

    private static void awaitPort(InetSocketAddress place) throws IOException {
        for (int i = 0; i < 500; i++) {
            try {
                Ask.get(place, "/");
                return;
            } catch (ConnectException notYet) {
                LockSupport.parkNanos(20_000_000);
            }
        }
    }
}
