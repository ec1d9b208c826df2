package io.tidemark.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.RealEngine;
import io.tidemark.cli.CommandLineFace;
import io.tidemark.serve.Published;
import io.tidemark.serve.TreeServer;
import io.tidemark.store.QuickDisk;
import io.tidemark.testkit.NeedsProgram;
import io.tidemark.testkit.OwnLoopback;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is made is published by any web server, and what travels to make it is only what changed. */
@Timeout(120)
class PublishedTest {

    private static final String INDEX = "main/x86_64/APKINDEX.tar.gz";

    @TempDir(factory = QuickDisk.class)
    Path base;

    private final HttpClient client = HttpClient.newHttpClient();
    private Mirror mirror;
    private TreeServer server;
    private Detour detour;

    @BeforeEach
    void live() throws Exception {
        mirror = Mirror.at(base, new Console(base.resolve("workspace.json")), 100);
        server = TreeServer.start(Published.tree(mirror.upstream().root()));
        detour = new Detour(server.url());
        mirror.living(detour.url());
        detour.asked();
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        detour.close();
        server.close();
    }

    private HttpResponse<byte[]> get(String url) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private void publishes(String url) throws Exception {
        byte[] index =
                Files.readAllBytes(mirror.upstream().root().resolve("v3.15").resolve(INDEX));
        assertArrayEquals(index, get(url + Mirror.CHANNEL + "/" + INDEX).body());
        assertArrayEquals(index, get(url + "3.15.4/" + INDEX).body());
        Path kernel = mirror.upstream().packageFile("main", "linux-lts");
        String path = Mirror.CHANNEL + "/main/x86_64/" + kernel.getFileName();
        assertArrayEquals(Files.readAllBytes(kernel), get(url + path).body());
    }

    @Test
    @NeedsProgram("nginx")
    void nginxPublishesIt() throws Exception {
        String host = OwnLoopback.address().getHostAddress();
        int port = OwnLoopback.freePort();
        Path place = Files.createDirectory(base.resolve("nginx"));
        Path config = place.resolve("nginx.conf");
        Files.writeString(config, """
            daemon off; master_process off; pid PLACE/pid; error_log PLACE/error.log;
            events {}
            http {
              access_log off; client_body_temp_path PLACE/a; proxy_temp_path PLACE/b;
              fastcgi_temp_path PLACE/c; uwsgi_temp_path PLACE/d; scgi_temp_path PLACE/e;
              server { listen HOST:PORT; root ROOT; autoindex on; }
            }
            """.replace("PLACE", "" + place)
                .replace("HOST", host)
                .replace("PORT", "" + port)
                .replace("ROOT", mirror.place()));
        Process nginx = new ProcessBuilder("nginx", "-e", place + "/error.log", "-p", "" + place, "-c", "" + config)
                .redirectErrorStream(true)
                .redirectOutput(place.resolve("out").toFile())
                .start();
        try {
            awaitPort(port, nginx);
            publishes("http://" + host + ":" + port + "/");
        } finally {
            nginx.destroy();
            assertTrue(nginx.waitFor(20, TimeUnit.SECONDS));
        }
    }

    private static void awaitPort(int port, Process nginx) throws IOException, InterruptedException {
        while (nginx.isAlive()) {
            try (var _ = new java.net.Socket(OwnLoopback.address(), port)) {
                return;
            } catch (java.net.ConnectException notYet) {
                nginx.waitFor(20, TimeUnit.MILLISECONDS);
            }
        }
        throw new AssertionError("nginx ended with " + nginx.exitValue());
    }

    @Test
    void serveCommandPublishesItAndHidesWhatIsOurs() throws Exception {
        PipedOutputStream said = new PipedOutputStream();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(new PipedInputStream(said), StandardCharsets.UTF_8));
        Thread serving = Thread.ofPlatform().daemon().start(() -> serve(said));
        try {
            String line = lines.readLine();
            String url = line.replaceFirst(".* at (http://\\S+/) .*", "$1");
            publishes(url);
            for (String hidden :
                    List.of(".tidemark/", ".tidemark/repository.json", "3.15.4/../.tidemark/journal.jsonl")) {
                assertEquals(404, get(url + hidden).statusCode(), hidden);
            }
            assertTrue(!new String(get(url).body(), StandardCharsets.UTF_8).contains(".tidemark"));
        } finally {
            serving.interrupt();
            serving.join(20_000);
        }
    }

    private void serve(OutputStream said) {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        new CommandLineFace(RealEngine::make, (file, language) -> 70, out, err)
                .run("serve", mirror.place(), "--workspace", "" + base.resolve("workspace.json"), "--lang", "en");
    }

    @Test
    void anUnchangedUpstreamCostsAtMostTenRequests() throws Exception {
        long before = server.requests();
        mirror.update().done().says("nothing to do");
        assertTrue(server.requests() - before <= 10, "requests: " + detour.asked());
    }

    @Test
    void onlyWhatChangedTravels() throws Exception {
        Set<String> old = packages();
        mirror.upstream().mutate(2);
        Set<String> fresh = packages();
        fresh.removeAll(old);
        assertTrue(fresh.size() >= 5 && fresh.size() <= 12, fresh::toString);
        mirror.update("--quiet").done();
        List<String> asked = detour.asked();
        Set<String> fetched = asked.stream()
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .filter(name -> name.endsWith(".apk"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(fresh, fetched);
        assertEquals(
                List.of(),
                asked.stream()
                        .filter(path -> path.matches(".*\\.iso|.*/netboot.*/.+"))
                        .toList());
        assertTrue(asked.size() - fetched.size() <= 12, asked::toString);
    }

    private Set<String> packages() throws IOException {
        try (Stream<Path> files = Files.walk(mirror.upstream().root())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".apk"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
