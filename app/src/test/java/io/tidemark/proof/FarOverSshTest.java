package io.tidemark.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.cli.ProgramVersion;
import io.tidemark.model.Asking;
import io.tidemark.model.HostKeyQuestion;
import io.tidemark.model.SecretQuestion;
import io.tidemark.serve.Published;
import io.tidemark.serve.TreeServer;
import io.tidemark.store.QuickDisk;
import io.tidemark.testkit.NeedsProgram;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
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
        console.does("promote", dir, "3.15.5", "--channel", Mirror.CHANNEL);
        assertEquals("3.15.5", mirror.live());
        console.does("rollback", dir, "--channel", Mirror.CHANNEL, "--reason", "no boot");
        assertEquals("3.15.4", mirror.live());
        console.does("job", "list", dir).says("tidemark rollback " + dir, "Done");
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

    @Test
    void aKilledJobIsSeenAsInterruptedAndGoesOnWhenAskedAgain() throws Exception {
        hold();
        FutureTask<Ran> updating = inBackground(() -> console.run("update", dir));
        assertTrue(reached.await(120, TimeUnit.SECONDS));
        String id =
                host.console("second").does("job", "list", dir, "--open").out().split(" ")[0];
        String state = Files.readString(mirror.dir().resolve(".tidemark/jobs/" + id + ".json"));
        long worker = Long.parseLong(state.replaceAll("(?s).*?\"pid\":(\\d+).*", "$1"));
        assertTrue(ProcessHandle.of(worker).orElseThrow().destroyForcibly());
        updating.get(120, TimeUnit.SECONDS).refused(4, "ended before the job did", "job attach " + dir + " " + id);
        console.does("job", "list", dir).says("Interrupted");
        goOn.countDown();
        detour.stopLying();
        console.does("update", dir, "--quiet");
        console.does("versions", dir).says("3.15.5");
    }

    @Test
    void anUnknownHostIsAskedForAndAProgramIsCopiedWithConsent() throws Exception {
        host.forget();
        List<HostKeyQuestion> asked = new CopyOnWriteArrayList<>();
        Path tree = base.resolve("tree");
        host.program(tree.resolve("bin"));
        Files.writeString(Files.createDirectories(tree.resolve("lib")).resolve("one.jar"), "jar");
        Files.writeString(tree.resolve("lib/cli.aot"), "of no use elsewhere");
        console.run("status", dir).refused(3, "is not known here", "SHA256:");
        Console second = host.console("second", trusting(asked), Optional.of(tree));
        second.run("status", dir).refused(3, "No Tidemark attends", "install-on ssh://far");
        assertEquals(1, asked.size());
        assertTrue(asked.getFirst().fingerprint().startsWith("SHA256:"));
        second.run("install-on", "ssh://far").refused(2, "nobody agreed");
        second.does("install-on", "ssh://far", "--yes")
                .says("is on far", base.resolve("data").toString());
        Path copied = base.resolve("data/tidemark").resolve(ProgramVersion.text());
        assertTrue(Files.exists(copied.resolve("lib/one.jar")));
        assertFalse(Files.exists(copied.resolve("lib/cli.aot")));
        second.does("status", dir).says("3.15.4");
        Files.writeString(tree.resolve("bin/tidemark"), "#!/bin/sh\necho no Java 25 found >&2; exit 127");
        second.run("install-on", "ssh://far", "--yes").refused(3, "does not start there", "Java 25");
        second.does("status", dir).says("3.15.4");
        assertEquals(1, asked.size());
    }

    private static Asking trusting(List<HostKeyQuestion> asked) {
        return new Asking() {
            @Override
            public Optional<char[]> secret(SecretQuestion question) {
                return Optional.empty();
            }

            @Override
            public boolean trust(HostKeyQuestion question) {
                return asked.add(question);
            }
        };
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
