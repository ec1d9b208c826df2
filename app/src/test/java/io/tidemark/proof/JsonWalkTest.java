package io.tidemark.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.RealEngine;
import io.tidemark.engine.Engine;
import io.tidemark.engine.JsonEngine;
import io.tidemark.engine.Operations;
import io.tidemark.job.JobContext;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Plan;
import io.tidemark.model.ProblemException;
import io.tidemark.store.QuickDisk;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole main walk with every call, answer and problem sent as JSON, as if the repository were on another machine. */
class JsonWalkTest {

    @TempDir(factory = QuickDisk.class)
    Path base;

    private final Set<Class<?>> carriedOut = ConcurrentHashMap.newKeySet();
    private Console console;
    private Mirror mirror;

    @BeforeEach
    void far() throws Exception {
        console = new Console(
                base.resolve("workspace.json"),
                (file, clock) -> JsonEngine.over(watched(RealEngine.make(file, clock))));
        mirror = Mirror.at(base, console);
    }

    /** Notes what really arrives at the engine. */
    private Engine watched(Engine engine) {
        Operations operations = new Operations() {
            @Override
            public Plan plan(Operation operation, JobContext job) throws ProblemException, InterruptedException {
                return engine.operations().plan(operation, job);
            }

            @Override
            public Outcome run(Plan plan, JobContext job) throws ProblemException, InterruptedException {
                Outcome outcome = engine.operations().run(plan, job);
                carriedOut.add(plan.operation().getClass());
                return outcome;
            }
        };
        return new Engine(
                operations,
                engine.views(),
                engine.jobs(),
                engine.workspaces(),
                engine.serving(),
                engine.deltas(),
                engine.images(),
                engine.recipes(),
                engine.hosts());
    }

    @Test
    void everyOperationWorksFromFar() throws Exception {
        make();
        takeBack();
        keep();
        adopt();
        images();
        Set<Class<?>> here = new HashSet<>(Set.of(Operation.class.getPermittedSubclasses()));
        here.remove(Operation.OnHost.class);
        assertEquals(here, carriedOut);
    }

    private void make() throws Exception {
        String dir = mirror.place();
        mirror.living(mirror.url(), "--name", "far");
        mirror.upstream().mutate(20);
        mirror.upstream().pointRelease();
        console.does("sync", dir);
        console.does("status", dir, "--upstream").says("far");
        mirror.update("--dry-run").done();
        mirror.update("--promote", Mirror.CHANNEL, "--quiet").refused(3, "3.15.5", "linux-lts");
        console.does("diff", dir, "3.15.4", "3.15.5", "--files").says("linux-lts", "apk upgrade");
        console.does("diff", dir, "3.15.4", "3.15.5", "--json").says("linux-lts");
        console.does("promote", dir, "3.15.5", "--channel", Mirror.CHANNEL);
        assertEquals("3.15.5", mirror.live());
    }

    private void takeBack() throws Exception {
        String dir = mirror.place();
        console.does("rollback", dir, "--channel", Mirror.CHANNEL, "--reason", "no boot");
        assertEquals("3.15.4", mirror.live());
        console.run("promote", dir, "3.15.5", "--channel", Mirror.CHANNEL).refused(3, "no boot", Mirror.CHANNEL);
        console.does("release", dir, "--channel", Mirror.CHANNEL, "--reason", "new firmware");
        console.does("configure", dir, "--keep", "5", "--let-boot-critical", Mirror.CHANNEL);
        console.does("promote", dir, "3.15.5", "--channel", Mirror.CHANNEL);
        console.does("log", dir).says("no boot", "new firmware");
    }

    private void keep() throws Exception {
        String dir = mirror.place();
        console.does("snapshot", dir, "3.15.5", "3.15.5-kept");
        console.does("pin", dir, "3.15.5-kept", "--reason", "for the audit");
        console.run("prune", dir, "3.15.5-kept").refused(3, "3.15.5-kept", "for the audit");
        console.does("unpin", dir, "3.15.5-kept");
        console.does("prune", dir, "3.15.5-kept");
        console.does("verify", dir);
        console.does("versions", dir, "--json").says("\"3.15.4\"", "\"3.15.5\"");
        console.run("verify", dir, "3.15.9").refused(2, "3.15.9");
    }

    private void adopt() throws Exception {
        Path old = Files.createDirectory(base.resolve("old"));
        for (String version : new String[] {"3.15.4", "3.15.5"}) {
            Trees.copy(mirror.dir().resolve(version), old.resolve(version));
        }
        Files.createSymbolicLink(old.resolve("latest-stable"), Path.of("3.15.4"));
        console.does("adopt", old.toString(), "--no-seal").says("3.15.4", "3.15.5", "latest-stable");
        console.does("seal", old.toString());
        console.does("share", old.toString()).says("saved");
        console.does("verify", old.toString());
        exchange();
    }

    private void images() throws Exception {
        Path built = Files.createDirectory(base.resolve("built"));
        for (String stamp : new String[] {"2022-01-17-120001", "2022-01-20-173248"}) {
            Files.writeString(
                    built.resolve("puavo-os-amxa-buster-" + stamp + "-amd64.img"), "image ".repeat(99) + stamp);
        }
        String dir = base.resolve("images").toString();
        String series = "puavo-os-amxa-buster-amd64";
        console.does("init", dir, "--kind", "puavo", "--upstream", built.toUri().toString());
        console.run("delta", "run", dir, "--take-in").refused(2, "--base-url");
        console.does("configure", dir, "--base-url", "https://images.example.org");
        console.does("delta", "run", dir, "--take-in").says("2 deltas");
        console.does("rollback", dir, "--channel", series, "--reason", "no sound");
        console.does("versions", dir).says("puavo-os-amxa-buster-2022-01-20-173248-amd64");
        console.does("log", dir).says("no sound", series);
    }

    private static String[] with(String[] words, String... more) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }

    private void exchange() throws Exception {
        Path software = Files.createDirectories(base.resolve("software"));
        Files.writeString(software.resolve("setup"), "installs");
        Path versions = Files.createDirectory(base.resolve("software.versions"));
        console.does("adopt", versions.toString(), "--kind", "tree", "--exchange", "../software=1", "--no-seal");
        assertTrue(Files.isSymbolicLink(software));
        String[] back = {"adopt", versions.toString(), "--give-back", "software"};
        console.run(with(back, "--kind", "tree")).refused(2, "--give-back software");
        console.run(with(back, "--no-seal")).refused(2, "--dry-run");
        console.run("adopt", versions.toString(), "--give-back", "other").refused(2, "other");
        console.does(with(back, "--dry-run")).says("plain directory", "cannot be rolled back");
        assertTrue(Files.isSymbolicLink(software));
        console.does(back).says("plain directory again");
        assertTrue(Files.isDirectory(software, LinkOption.NOFOLLOW_LINKS));
        console.does("log", versions.toString(), "--lang", "fr").says("Rendu");
    }
}
