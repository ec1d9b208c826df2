package io.tidemark.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.Main;
import io.tidemark.RealEngine;
import io.tidemark.serve.Published;
import io.tidemark.serve.TreeServer;
import io.tidemark.store.QuickDisk;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two consoles on one repository: while a process writes, another sees everything, may not write, and says who does. */
@Timeout(120)
class SecondConsoleTest {

    @TempDir(factory = QuickDisk.class)
    Path base;

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private Mirror mirror;
    private TreeServer server;
    private Detour detour;
    private Process writer;

    @BeforeEach
    void live() throws Exception {
        mirror = Mirror.at(base);
        server = TreeServer.start(Published.tree(mirror.upstream().root()));
        detour = new Detour(server.url());
        mirror.living(detour.url());
        mirror.upstream().mutate(20);
        mirror.upstream().pointRelease();
        Path kernel = mirror.upstream().packageFile("main", "linux-lts");
        detour.lie(kernel.getFileName().toString(), (client, out) -> late(Files.readAllBytes(kernel), out));
        writer = otherProcess("update", mirror.place(), "--workspace", "" + base.resolve("other.json"), "--quiet");
        assertTrue(reached.await(60, TimeUnit.SECONDS), "the other process never came to the kernel");
    }

    private void late(byte[] bytes, OutputStream out) throws java.io.IOException, InterruptedException {
        reached.countDown();
        assertTrue(goOn.await(60, TimeUnit.SECONDS));
        out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + bytes.length + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
    }

    private static Process otherProcess(String... words) throws java.io.IOException {
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());
        builder.command().addAll(java.util.List.of(words));
        return builder.inheritIO().start();
    }

    @AfterEach
    void stop() throws Exception {
        goOn.countDown();
        writer.destroyForcibly();
        detour.close();
        server.close();
    }

    @Test
    void seesEverythingAndWritesNothing() throws Exception {
        SortedMap<String, String> before = mirror.seen();
        Console second = mirror.console();
        String me = System.getProperty("user.name");
        second.does("status", mirror.place()).says("writes now", me, "since");
        second.does("versions", mirror.place()).says("3.15.4", "3.15.5", "Staged");
        second.does("log", mirror.place()).says("3.15.4");
        second.does("diff", mirror.place(), "3.15.4", "3.15.4");
        var timeline = RealEngine.make(Optional.of("" + base.resolve("workspace.json")), Clock.systemUTC())
                .views()
                .timeline(mirror.place());
        assertEquals(Mirror.CHANNEL, timeline.lanes().getFirst().channel());
        String who = "process " + writer.pid();
        busy(second, who, "snapshot", mirror.place(), "3.15.4", "3.15.4-b");
        busy(second, who, "pin", mirror.place(), "3.15.4", "--reason", "mine");
        busy(second, who, "update", mirror.place(), "--quiet");
        busy(second, who, "prune", mirror.place(), "3.15.4");
        busy(second, who, "verify", mirror.place());
        assertEquals(before, mirror.seen());
        goOn.countDown();
        assertEquals(0, writer.waitFor());
        second.does("promote", mirror.place(), "3.15.5", "--channel", Mirror.CHANNEL);
        second.does("rollback", mirror.place(), "--channel", Mirror.CHANNEL);
    }

    private static void busy(Console second, String who, String... words) {
        String me = System.getProperty("user.name");
        second.run(words).refused(5, "being written to by " + me + "@", who, "update", "since", "Reading is possible");
    }
}
