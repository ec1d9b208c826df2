package io.tidemark.source;

import static io.tidemark.source.Fixtures.JOB;
import static io.tidemark.source.Fixtures.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.Problem.Category;
import io.tidemark.model.TransferSettings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ProxyTest {

    private static Source open(String url, String setting, Map<String, String> environment) throws Exception {
        TransferSettings settings = new TransferSettings(2, 0, 1, 15, setting, "");
        return new UrlSources(Clock.systemUTC(), new ArrayList<>()::add, environment).open(url, settings);
    }

    private static void assertProxied(String setting, Map<String, String> environment, EvilServer proxy)
            throws Exception {
        try (Source source = open("http://mirror.example/alpine", setting, environment)) {
            assertEquals("via proxy".length(), source.read("a file", 100, JOB).length);
            String request = proxy.requests().getLast();
            assertTrue(
                    request.startsWith("GET http://mirror.example/alpine/a%20file HTTP/1.1\nHost: mirror.example\n"),
                    request);
        }
    }

    @Test
    void asksTheProxyForTheWholeAddress() throws Exception {
        try (EvilServer proxy = EvilServer.saying("200 OK", "", "via proxy")) {
            String address = proxy.url();
            assertProxied(address, Map.of("http_proxy", "http://127.0.0.1:1"), proxy);
            assertProxied("", Map.of("http_proxy", address), proxy);
            assertProxied("", Map.of("all_proxy", address), proxy);
            assertProxied(address.replace("http://", "").replace("/", ""), Map.of(), proxy);
        }
    }

    @Test
    void doesNotTakeAProxyFromARequestHeader() throws Exception {
        try (EvilServer server = EvilServer.saying("200 OK", "", "direct");
                Source source = open(server.url(), "", Map.of("HTTP_PROXY", "http://127.0.0.1:1"))) {
            assertEquals(6, source.read("file", 10, JOB).length);
        }
    }

    @Test
    void leavesOutWhatTheEnvironmentExcepts() throws Exception {
        for (String except : new String[] {"127.0.0.1", "other, 127.0.0.1", "*"}) {
            try (EvilServer server = EvilServer.saying("200 OK", "", "direct");
                    Source source =
                            open(server.url(), "", Map.of("http_proxy", "http://127.0.0.1:1", "no_proxy", except))) {
                assertEquals(6, source.read("file", 10, JOB).length, except);
            }
        }
        try (EvilServer proxy = EvilServer.saying("200 OK", "", "via proxy")) {
            assertProxied("", Map.of("http_proxy", proxy.url(), "no_proxy", "example.org,notmirror.example"), proxy);
        }
    }

    @Test
    void refusesWhatIsNoProxy() throws Exception {
        try (Source source = open("http://mirror.example/", "socks5://127.0.0.1:1080", Map.of())) {
            refused("upstream.proxy", Category.REFUSED, () -> source.read("file", 10, JOB));
        }
    }
}
