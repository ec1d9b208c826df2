package io.tidemark.source;

import static io.tidemark.source.Fixtures.JOB;
import static io.tidemark.source.Fixtures.open;
import static io.tidemark.source.Fixtures.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tidemark.model.Problem.Category;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Listings of several servers, and what must not be believed in them. */
@Timeout(30)
class ListingTest {

    private static final String HTML = "Content-Type: text/html\r\n";
    private static final String NGINX = "<html>\r\n<head><title>Index of /a b/</title></head>\r\n<body>\r\n<h1>Index of"
            + " /a b/</h1><hr><pre><a href=\"../\">../</a>\r\n"
            + "<a href=\"x86_64/\">x86_64/</a>                     02-Aug-2022 10:00                   -\r\n"
            + "<a href=\"g%2B%2B.apk\">g++.apk</a>                 02-Aug-2022 10:01               70000\r\n"
            + "<a href=\"long%26.txt\">long&amp;..&gt;</a>         02-Aug-2022 10:02                 12K\r\n"
            + "</pre><hr></body>\r\n</html>\r\n";
    private static final String APACHE = "<html><head><title>Index of /pub</title></head><body><h1>Index of /pub</h1>"
            + "<table><tr><th><a href=\"?C=N;O=D\">Name</a></th><th><a href=\"?C=M;O=A\">Last modified</a></th></tr>\n"
            + "<tr><td><a href=\"/\">Parent Directory</a></td><td>&nbsp;</td><td align=\"right\">  - </td></tr>\n"
            + "<tr><td><a href=\"db/\">db/</a></td><td align=\"right\">2022-08-02 10:00  </td><td>  - </td></tr>\n"
            + "<tr><td><a href=\"a&amp;b.cvd\">a&amp;b.cvd</a></td><td align=\"right\">2022-08-02 10:01  </td>"
            + "<td align=\"right\">1.2M</td></tr>\n"
            + "<tr><td><a href=\"small\">small</a></td><td align=\"right\">2022-08-02 10:02  </td><td>123 </td></tr>\n"
            + "</table><address>Apache Server at <a href=\"mailto:root@localhost\">x</a></address></body></html>";
    private static final String PYTHON =
            "<!DOCTYPE HTML><title>Directory listing for /</title><h1>Directory listing for"
                    + " /</h1><ul><li><a href=\"db/\">db/</a></li>\n<li><a href=\"file%20one\">file one</a></li></ul>";

    private static List<Entry> list(String headers, String page) throws Exception {
        try (EvilServer server = EvilServer.saying("200 OK", headers, page);
                Source source = open(server.url() + "pub", 1)) {
            return source.list("", JOB).stream()
                    .sorted(Comparator.comparing(Entry::name))
                    .toList();
        }
    }

    private static Optional<Instant> at(String time) {
        return Optional.of(Instant.parse("2022-08-02T" + time + ":00Z"));
    }

    private static Entry file(String name, long size, Optional<Instant> modified) {
        return new Entry(name, Entry.Type.FILE, size, modified, Optional.empty());
    }

    private static Entry directory(String name, Optional<Instant> modified) {
        return new Entry(name, Entry.Type.DIRECTORY, -1, modified, Optional.empty());
    }

    @Test
    void readsNginx() throws Exception {
        List<Entry> expected = List.of(
                file("g++.apk", 70_000, at("10:01")),
                file("long&.txt", -1, at("10:02")),
                directory("x86_64", at("10:00")));
        assertEquals(expected, list(HTML, NGINX));
    }

    @Test
    void readsNginxJson() throws Exception {
        String page = "[{\"name\":\"sub\",\"type\":\"directory\",\"mtime\":\"Tue, 02 Aug 2022 10:00:00 GMT\"},"
                + "{\"name\":\"a+b\",\"type\":\"file\",\"mtime\":\"Tue, 02 Aug 2022 10:01:00 GMT\",\"size\":7},"
                + "{\"name\":\"pipe\",\"type\":\"other\",\"mtime\":\"Tue, 02 Aug 2022 10:01:00 GMT\"}]";
        List<Entry> expected = List.of(
                file("a+b", 7, at("10:01")),
                new Entry("pipe", Entry.Type.SPECIAL, -1, at("10:01"), Optional.empty()),
                directory("sub", at("10:00")));
        assertEquals(expected, list("Content-Type: application/json\r\n", page));
    }

    @Test
    void readsApache() throws Exception {
        List<Entry> expected = List.of(
                file("a&b.cvd", -1, at("10:01")), directory("db", at("10:00")), file("small", 123, at("10:02")));
        assertEquals(expected, list(HTML, APACHE));
    }

    @Test
    void readsLighttpdAndPython() throws Exception {
        String lighttpd = "<title>Index of /pub/</title><table><tr class=\"d\"><td class=\"n\"><a"
                + " href=\"../\">..</a>/</td></tr><tr><td class=\"n\"><a href=\"x.iso\">x.iso</a></td><td"
                + " class=\"m\">2022-Aug-02 10:01:00</td><td class=\"s\">1.2K</td></tr></table>";
        assertEquals(List.of(file("x.iso", -1, at("10:01"))), list(HTML, lighttpd));
        assertEquals(
                List.of(directory("db", Optional.empty()), file("file one", -1, Optional.empty())), list(HTML, PYTHON));
    }

    @Test
    void passesOverLinksToOtherPlaces() throws Exception {
        String page =
                "<title>Index of</title><a href=\"http://elsewhere.example/pub/x\">x</a><a href=\"/other/x\">x</a><a"
                        + " href=\"//elsewhere.example/pub/y\">y</a><a href=\"deeper/than/one\">z</a><a"
                        + " href=\"./\">.</a><a href=\"../pub/\">self</a><a href=\"javascript:alert(1)\">j</a><a"
                        + " name=\"x\">n</a><a href='kept'>k</a><a href=\"../../..\">up</a>";
        assertEquals(List.of(file("kept", -1, Optional.empty())), list(HTML, page));
    }

    @Test
    void refusesNamesThatLeaveOrHide() throws Exception {
        for (String href : new String[] {
            "%2e%2e/",
            "%2E%2E%2Fetc",
            "a%2fb",
            "a%5Cb",
            "a%00b",
            "a%0Ab",
            "%1b[31m",
            "%ff",
            "%zz",
            "a%",
            "x".repeat(300)
        }) {
            refusedPage("upstream.name", HTML, "<title>Index of</title><a href=\"" + href + "\">x</a>");
        }
        refusedPage("upstream.name", "Content-Type: application/json\r\n", "[{\"name\":\"../x\",\"type\":\"file\"}]");
    }

    @Test
    void refusesPagesThatAreNoListing() throws Exception {
        refusedPage("upstream.listing", HTML, "<html><title>Welcome</title><a href=\"about\">about us</a></html>");
        refusedPage("upstream.listing", "Content-Type: text/plain\r\n", "a\nb\n");
        refusedPage("upstream.listing", "Content-Type: application/json\r\n", "{\"name\":1}");
        refusedPage("upstream.listing", "Content-Type: application/json\r\n", "[".repeat(5000));
        refusedPage(
                "upstream.listing", "Content-Type: application/json\r\n", "[{\"size\":" + "9".repeat(10_000) + "}]");
    }

    @Test
    void refusesAnEndlessPage() throws Exception {
        EvilServer.Script script = (n, request, wire) -> {
            wire.say("HTTP/1.1 200 OK\r\n" + HTML + "\r\n<title>Index of</title>");
            String line = "<a href=\"f" + "0".repeat(100) + "\">f</a>\n".repeat(1);
            while (true) {
                wire.say(line.repeat(1000));
            }
        };
        try (EvilServer server = new EvilServer(script);
                Source source = open(server.url(), 1)) {
            refused("upstream.size", Category.REFUSED, () -> source.list("", JOB));
        }
    }

    @Test
    void readsAPageOfBracketsInTime() throws Exception {
        String page = "<title>Index of</title>" + "<a ".repeat(300_000) + "<".repeat(300_000);
        assertEquals(List.of(), list(HTML, page));
    }

    private static void refusedPage(String code, String headers, String page) {
        refused(code, Category.REFUSED, () -> list(headers, page));
    }
}
