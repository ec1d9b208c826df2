package io.tidemark.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.store.QuickDisk;
import io.tidemark.testkit.NeedsProgram;
import io.tidemark.testkit.RsyncDaemon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tree whose upstream is an rsync daemon, from its first version to what a hostile one may not do. */
@NeedsProgram("rsync")
class RsyncUpstreamTest {

    private static final String CHANNEL = "athena";

    @TempDir(factory = QuickDisk.class)
    Path base;

    private Path upstream;
    private Path repository;
    private Console console;
    private RsyncDaemon daemon;

    @BeforeEach
    void live() throws Exception {
        upstream = base.resolve("upstream");
        repository = base.resolve("athena.versions");
        write("os/x86_64/core.db", "core, day 1");
        write("os/x86_64/pkg-1.zst", "package one".repeat(5000));
        write("iso/athena.iso", "image".repeat(100_000));
        write("lost+found/inode", "nobody's");
        Files.createLink(upstream.resolve("iso/latest.iso"), upstream.resolve("iso/athena.iso"));
        Files.createSymbolicLink(upstream.resolve("x86_64"), Path.of("os/x86_64"));
        daemon = new RsyncDaemon(Map.of("athena", upstream, "athena-images", upstream.resolve("iso")));
        console = new Console(base.resolve("workspace.json"));
        console.does(
                "init",
                "" + repository,
                "--kind",
                "tree",
                "--upstream",
                daemon.url("athena"),
                "--exclude",
                "lost+found/",
                "--timeout",
                "5",
                "--attempts",
                "2");
        console.does("update", "" + repository, "--version", "1", "--promote", CHANNEL, "--quiet");
    }

    @AfterEach
    void stop() throws Exception {
        daemon.close();
    }

    private void write(String path, String content) throws IOException {
        Path file = upstream.resolve(path);
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        Files.writeString(file, content);
        Files.setLastModifiedTime(
                file, FileTime.from(Instant.parse("2022-08-01T10:00:01Z").plusSeconds(content.length())));
    }

    private Ran update(String version) {
        return console.run("update", "" + repository, "--version", version, "--promote", CHANNEL, "--quiet");
    }

    private Path file(String version, String path) {
        return repository.resolve(version).resolve(path);
    }

    @Test
    void versionsFollowUpstreamAndShareWhatStayed() throws Exception {
        assertEquals("core, day 1", Files.readString(file("1", "os/x86_64/core.db")));
        assertEquals("os/x86_64", Files.readSymbolicLink(file("1", "x86_64")).toString());
        assertFalse(Files.exists(file("1", "lost+found")));
        assertTrue(Files.isSameFile(file("1", "iso/athena.iso"), file("1", "iso/latest.iso")));
        write("os/x86_64/core.db", "core, day two");
        Files.delete(upstream.resolve("os/x86_64/pkg-1.zst"));
        write("os/x86_64/pkg-2.zst", "package two");
        console.run("update", "" + repository, "--version", "2", "--dry-run")
                .done()
                .says("24");
        update("2").done();
        assertEquals("core, day two", Files.readString(file("2", "os/x86_64/core.db")));
        assertTrue(Files.isSameFile(file("1", "iso/athena.iso"), file("2", "iso/athena.iso")));
        assertFalse(Files.exists(file("2", "os/x86_64/pkg-1.zst")));
        assertTrue(Files.exists(file("1", "os/x86_64/pkg-1.zst")));
        console.does("verify", "" + repository, "1");
        console.does("verify", "" + repository, "2");
        assertEquals(
                Files.getLastModifiedTime(upstream.resolve("os/x86_64/pkg-2.zst")),
                Files.getLastModifiedTime(file("2", "os/x86_64/pkg-2.zst")));
        update("3").done().says("");
    }

    @Test
    void setuidIsDroppedAndSpecialFilesStayOut() throws Exception {
        write("os/shell", "#!/bin/sh");
        Files.setPosixFilePermissions(upstream.resolve("os/shell"), PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.setAttribute(upstream.resolve("os/shell"), "unix:mode", 0104777);
        assertEquals(
                0,
                new ProcessBuilder("sh", "-c", "mkfifo fifo; mknod null c 1 3 || true")
                        .directory(upstream.resolve("os").toFile())
                        .redirectErrorStream(true)
                        .start()
                        .waitFor());
        update("2").done();
        assertEquals(0100444, (int) Files.getAttribute(file("2", "os/shell"), "unix:mode"));
        assertFalse(Files.exists(file("2", "os/fifo")));
        assertFalse(Files.exists(file("2", "os/null")));
    }

    /** Athena's mirrors: two modules, and public paths that stay what they are. */
    @Test
    void bothModulesOfAMirrorAreServedUnderTheirOldNames() throws Exception {
        Path images = base.resolve("athena-images.versions");
        console.does("init", "" + images, "--kind", "tree", "--upstream", daemon.url("athena-images"), "--dry-run")
                .says("only what changed travels");
        console.does("init", "" + images, "--kind", "tree", "--upstream", daemon.url("athena-images"));
        console.does("update", "" + images, "--version", "1", "--promote", "athena-images", "--quiet");
        Map<String, Path> modules =
                Map.of("athena", base.resolve("athena"), "athena-images", base.resolve("athena-images"));
        try (RsyncDaemon mirror = new RsyncDaemon(modules)) {
            for (String module : modules.keySet()) {
                Path client = base.resolve("client-" + module);
                assertEquals(
                        0,
                        new ProcessBuilder("rsync", "-rltH", mirror.url(module) + "/", client + "/")
                                .start()
                                .waitFor());
            }
        }
        assertEquals("core, day 1", Files.readString(base.resolve("client-athena/os/x86_64/core.db")));
        assertTrue(Files.isSameFile(
                base.resolve("client-athena-images/athena.iso"), base.resolve("client-athena-images/latest.iso")));
        Files.move(upstream.resolve("iso"), base.resolve("iso"));
        console.run("update", "" + images, "--quiet").refused(4, "athena-images", "cannot enter its directory");
    }

    /** Other kinds have no listing to ask for; their packages come all at once as well. */
    @Test
    void signedRepositoriesComeByRsyncToo() throws Exception {
        Mirror mirror = Mirror.at(Files.createDirectory(base.resolve("signed")));
        Map<String, Path> modules = Map.of("alpine", mirror.upstream().root());
        try (RsyncDaemon signed = new RsyncDaemon(modules)) {
            mirror.living(signed.url("alpine"));
            assertEquals("3.15.4", mirror.live());
        }
    }

    @Test
    void linksThatLeadOutAreRefused() throws Exception {
        Files.createSymbolicLink(upstream.resolve("os/out"), Path.of("../../../../etc/passwd"));
        refused("os/out", "etc/passwd");
    }

    @Test
    void namesThatHideSomethingAreRefused() throws Exception {
        Files.writeString(upstream.resolve("os/a\u001b[31m\nb"), "x");
        refused("a\\x1b[31m\\x0ab");
    }

    private void refused(String... said) throws Exception {
        SortedMap<String, String> before = Seen.in(repository);
        update("2").refused(3, said);
        assertEquals(before, Seen.in(repository));
    }
}
