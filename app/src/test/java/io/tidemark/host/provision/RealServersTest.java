package io.tidemark.host.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.HostProfile;
import io.tidemark.testkit.NeedsProgram;
import io.tidemark.testkit.OwnLoopback;
import io.tidemark.testkit.Skips;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is made for servers is understood by them, and none of them serves what begins with a dot. */
@Timeout(120)
class RealServersTest {

    @TempDir
    Path temp;

    private Path root;
    private String host;
    private int port;

    @BeforeEach
    void publish() throws Exception {
        root = Files.createDirectory(temp.resolve("a mirror's root"));
        Path version = Files.createDirectories(root.resolve("alpine/v3.15/main"));
        Files.writeString(version.resolve("index"), "packages");
        Files.createSymbolicLink(root.resolve("alpine/latest-stable"), Path.of("v3.15"));
        Files.createDirectories(root.resolve("alpine/.tidemark"));
        Files.writeString(root.resolve("alpine/.tidemark/config.json"), "{}");
        Files.createDirectories(root.resolve("alpine/v3.15/.hidden"));
        Files.writeString(root.resolve("alpine/v3.15/.hidden/file"), "hidden");
        Files.createDirectories(root.resolve(".well-known/acme-challenge"));
        Files.writeString(root.resolve(".well-known/acme-challenge/token"), "token");
        everybodyMayRead();
        host = OwnLoopback.address().getHostAddress();
        port = OwnLoopback.freePort();
    }

    private void everybodyMayRead() throws Exception {
        for (Path path = temp; path != null && path.getNameCount() > 1; path = path.getParent()) {
            assertEquals(0, run(temp, "chmod", "a+rx", path.toString()).status);
        }
    }

    private HostProfile profile(HostProfile.WebServer server, HostProfile.Tls tls) throws Exception {
        HostProfile.Tree alpine = new HostProfile.Tree(
                "alpine", root.resolve("alpine").toString(), "Alpine; it's ours", List.of("latest-stable"));
        HostProfile.Web web = new HostProfile.Web(server, "mirror.example.org", Optional.of(host), port, tls);
        HostProfile.Pull pull = new HostProfile.Pull("alpine", "rsync://hub.example.org/alpine", 6, 17);
        String account = run(temp, "id", "-un").output.strip();
        return new HostProfile(
                account,
                "/var/lib/mirror",
                root.toString(),
                List.of(alpine),
                web,
                25,
                true,
                List.of(pull),
                false,
                List.of());
    }

    private DesiredFile file(HostProfile profile, String suffix) throws Exception {
        return DesiredState.of(profile, SystemFamily.DEBIAN).files().stream()
                .filter(file -> file.path().endsWith(suffix))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @NeedsProgram("nginx")
    void nginxUnderstandsItsSite() throws Exception {
        String site = file(profile(HostProfile.WebServer.NGINX, new HostProfile.Tls.None()), "/tidemark")
                .content();
        Path conf = Files.writeString(temp.resolve("nginx.conf"), """
            daemon off; master_process off; pid %1$s/pid; error_log %1$s/error.log; events {}
            http { access_log off; client_body_temp_path %1$s/a; proxy_temp_path %1$s/b;
            fastcgi_temp_path %1$s/c; uwsgi_temp_path %1$s/d; scgi_temp_path %1$s/e;
            %2$s }
            """.formatted(temp, site));
        String[] nginx = {"nginx", "-e", temp + "/error.log", "-c", conf.toString()};
        Run test = run(temp, with(nginx, "-t"));
        assertEquals(0, test.status, test.output);
        assertTrue(test.output.contains("successful"), test.output);
        served(nginx, "http");
    }

    @Test
    @NeedsProgram({"nginx", "openssl"})
    void nginxTakesACertificateOfTheSite() throws Exception {
        HostProfile.Tls own = certificate();
        String site =
                file(profile(HostProfile.WebServer.NGINX, own), "/tidemark").content();
        Path conf = Files.writeString(
                temp.resolve("nginx.conf"),
                "pid " + temp + "/pid; events {}\nhttp { client_body_temp_path " + temp + "/a;\n" + site + "}\n");
        Run test = run(temp, "nginx", "-e", temp + "/error.log", "-c", conf.toString(), "-t");
        assertTrue(test.output.contains("successful"), test.output);
    }

    private HostProfile.Tls.Own certificate() throws Exception {
        Path key = temp.resolve("key.pem");
        Path certificate = temp.resolve("certificate.pem");
        Run made = run(
                temp,
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-nodes",
                "-subj",
                "/CN=mirror.example.org",
                "-keyout",
                key.toString(),
                "-out",
                certificate.toString());
        assertEquals(0, made.status, made.output);
        return new HostProfile.Tls.Own(certificate.toString(), key.toString());
    }

    @Test
    @NeedsProgram("apache2")
    void apacheUnderstandsItsSite() throws Exception {
        String site = file(profile(HostProfile.WebServer.APACHE, new HostProfile.Tls.None()), "/tidemark.conf")
                .content();
        StringBuilder conf = new StringBuilder(
                "ServerRoot \"%1$s\"%nPidFile \"%1$s/pid\"%nErrorLog \"%1$s/errors\"%n".formatted(temp));
        conf.append("ServerName localhost\nMutex \"file:").append(temp).append("\" default\n");
        if (run(temp, "id", "-u").output.strip().equals("0")) {
            conf.append("User nobody\nGroup nogroup\n");
        }
        for (String module : List.of(
                "mpm_event", "authz_core", "dir", "mime", "alias", "autoindex", "filter", "deflate", "headers")) {
            conf.append("LoadModule %1$s_module /usr/lib/apache2/modules/mod_%1$s.so%n".formatted(module));
        }
        conf.append("TypesConfig /etc/mime.types\n<Directory />\nRequire all denied\n</Directory>\n")
                .append(site);
        Path file = Files.writeString(temp.resolve("apache.conf"), conf);
        String[] apache = {"apache2", "-f", file.toString(), "-DFOREGROUND"};
        Run test = run(temp, with(apache, "-t"));
        assertEquals(0, test.status, test.output);
        served(apache, "http");
    }

    private void served(String[] server, String scheme) throws Exception {
        Process process = start(server);
        try (HttpClient client = HttpClient.newHttpClient()) {
            String base = scheme + "://" + host + ":" + port;
            HttpResponse<String> index = get(client, base + "/alpine/v3.15/main/index");
            assertEquals("packages", index.body());
            assertEquals(
                    Caching.LONG, index.headers().firstValue("Cache-Control").orElse(""));
            HttpResponse<String> moving = get(client, base + "/alpine/latest-stable/main/index");
            assertEquals("packages", moving.body());
            assertEquals(
                    Caching.SHORT, moving.headers().firstValue("Cache-Control").orElse(""));
            HttpResponse<String> list = get(client, base + "/alpine/");
            assertTrue(list.body().contains("latest-stable"), list.body());
            assertFalse(list.body().contains("tidemark"), list.body());
            assertEquals(
                    Caching.SHORT, list.headers().firstValue("Cache-Control").orElse(""));
            for (String hidden : List.of(
                    "/alpine/.tidemark/",
                    "/alpine/.tidemark/config.json",
                    "/alpine/v3.15/.hidden/file",
                    "/alpine/%2etidemark/config.json",
                    "/alpine/latest-stable/.hidden/file",
                    "/")) {
                assertEquals(404, get(client, base + hidden).statusCode(), hidden);
            }
            assertEquals(
                    "token",
                    get(client, base + "/.well-known/acme-challenge/token").body());
        } finally {
            stop(process);
        }
    }

    private static HttpResponse<String> get(HttpClient client, String url) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    @NeedsProgram("rsync")
    void rsyncServesWhatHasNoDot() throws Exception {
        Skips.unless(
                run(temp, "id", "-u").output.strip().equals("0"),
                "needs root: the daemon changes its root directory for each client");
        Path conf = Files.writeString(
                temp.resolve("rsyncd.conf"),
                file(profile(HostProfile.WebServer.NGINX, new HostProfile.Tls.None()), "/rsyncd.conf")
                        .content());
        Process daemon =
                start("rsync", "--daemon", "--no-detach", "--config=" + conf, "--address=" + host, "--port=" + port);
        try {
            Path copy = temp.resolve("copy");
            String from = "rsync://" + host + ":" + port + "/alpine/";
            Run fetched = run(temp, "rsync", "-rlt", from, copy + "/");
            assertEquals(0, fetched.status, fetched.output);
            assertEquals("packages", Files.readString(copy.resolve("v3.15/main/index")));
            assertEquals(
                    "v3.15",
                    Files.readSymbolicLink(copy.resolve("latest-stable")).toString());
            assertFalse(Files.exists(copy.resolve(".tidemark")));
            assertFalse(Files.exists(copy.resolve("v3.15/.hidden")));
            assertFalse(run(temp, "rsync", from + ".tidemark/config.json", copy + "/").status == 0);
            assertTrue(run(temp, "rsync", "rsync://" + host + ":" + port + "/")
                    .output
                    .contains("Alpine; it's ours"));
        } finally {
            stop(daemon);
        }
    }

    @Test
    @NeedsProgram({"vsftpd", "wget"})
    void vsftpdServesWhatHasNoDot() throws Exception {
        Skips.unless(run(temp, "id", "-u").output.strip().equals("0"), "needs root: vsftpd changes its root directory");
        Path conf = Files.writeString(
                temp.resolve("vsftpd.conf"),
                file(profile(HostProfile.WebServer.NGINX, new HostProfile.Tls.None()), "/vsftpd.conf")
                        .content());
        Path empty = Files.createDirectory(temp.resolve("empty"));
        Process server = start(
                "vsftpd",
                conf.toString(),
                "-olisten_address=" + host,
                "-olisten_port=" + port,
                "-osecure_chroot_dir=" + empty,
                "-obackground=NO",
                "-oseccomp_sandbox=NO",
                "-oisolate=NO",
                "-oisolate_network=NO");
        try {
            String base = "ftp://" + host + ":" + port + "/alpine/";
            Run index = run(temp, "wget", "-q", "-O", "-", "--tries=1", base + "v3.15/main/index");
            assertEquals("packages", index.output, index.output);
            assertFalse(run(temp, "wget", "-q", "-O", "-", "--tries=1", base + ".tidemark/config.json").status == 0);
            assertFalse(run(temp, "wget", "-q", "-O", "-", "--tries=1", base + "v3.15/.hidden/file").status == 0);
        } finally {
            stop(server);
        }
    }

    @Test
    @NeedsProgram("systemd-analyze")
    void systemdUnderstandsServicesAndTimers() throws Exception {
        List<String> command =
                new ArrayList<>(List.of("systemd-analyze", "verify", "--man=no", "--recursive-errors=no"));
        HostProfile profile = profile(HostProfile.WebServer.NGINX, new HostProfile.Tls.None());
        for (DesiredFile file : DesiredState.of(profile, SystemFamily.DEBIAN).files()) {
            if (file.check() == DesiredFile.Check.SYSTEMD) {
                Path unit = temp.resolve(Path.of(file.path()).getFileName());
                command.add(Files.writeString(unit, file.content()).toString());
            }
        }
        assertEquals(6, command.size());
        Run verified = run(temp, command.toArray(String[]::new));
        assertFalse(verified.output.contains("tidemark-pull"), verified.output);
        assertEquals(0, verified.status, verified.output);
    }

    @Test
    @NeedsProgram("rsync")
    void whatPullsATreeIsUnderstoodByRsync() throws Exception {
        HostProfile profile = profile(HostProfile.WebServer.NGINX, new HostProfile.Tls.None());
        Path from = Files.createDirectory(temp.resolve("from"));
        Files.writeString(from.resolve("new"), "new");
        HostProfile.Pull pull = new HostProfile.Pull("alpine", from.toString(), 6, 17);
        String command =
                PullUnits.command(pull, profile.tree("alpine").orElseThrow()).replace(" --contimeout=60", "");
        Run pulled = run(temp, "sh", "-c", command);
        assertEquals(0, pulled.status, pulled.output);
        assertEquals("new", Files.readString(root.resolve("alpine/new")));
        assertFalse(Files.exists(root.resolve("alpine/v3.15")));
        assertTrue(Files.exists(root.resolve("alpine/.tidemark/config.json")));
    }

    private record Run(int status, String output) {}

    private static String[] with(String[] command, String more) {
        String[] all = Arrays.copyOf(command, command.length + 1);
        all[command.length] = more;
        return all;
    }

    private static Run run(Path directory, String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    private Process start(String... command) throws Exception {
        Path said = temp.resolve("said");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        while (process.isAlive()) {
            try (Socket socket = new Socket(host, port)) {
                assertTrue(socket.isConnected());
                return process;
            } catch (ConnectException notYet) {
                process.waitFor(20, TimeUnit.MILLISECONDS);
            }
        }
        throw new AssertionError(Files.readString(said));
    }

    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
    }
}
