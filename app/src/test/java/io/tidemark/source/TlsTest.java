package io.tidemark.source;

import static io.tidemark.source.Fixtures.JOB;
import static io.tidemark.source.Fixtures.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.Problem;
import io.tidemark.model.Problem.Category;
import io.tidemark.model.TransferSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Secure connections: whom we believe, and that time is bounded inside them too. */
@Timeout(90)
class TlsTest {

    @TempDir
    static Path keys;

    private static Certificates ours;
    private static Certificates elsewhere;

    @BeforeAll
    static void make() throws Exception {
        ours = Certificates.make(keys, "ours", "ip:127.0.0.1,dns:localhost");
        elsewhere = Certificates.make(keys, "elsewhere", "dns:elsewhere.example");
    }

    private static EvilServer secure(Certificates shown, EvilServer.Script script) throws Exception {
        SSLContext context = shown.context();
        return new EvilServer(context.getServerSocketFactory().createServerSocket(0, 50, EvilServer.LOOPBACK), script);
    }

    private static Source open(String url, String caFile, Map<String, String> environment) throws Exception {
        return open(url, caFile, environment, 15);
    }

    private static Source open(String url, String caFile, Map<String, String> environment, int seconds)
            throws Exception {
        TransferSettings settings = new TransferSettings(2, 0, 2, seconds, "", caFile);
        return new UrlSources(Clock.systemUTC(), new ArrayList<>()::add, environment).open(url, settings);
    }

    private static Source open(String url, String caFile) throws Exception {
        return open(url, caFile, Map.of());
    }

    private static String secured(EvilServer server) {
        return server.url().replace("http:", "https:");
    }

    @Test
    void believesAPrivateAuthorityOnceTold() throws Exception {
        try (EvilServer server = secure(ours, (n, request, wire) -> wire.reply("200 OK", "", "body"));
                Source source = open(secured(server), ours.pem())) {
            assertEquals(4, source.read("file", 10, JOB).length);
            assertEquals(4, source.read("file", 10, JOB).length);
        }
    }

    @Test
    void doesNotBelieveWhatNobodyVouchesFor() throws Exception {
        try (EvilServer server = secure(ours, (n, request, wire) -> wire.reply("200 OK", "", "body"));
                Source source = open(secured(server), "")) {
            Problem problem =
                    refused("upstream.unreachable.tls", Category.UNREACHABLE, () -> source.read("file", 10, JOB));
            assertTrue(problem.args().get("reason").contains("certif"), problem::toString);
            assertEquals(0, server.requests().size());
        }
    }

    @Test
    void doesNotBelieveACertificateForAnotherName() throws Exception {
        try (EvilServer server = secure(elsewhere, (n, request, wire) -> wire.reply("200 OK", "", "body"));
                Source source = open(secured(server), elsewhere.pem())) {
            refused("upstream.unreachable.tls", Category.UNREACHABLE, () -> source.read("file", 10, JOB));
        }
    }

    @Test
    void waitsNoLongerForAHandshakeThanForAnythingElse() throws Exception {
        try (EvilServer mute = new EvilServer((n, request, wire) -> wire.silence());
                Source source = open(secured(mute), ours.pem(), Map.of(), 1)) {
            refused("upstream.timeout", Category.UNREACHABLE, () -> source.read("file", 10, JOB));
        }
    }

    @Test
    void cutsASilentBodyInside() throws Exception {
        EvilServer.Script script = (n, request, wire) -> {
            wire.say("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
            wire.silence();
        };
        try (EvilServer server = secure(ours, script);
                Source source = open(secured(server), ours.pem(), Map.of(), 3)) {
            refused("upstream.timeout", Category.UNREACHABLE, () -> source.read("file", 10, JOB));
        }
    }

    @Test
    void goesUpToTheSecureSideButNeverDown() throws Exception {
        try (EvilServer top = secure(ours, (n, request, wire) -> wire.reply("200 OK", "", "secure"));
                EvilServer plain = new EvilServer(
                        (n, request, wire) -> wire.reply("301 Moved", "Location: " + secured(top) + "file\r\n", ""));
                Source source = open(plain.url(), ours.pem())) {
            assertEquals("secure", new String(source.read("file", 10, JOB), StandardCharsets.UTF_8));
        }
        try (EvilServer plain = EvilServer.saying("200 OK", "", "plain");
                EvilServer top = secure(
                        ours,
                        (n, request, wire) -> wire.reply("301 Moved", "Location: " + plain.url() + "file\r\n", ""));
                Source source = open(secured(top), ours.pem())) {
            refused("upstream.redirect", Category.REFUSED, () -> source.read("file", 10, JOB));
        }
    }

    @Test
    void saysWhenTheAuthoritiesCannotBeRead() throws Exception {
        Path garbage = Files.writeString(keys.resolve("garbage.pem"), "nothing of the kind");
        for (String file : new String[] {garbage.toString(), "/no/such/file.pem"}) {
            try (Source source = open("https://127.0.0.1:1/", file)) {
                Problem problem = refused("upstream.ca", Category.USAGE, () -> source.read("file", 10, JOB));
                assertEquals(file, problem.args().get("object"));
            }
        }
    }

    @Test
    void tunnelsThroughAProxy() throws Exception {
        try (EvilServer server = secure(ours, (n, request, wire) -> wire.reply("200 OK", "", "body"));
                TunnelProxy proxy = new TunnelProxy();
                Source source = open(secured(server), ours.pem(), Map.of("https_proxy", proxy.url("me:secret@")))) {
            assertEquals(4, source.read("file", 10, JOB).length);
            assertTrue(proxy.asked().startsWith("CONNECT 127.0.0.1:"), proxy::asked);
            assertTrue(proxy.asked().contains("Proxy-Authorization: Basic bWU6c2VjcmV0"), proxy::asked);
            assertTrue(server.requests().stream().noneMatch(r -> r.contains("Proxy-")));
        }
    }

    @Test
    void saysWhenTheProxyRefuses() throws Exception {
        try (EvilServer proxy = EvilServer.saying("403 Forbidden", "", "");
                Source source = open("https://127.0.0.1:1/", ours.pem(), Map.of("HTTPS_PROXY", proxy.url()))) {
            Problem problem =
                    refused("upstream.proxy.refused", Category.UNREACHABLE, () -> source.read("file", 10, JOB));
            assertEquals("403", problem.args().get("status"));
        }
    }
}
