package io.tidemark.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.Main;
import io.tidemark.RealEngine;
import io.tidemark.engine.remote.ChildWire;
import io.tidemark.engine.remote.Wire;
import io.tidemark.model.ProblemException;
import io.tidemark.store.QuickDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The main walk on a repository of another account, played by a child process that attends, its jobs in processes of their own. */
@Timeout(300)
class FarWalkTest {

    @TempDir(factory = QuickDisk.class)
    Path base;

    private final List<ProcessHandle> attendants = new CopyOnWriteArrayList<>();
    private Console console;
    private Mirror mirror;
    private String dir;

    @BeforeEach
    void far() throws Exception {
        console = new Console(
                base.resolve("workspace.json"), (file, clock) -> RealEngine.over(file, clock, server -> attendant()));
        mirror = Mirror.at(base, console);
        dir = "ssh://far" + mirror.place();
    }

    private Wire attendant() throws ProblemException {
        ChildWire wire = ChildWire.run(attending(base));
        attendants.add(wire.handle());
        return wire;
    }

    static List<String> attending(Path base) {
        return List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "attend",
                "--workspace",
                base.resolve("there.json").toString());
    }

    @Test
    void theMainJobIsDoneOnAnotherMachine() throws Exception {
        Mirror there = new Mirror(mirror.upstream(), mirror.dir(), console, dir);
        there.init(mirror.url());
        console.does("update", dir, "--promote", Mirror.CHANNEL).says("goes on there whatever happens");
        mirror.upstream().mutate(20);
        mirror.upstream().pointRelease();
        console.does("update", "alpine", "--dry-run").says(dir);
        console.does("update", "alpine", "--quiet");
        console.does("diff", dir, "3.15.4", "3.15.5", "--files").says("linux-lts");
        console.does("promote", dir, "3.15.5", "--channel", Mirror.CHANNEL);
        assertEquals("3.15.5", mirror.live());
        console.does("rollback", dir, "--channel", Mirror.CHANNEL, "--reason", "no boot");
        assertEquals("3.15.4", mirror.live());
        console.run("promote", dir, "3.15.5", "--channel", Mirror.CHANNEL).refused(3, "no boot", Mirror.CHANNEL);
        console.does("status").says("alpine");
        console.does("log", dir).says("no boot");
        adopt();
        nobodyIsLeftBehind();
    }

    /** Each command hangs up when it is done, and the far side ends then. */
    private void nobodyIsLeftBehind() throws Exception {
        assertFalse(attendants.isEmpty());
        for (ProcessHandle attendant : attendants) {
            attendant.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    private void adopt() throws Exception {
        Path old = Files.createDirectory(base.resolve("old"));
        for (String version : new String[] {"3.15.4", "3.15.5"}) {
            Trees.copy(mirror.dir().resolve(version), old.resolve(version));
        }
        Files.createSymbolicLink(old.resolve("latest-stable"), Path.of("3.15.4"));
        console.does("adopt", "ssh://far" + old).says("3.15.4", "3.15.5", "latest-stable");
        console.does("verify", "ssh://far" + old);
        console.run("serve", "ssh://far" + old).refused(2, "another machine", "ssh far tidemark serve " + old);
        assertTrue(Files.readString(base.resolve("there.json")).contains(old.toString()));
        assertTrue(Files.readString(base.resolve("workspace.json")).contains("ssh://far" + old));
    }
}
