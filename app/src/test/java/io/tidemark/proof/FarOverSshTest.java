package io.tidemark.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.serve.Published;
import io.tidemark.serve.TreeServer;
import io.tidemark.store.QuickDisk;
import io.tidemark.testkit.NeedsProgram;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A repository behind a real sshd: the main walk, a console that is killed, a network that is cut. */
@Timeout(300)
@NeedsProgram({"sshd", "ssh-keygen"})
class FarOverSshTest {

    @TempDir(factory = QuickDisk.class)
    Path base;

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private FarHost host;
    private Mirror mirror;
    private TreeServer server;
    private Detour detour;
    private Console console;
    private String dir;

    @BeforeEach
    void live() throws Exception {
        host = new FarHost(base);
        console = host.console("first");
        Mirror local = Mirror.at(base, console);
        dir = "ssh://far" + local.place();
        mirror = new Mirror(local.upstream(), local.dir(), console, dir);
        server = TreeServer.start(Published.tree(mirror.upstream().root()));
        detour = new Detour(server.url());
        mirror.init(detour.url());
        console.does("update", dir, "--promote", Mirror.CHANNEL, "--quiet");
        mirror.upstream().mutate(20);
        mirror.upstream().pointRelease();
    }

    @AfterEach
    void stop() throws Exception {
        goOn.countDown();
        host.close();
        detour.close();
        server.close();
    }

    /** From now on, the update comes to the kernel and waits there. */
    private void hold() {
        Path kernel = mirror.upstream().packageFile("main", "linux-lts");
        detour.lie(kernel.getFileName().toString(), (client, out) -> late(Files.readAllBytes(kernel), out));
    }

    private void late(byte[] bytes, OutputStream out) throws IOException, InterruptedException {
        reached.countDown();
        assertTrue(goOn.await(120, TimeUnit.SECONDS));
        out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + bytes.length + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
    }

    @Test
    void theMainJobIsDoneOverSsh() throws Exception {
        console.does("update", "alpine", "--quiet");
        console.does("diff", dir, "3.15.4", "3.15.5").says("linux-lts");
        console.does("promote", dir, "3.15.5", "--channel", Mirror.CHANNEL);
        assertEquals("3.15.5", mirror.live());
        console.does("rollback", dir, "--channel", Mirror.CHANNEL, "--reason", "no boot");
        assertEquals("3.15.4", mirror.live());
        console.does("job", "list", dir).says("tidemark rollback " + dir, "Done");
    }

    @Test
    void aKilledConsoleStopsNothingAndAnotherFollows() throws Exception {
        hold();
        Process killed = host.console("killed", "update", dir);
        assertTrue(reached.await(120, TimeUnit.SECONDS), () -> said("killed"));
        killed.destroyForcibly().waitFor();
        Console second = host.console("second");
        second.does("job", "list", dir, "--open").says("Running", "tidemark update " + dir);
        second.does("status", dir).says("writes now");
        FutureTask<Ran> following = inBackground(() -> second.run("job", "attach", dir));
        goOn.countDown();
        following.get(120, TimeUnit.SECONDS).done().says("3.15.5");
        second.does("versions", dir).says("3.15.5");
        second.does("job", "attach", dir).says("3.15.5");
    }

    @Test
    void aCutNetworkStopsNothingAndTheConsoleComesBack() throws Exception {
        hold();
        FutureTask<Ran> updating = inBackground(() -> console.run("update", dir));
        assertTrue(reached.await(120, TimeUnit.SECONDS));
        host.network.cut();
        assertFalse(updating.isDone());
        goOn.countDown();
        host.network.mend();
        Ran ended = updating.get(120, TimeUnit.SECONDS).done();
        ended.says("3.15.5", "goes on there");
        assertEquals("3.15.4", mirror.live());
        console.does("versions", dir).says("3.15.5");
    }

    @Test
    void anotherConsoleCancelsAJob() throws Exception {
        hold();
        FutureTask<Ran> updating = inBackground(() -> console.run("update", dir));
        assertTrue(reached.await(120, TimeUnit.SECONDS));
        Console second = host.console("second");
        String id = second.does("job", "list", dir, "--open").out().split(" ")[0];
        second.does("job", "cancel", dir, id).says("Cancelled");
        updating.get(120, TimeUnit.SECONDS).refused(130, "cancelled there");
        second.does("update", dir, "--dry-run");
    }

    private static <T> FutureTask<T> inBackground(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofPlatform().daemon().start(task);
        return task;
    }

    private String said(String console) {
        try {
            return Files.readString(base.resolve(console + ".log"));
        } catch (IOException nothing) {
            return nothing.toString();
        }
    }
}
