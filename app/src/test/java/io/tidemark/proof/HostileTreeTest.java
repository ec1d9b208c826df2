package io.tidemark.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.tidemark.serve.Published;
import io.tidemark.serve.TreeServer;
import io.tidemark.store.QuickDisk;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A plain tree has no signature; what its server may still not do: name files that lie elsewhere, lie about sizes, never end. */
@Timeout(120)
class HostileTreeTest {

    private static final String LISTING = "/db/";
    private static final String FILE = "/db/daily.cvd";
    private static final String CHANNEL = "panoptiscan";

    @TempDir(factory = QuickDisk.class)
    Path base;

    private Path upstream;
    private Path repository;
    private Console console;
    private TreeServer server;
    private Detour detour;

    @BeforeEach
    void live() throws Exception {
        upstream = base.resolve("upstream");
        publish("db/main.cvd", "main");
        publish("db/daily.cvd", "daily");
        server = TreeServer.start(Published.tree(upstream));
        detour = new Detour(server.url());
        repository = base.resolve("panoptiscan.versions");
        console = new Console(base.resolve("workspace.json"));
        console.does(
                "init",
                "" + repository,
                "--kind",
                "tree",
                "--upstream",
                detour.url(),
                "--timeout",
                "1",
                "--attempts",
                "1");
        console.does("update", "" + repository, "--version", "1", "--promote", CHANNEL, "--quiet");
        publish("db/daily.cvd", "daily, a day later");
    }

    @AfterEach
    void stop() throws Exception {
        detour.close();
        server.close();
    }

    private void publish(String path, String content) throws IOException {
        Path file = upstream.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setLastModifiedTime(
                file, FileTime.from(Instant.parse("2022-08-01T10:00:00Z").plusSeconds(content.length())));
    }

    private Ran update() {
        return console.run("update", "" + repository, "--version", "2", "--promote", CHANNEL, "--quiet");
    }

    private void refused(int exit, String path, Detour.Lie lie, String... said) throws Exception {
        SortedMap<String, String> before = Seen.in(base);
        detour.lie(path, lie);
        update().refused(exit, said);
        assertEquals(before, Seen.in(base));
        detour.stopLying();
        update().done();
        assertEquals(
                "daily, a day later", Files.readString(base.resolve(CHANNEL).resolve("db/daily.cvd")));
    }

    private static void listing(OutputStream out, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        say(out, "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + bytes.length + "\r\n\r\n");
        out.write(bytes);
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static String page(String href) {
        return "<html><title>Index of /db/</title><body><a href=\"../\">../</a>\n<a href=\"" + href + "\">x</a>"
                + "   01-Aug-2022 10:00   5\n</body></html>";
    }

    @Test
    void nameThatClimbsOutInDisguise() throws Exception {
        refused(
                3,
                LISTING,
                (client, out) -> listing(out, "text/html", page("%2e%2e%2f%2e%2e%2fevil")),
                "%2e%2e%2fevil",
                LISTING,
                "cannot be carried");
    }

    @Test
    void nameThatClimbsOutInAListingForPrograms() throws Exception {
        String item =
                "[{\"name\":\"../../evil\",\"type\":\"file\",\"mtime\":\"Mon, 01 Aug 2022 10:00:00 GMT\",\"size\":5}]";
        refused(3, LISTING, (client, out) -> listing(out, "application/json", item), "../../evil", "cannot be carried");
    }

    /** Every listing links to the directory above: what lies there is not part of the tree. */
    @Test
    void linksThatLeadElsewhereAreNotFollowed() throws Exception {
        detour.lie(
                LISTING,
                (client, out) -> listing(
                        out,
                        "text/html",
                        page("../../evil").replace("<a href=\"../\"", "<a href=\"/etc/evil\">e</a> <a href=\"../\"")));
        console.run("update", "" + repository, "--version", "2", "--quiet");
        assertFalse(Seen.in(base).keySet().stream().anyMatch(path -> path.contains("evil")));
        assertFalse(detour.asked().stream().anyMatch(path -> path.contains("evil")));
    }

    @Test
    void listingWithoutEnd() throws Exception {
        refused(
                3,
                LISTING,
                (client, out) -> {
                    say(out, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>Index of /db/</title>");
                    for (byte[] junk = new byte[65_536]; ; ) {
                        out.write(junk);
                    }
                },
                LISTING,
                "bytes long");
    }

    @Test
    void fileLongerThanItsListingSays() throws Exception {
        refused(3, FILE, (client, out) -> listing(out, "text/plain", "daily, a day later, and more"), FILE, "promised");
    }

    @Test
    void fileShorterThanItsListingSays() throws Exception {
        refused(3, FILE, (client, out) -> listing(out, "text/plain", "daily"), "db/daily.cvd", "its index promises");
    }

    @Test
    void listingThatIsNone() throws Exception {
        refused(
                3,
                LISTING,
                (client, out) -> listing(out, "text/html", "Please log in"),
                LISTING,
                "not a directory listing");
    }

    @Test
    void serverThatSaysNothing() throws Exception {
        refused(4, LISTING, (client, out) -> client.getInputStream().readAllBytes(), LISTING, "No answer in time");
    }
}
