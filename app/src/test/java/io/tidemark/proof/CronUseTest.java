package io.tidemark.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.serve.Published;
import io.tidemark.serve.TreeServer;
import io.tidemark.store.QuickDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code update --promote C --quiet} as a cron line runs it every night. */
class CronUseTest {

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
        mirror.living(detour.url());
        detour.asked();
    }

    @AfterEach
    void stop() throws Exception {
        detour.close();
        server.close();
    }

    private Ran night() {
        return mirror.update("--promote", Mirror.CHANNEL, "--quiet");
    }

    private static void silent(Ran ran) {
        ran.done();
        assertEquals("", ran.out() + ran.err());
    }

    @Test
    void saysNothingWhenAllIsWell() throws Exception {
        silent(night());
        mirror.console().does("configure", mirror.place(), "--let-boot-critical", Mirror.CHANNEL);
        mirror.upstream().mutate(10);
        mirror.upstream().pointRelease();
        silent(night());
        assertEquals("3.15.5", mirror.live());
    }

    @Test
    void stopsBeforeAChangeThatClientsBootFrom() throws Exception {
        mirror.upstream().pointRelease();
        night().refused(3, "3.15.5 is made and sealed", Mirror.CHANNEL, "linux-lts", "promote");
        assertEquals("3.15.4", mirror.live());
        mirror.console().does("versions", mirror.place()).says("3.15.5");
        mirror.console().does("verify", mirror.place(), "3.15.5");
        mirror.console().does("promote", mirror.place(), "3.15.5", "--channel", Mirror.CHANNEL);
        assertEquals("3.15.5", mirror.live());
    }

    @Test
    void leavesAHeldChannelAloneAndFetchesNothing() throws Exception {
        mirror.upstream().pointRelease();
        mirror.update("--promote", Mirror.CHANNEL, "--allow-boot-critical").done();
        mirror.console().does("rollback", mirror.place(), "--channel", Mirror.CHANNEL, "--reason", "i915 stops");
        mirror.upstream().mutate(30);
        SortedMap<String, String> before = mirror.seen();
        detour.asked();
        night().refused(3, Mirror.CHANNEL, "held", "i915 stops", "release");
        List<String> content = detour.asked().stream()
                .filter(path -> path.matches(".*\\.(apk|iso|img|tar\\.gz)") && !path.contains("APKINDEX"))
                .toList();
        assertEquals(List.of(), content);
        assertEquals(before, mirror.seen());
        mirror.console().does("release", mirror.place(), "--channel", Mirror.CHANNEL, "--reason", "fixed");
        mirror.update("--promote", Mirror.CHANNEL, "--allow-boot-critical", "--quiet")
                .done();
        assertTrue(mirror.live().startsWith("3.15.5-"), mirror.live());
    }

    @Test
    void dryRunWritesNothing() throws Exception {
        mirror.upstream().mutate(30);
        var before = Seen.in(mirror.dir().resolve(".tidemark"));
        mirror.update("--dry-run").done().says("Fetch from upstream", "To carry it out");
        assertEquals(before, Seen.in(mirror.dir().resolve(".tidemark")));
    }

    @Test
    void aNameStandsForADirectoryInTheWorkspaceThatWasNamed() throws Exception {
        assertEquals("", mirror.console().does("update", "alpine", "--quiet").err());
        assertTrue(Files.readString(base.resolve("workspace.json")).contains(mirror.place()));
    }

    @Test
    void monitoringHearsOfAHold() {
        assertEquals(
                0, mirror.console().run("status", mirror.place(), "--check").exit());
        mirror.console().does("snapshot", mirror.place(), "3.15.4", "3.15.4-kept");
        mirror.console().does("promote", mirror.place(), "3.15.4-kept", "--channel", Mirror.CHANNEL);
        mirror.console().does("rollback", mirror.place(), "--channel", Mirror.CHANNEL);
        Ran check = mirror.console().run("status", mirror.place(), "--check");
        assertEquals(1, check.exit(), check::toString);
        check.says("held");
    }
}
