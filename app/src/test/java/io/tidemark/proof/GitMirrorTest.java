package io.tidemark.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.kind.git.GitUpstream;
import io.tidemark.serve.Published;
import io.tidemark.serve.TreeServer;
import io.tidemark.store.QuickDisk;
import io.tidemark.testkit.NeedsProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A git mirror in the hands of a person, and of people who clone from a web server that knows nothing of git. */
@NeedsProgram("git")
@Timeout(120)
class GitMirrorTest {

    @TempDir(factory = QuickDisk.class)
    Path base;

    private Console console;
    private GitUpstream upstream;
    private TreeServer server;
    private String mirror;

    @BeforeEach
    void make() throws Exception {
        console = new Console(base.resolve("workspace.json"));
        upstream = GitUpstream.make(base.resolve("upstream.git"));
        upstream.commits("main", 20);
        Path served = Files.createDirectory(base.resolve("www"));
        server = TreeServer.start(Published.tree(served));
        mirror = served.resolve("project").toString();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private Path cloned(String channel, String into) throws Exception {
        Path clone = base.resolve(into);
        GitUpstream.run(base, "", "clone", "-q", "--mirror", server.url() + "project/" + channel, clone.toString());
        assertEquals("", GitUpstream.run(clone, "", "fsck", "--full", "--no-dangling", "--no-progress"));
        return clone;
    }

    private static String at(Path clone, String ref) throws Exception {
        return GitUpstream.run(clone, "", "rev-parse", ref).strip();
    }

    @Test
    void versionsSurviveWhatUpstreamRewritesAndEveryChannelCanBeCloned() throws Exception {
        upstream.commits("main", 2_000);
        upstream.branch("stable", "main~500");
        upstream.branch("gone", "main~1");
        upstream.tag("v1", "main~1000");
        console.does("init", mirror, "--kind", "git", "--upstream", upstream.url());
        console.does("update", mirror, "--version", "one", "--promote", "live");
        String first = upstream.id("main");
        Path clone = cloned("live", "clone1");
        assertEquals(first, at(clone, "main"));
        assertEquals(upstream.id("gone"), at(clone, "gone"));
        assertEquals(upstream.id("v1"), at(clone, "v1"));

        console.does("update", mirror).says("nothing");
        upstream.commits("main", 7);
        upstream.delete("gone");
        console.does("update", mirror, "--version", "two", "--promote", "live").says("main has 7 new commits", "gone");
        assertTrue(Trees.stored(Path.of(mirror)) < 2 * Trees.stored(Path.of(mirror, "one")));
        assertEquals(upstream.id("main"), at(cloned("live", "clone2"), "main"));
        assertEquals(first, at(cloned("one", "clone3"), "main"));

        upstream.rewind("main", 20);
        upstream.commits("main", 3);
        console.run("update", mirror, "--promote", "live").refused(3, "rewrote history", "main");
        assertEquals("two", Files.readSymbolicLink(Path.of(mirror, "live")).toString());
        console.does("update", mirror, "--version", "three", "--promote", "live", "--override", "rewritten");
        assertEquals(upstream.id("main"), at(cloned("live", "clone4"), "main"));
        console.does("diff", mirror, "two", "three").says("Change 2025", "Change 2030", "main:files");

        console.does("rollback", mirror, "--channel", "live");
        assertFalse(at(cloned("live", "clone5"), "main").equals(upstream.id("main")));
        console.does("verify", mirror);
        console.does("export", mirror, "one", "--to", base.resolve("one.bundle").toString());
        console.run("export", mirror, "one", "--to", mirror + "/one.bundle").refused(2, "one.bundle");
        GitUpstream.run(base, "", "clone", "-q", "--mirror", "one.bundle", "unpacked");
        assertEquals(first, at(base.resolve("unpacked"), "main"));
        console.run("prune", mirror, "one").refused(3, "one", "live");
        console.does("prune", mirror, "three");
        assertEquals(at(base.resolve("clone2"), "main"), at(cloned("live", "clone6"), "main"));
    }

    @Test
    void anExistingMirrorIsTakenOverAndItsAddressStays() throws Exception {
        Path bare = base.resolve("www/old.git");
        GitUpstream.run(base, "", "clone", "-q", "--mirror", upstream.url(), bare.toString());
        GitUpstream.run(bare, "", "update-server-info");
        console.does("adopt", bare.toString(), "--dry-run").says("old.git.versions");
        String versions = bare + ".versions";
        console.does("adopt", versions, "--exchange", "../old.git=first");
        assertTrue(Files.isSymbolicLink(bare));
        upstream.commits("main", 5);
        console.does("update", versions, "--promote", "old.git");
        Path clone = base.resolve("clone");
        GitUpstream.run(base, "", "clone", "-q", server.url() + "old.git", clone.toString());
        assertEquals(upstream.id("main"), at(clone, "HEAD"));
    }

    @Test
    void aShallowUpstreamIsCalledThatAndCanBeMended() throws Exception {
        Path shallow = base.resolve("shallow.git");
        GitUpstream.run(base, "", "clone", "-q", "--bare", "--depth", "1", upstream.url(), shallow.toString());
        console.does("init", mirror, "--kind", "git", "--upstream", "file://" + shallow);
        console.run("update", mirror, "--quiet").refused(3, shallow.toString(), "is shallow", "--unshallow");
        GitUpstream.run(shallow, "", "fetch", "-q", "--unshallow", upstream.url());
        Ran plan = console.does("update", mirror, "--dry-run").says("does not tell beforehand");
        assertFalse(plan.out().contains("are needed"), plan::toString);
        console.does("update", mirror, "--promote", "live");
        assertEquals(upstream.id("main"), at(cloned("live", "whole"), "main"));
    }

    @Test
    void manyPacksBecomeOneInTheNextVersion() throws Exception {
        Path bare = base.resolve("www/old.git");
        GitUpstream.run(base, "", "clone", "-q", "--mirror", upstream.url(), bare.toString());
        for (int i = 0; i < 50; i++) {
            upstream.commits("main", 1);
            GitUpstream.run(bare, "", "-c", "fetch.unpackLimit=1", "-c", "gc.auto=0", "fetch", "-q");
        }
        String versions = bare + ".versions";
        console.does("adopt", versions, "--exchange", "../old.git=first");
        assertTrue(packs(bare) > 48);
        upstream.commits("main", 1);
        console.does("update", versions, "--promote", "old.git");
        assertEquals(1, packs(bare));
        assertEquals("", GitUpstream.run(bare, "", "fsck", "--full", "--no-dangling", "--no-progress"));
        assertEquals(upstream.id("main"), at(bare, "main"));
    }

    private static long packs(Path bare) throws IOException {
        try (Stream<Path> files = Files.list(bare.resolve("objects/pack"))) {
            return files.filter(each -> each.toString().endsWith(".pack")).count();
        }
    }

    @Test
    void whatIsSealedIsAWholeRepositoryWhateverAKilledRunLeft() throws Exception {
        console.does("init", mirror, "--kind", "git", "--upstream", upstream.url());
        console.does("sync", mirror);
        Path staging = Path.of(mirror, ".tidemark/staging");
        Path scratch;
        try (Stream<Path> staged = Files.list(staging)) {
            scratch = staged.findFirst().orElseThrow().resolve("scratch");
        }
        String name = staging.relativize(scratch).getName(0).toString();
        Path torn = Path.of("objects/pack/pack-" + "ab".repeat(20) + ".pack");
        for (Path left : List.of(Path.of("config.lock"), Path.of("packed-refs.lock"), torn)) {
            Files.writeString(scratch.resolve(left), "torn");
        }
        console.does("update", mirror);
        Path version = Path.of(mirror, name);
        assertFalse(Files.exists(version.resolve(torn)));
        try (Stream<Path> files = Files.walk(version)) {
            List<Path> writable = files.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                    .filter(each -> each.toFile().length() >= 0 && modeOf(each).contains("w"))
                    .toList();
            assertEquals(List.of(), writable);
        }
        assertEquals("", GitUpstream.run(version, "", "fsck", "--full", "--no-dangling", "--no-progress"));
    }

    private static String modeOf(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
