package io.tidemark.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.serve.Published;
import io.tidemark.serve.TreeServer;
import io.tidemark.store.QuickDisk;
import io.tidemark.testkit.NeedsProgram;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full or read-only: said with exit 6, nothing visible changes, and rolling back still works. */
@NeedsProgram("mount")
class FullDiskTest {

    @TempDir(factory = QuickDisk.class)
    Path base;

    private Mounted disk;
    private Mirror mirror;

    @BeforeEach
    void live() throws Exception {
        disk = Mounted.tmpfs(base.resolve("disk"), 8192);
        mirror = new Mirror(
                Mirror.upstream(base.resolve("upstream")),
                base.resolve("disk/alpine"),
                new Console(base.resolve("workspace.json")),
                base.resolve("disk/alpine").toString());
        mirror.living(mirror.url());
        mirror.upstream().mutate(20);
        mirror.update("--version", "3.15.4-b", "--promote", Mirror.CHANNEL, "--allow-boot-critical", "--quiet")
                .done();
    }

    @AfterEach
    void unmount() throws Exception {
        disk.close();
    }

    @Test
    void updateOnAnAlmostFullDiskSaysWhatItNeeds() throws Exception {
        mirror.upstream().mutate(100);
        mirror.upstream().pointRelease();
        disk.fill(16_384);
        SortedMap<String, String> before = mirror.seen();
        mirror.update("--quiet").refused(6, "alpine", "needed", "free");
        assertEquals(before, mirror.seen());
    }

    /** The plan found room enough, and then somebody else took it. */
    @Test
    void diskThatFillsUpDuringAnUpdate() throws Exception {
        mirror.upstream().mutate(60);
        mirror.upstream().pointRelease();
        Path kernel = mirror.upstream().packageFile("main", "linux-lts");
        try (TreeServer server =
                        TreeServer.start(Published.tree(mirror.upstream().root()));
                Detour detour = new Detour(server.url())) {
            mirror.console().does("configure", mirror.place(), "--upstream", detour.url());
            SortedMap<String, String> before = mirror.seen();
            detour.lie(kernel.getFileName().toString(), (client, out) -> {
                disk.fill(0);
                byte[] bytes = Files.readAllBytes(kernel);
                out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + bytes.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                out.write(bytes);
            });
            mirror.update("--promote", Mirror.CHANNEL, "--allow-boot-critical", "--quiet")
                    .refused(6, "alpine/.tidemark/", "no room", "are free");
            assertEquals(before, mirror.seen());
            mirror.console().does("rollback", mirror.place(), "--channel", Mirror.CHANNEL);
            assertEquals("3.15.4", mirror.live());
            detour.stopLying();
            Files.delete(base.resolve("disk/ballast"));
            mirror.console().does("release", mirror.place(), "--channel", Mirror.CHANNEL);
            mirror.update("--promote", Mirror.CHANNEL, "--allow-boot-critical", "--quiet")
                    .done();
            assertEquals("3.15.5", mirror.live());
        }
    }

    @Test
    void fileSystemWithoutInodes() throws Exception {
        mirror.upstream().mutate(60);
        disk.remount("nr_inodes=" + (disk.inodes() + 2));
        SortedMap<String, String> before = mirror.seen();
        mirror.update("--quiet").refused(6, "alpine", "inodes");
        assertEquals(before, mirror.seen());
        mirror.console().does("rollback", mirror.place(), "--channel", Mirror.CHANNEL);
        assertEquals("3.15.4", mirror.live());
    }

    @Test
    void rollingBackAndHoldingWorkOnAFullDisk() throws Exception {
        disk.fill(0);
        assertEquals(0, disk.free());
        mirror.console().does("rollback", mirror.place(), "--channel", Mirror.CHANNEL, "--reason", "no boot");
        assertEquals("3.15.4", mirror.live());
        mirror.console()
                .run("promote", mirror.place(), "3.15.4-b", "--channel", Mirror.CHANNEL)
                .refused(3, Mirror.CHANNEL, "no boot", "release");
        assertTrue(mirror.console().does("log", mirror.place()).out().contains("no boot"));
        Files.delete(base.resolve("disk/ballast"));
        mirror.console().does("verify", mirror.place());
    }

    /** Its documents are written anew for it. */
    @Test
    void rollingBackASeriesOfImagesWorksOnAFullDisk() throws Exception {
        Path images = Files.createDirectory(base.resolve("disk/images"));
        byte[] content = new byte[200_000];
        new Random(9).nextBytes(content);
        for (String stamp : List.of("2022-01-17-120001", "2022-01-20-173248", "2022-02-04-140532")) {
            content[1000]++;
            Files.write(images.resolve("puavo-os-amxa-buster-" + stamp + "-amd64.img"), content);
        }
        Console console = mirror.console();
        console.does("puavo-update-repository", "-r", "images.example.org", "-n", "" + images);
        Path place = images.resolve("mirror");
        Path document = place.resolve("meta/puavo-os-amxa-buster-amd64.json");
        assertTrue(Files.readString(document).contains("2022-02-04-140532-amd64.img"));
        disk.fill(0);
        assertEquals(0, disk.free());
        console.does("rollback", "" + place, "--channel", "puavo-os-amxa-buster-amd64", "--reason", "no sound");
        assertFalse(Files.readString(document).contains("2022-02-04-140532-amd64.img"));
        assertTrue(Files.readString(document).contains("2022-01-20-173248-amd64.img"));
        Files.delete(base.resolve("disk/ballast"));
        console.does("verify", "" + place);
    }

    @Test
    void readOnlyFileSystem() throws Exception {
        mirror.upstream().mutate(20);
        SortedMap<String, String> before = mirror.seen();
        disk.remount("ro");
        mirror.update("--quiet").refused(6, "alpine", "read-only");
        mirror.console()
                .run("rollback", mirror.place(), "--channel", Mirror.CHANNEL)
                .refused(6, "alpine", "read-only");
        assertEquals(before, mirror.seen());
        mirror.console().does("status", mirror.place()).says("3.15.4-b");
        disk.remount("rw");
        mirror.update("--quiet").done();
    }
}
