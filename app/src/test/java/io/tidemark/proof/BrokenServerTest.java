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
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that breaks the rules of the net: the update ends in time, says why, and the next one goes on. */
@Timeout(120)
class BrokenServerTest {

    private static final String INDEX = "/main/x86_64/APKINDEX.tar.gz";

    @TempDir(factory = QuickDisk.class)
    Path base;

    private Mirror mirror;
    private TreeServer server;
    private Detour detour;

    @BeforeEach
    void live() throws Exception {
        mirror = Mirror.at(base);
        server = TreeServer.start(Published.tree(mirror.upstream().root()));
        detour = new Detour(server.url());
        mirror.living(detour.url(), "--timeout", "1", "--attempts", "1");
        mirror.upstream().mutate(30);
    }

    @AfterEach
    void stop() throws Exception {
        detour.close();
        server.close();
    }

    private void refused(int exit, String path, Detour.Lie lie, String... said) throws Exception {
        SortedMap<String, String> before = mirror.seen();
        detour.lie(path, lie);
        mirror.update("--promote", Mirror.CHANNEL, "--allow-boot-critical", "--quiet")
                .refused(exit, said);
        assertEquals(before, mirror.seen());
        detour.stopLying();
        mirror.update("--promote", Mirror.CHANNEL, "--allow-boot-critical", "--quiet")
                .done();
        assertFalse(mirror.live().equals("3.15.4"));
    }

    private String kernel() {
        return mirror.upstream().packageFile("main", "linux-lts").getFileName().toString();
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Test
    void indexWithoutEnd() throws Exception {
        refused(3, INDEX, (client, out) -> endless(out), "APKINDEX", "bytes long");
    }

    @Test
    void packageWithoutEnd() throws Exception {
        String kernel = kernel();
        refused(3, kernel, (client, out) -> endless(out), kernel, "bytes long");
    }

    @Test
    void packageLongerThanPromised() throws Exception {
        String kernel = kernel();
        refused(
                3,
                kernel,
                (client, out) -> {
                    byte[] whole = Files.readAllBytes(mirror.upstream().packageFile("main", "linux-lts"));
                    say(out, "HTTP/1.1 200 OK\r\nContent-Length: " + (whole.length + 1) + "\r\n\r\n");
                    out.write(whole);
                    out.write(0);
                },
                kernel,
                "bytes long",
                "promised");
    }

    private static void endless(OutputStream out) throws IOException {
        say(out, "HTTP/1.1 200 OK\r\n\r\n");
        for (byte[] zeros = new byte[65_536]; ; ) {
            out.write(zeros);
        }
    }

    @Test
    void serverThatSaysNothing() throws Exception {
        refused(4, INDEX, (client, out) -> client.getInputStream().readAllBytes(), "APKINDEX", "No answer in time");
    }

    @Test
    void serverThatFallsSilentInAPackage() throws Exception {
        refused(
                4,
                kernel(),
                (client, out) -> {
                    half(out);
                    client.getInputStream().readAllBytes();
                },
                kernel(),
                "No answer in time");
    }

    @Test
    void bodyThatBreaksOff() throws Exception {
        refused(4, kernel(), (client, out) -> half(out), kernel(), "ended before");
    }

    /** The promised length, and the first half of the true bytes. */
    private void half(OutputStream out) throws IOException {
        byte[] whole = Files.readAllBytes(mirror.upstream().packageFile("main", "linux-lts"));
        say(out, "HTTP/1.1 200 OK\r\nContent-Length: " + whole.length + "\r\n\r\n");
        out.write(whole, 0, whole.length / 2);
        out.flush();
    }

    @Test
    void redirectIntoTheFileSystem() throws Exception {
        String answer = "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n";
        refused(3, INDEX, (client, out) -> say(out, answer), "APKINDEX", "file:///etc/passwd");
    }

    @Test
    void serverThatIsNotThere() throws Exception {
        SortedMap<String, String> before = mirror.seen();
        detour.close();
        mirror.update("--quiet").refused(4, "127.0.0.1", "refused");
        assertEquals(before, mirror.seen());
    }
}
