package io.tidemark.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.serve.Published;
import io.tidemark.serve.TreeServer;
import io.tidemark.store.QuickDisk;
import io.tidemark.testkit.NeedsProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sealed versions changed behind our back: noticed before the next use, shut away, named; whole ones can be gone back to. */
class TamperedVersionTest {

    private static final String CHANNEL = Mirror.CHANNEL;

    @TempDir(factory = QuickDisk.class)
    Path base;

    private Mirror mirror;

    /** Three versions: clients had a, then b, then c. */
    @BeforeEach
    void live() throws Exception {
        mirror = Mirror.at(base);
        mirror.init(mirror.url());
        for (String version : new String[] {"a", "b", "c"}) {
            mirror.update("--version", "3.15.4-" + version, "--promote", CHANNEL, "--allow-boot-critical", "--quiet")
                    .done();
            mirror.upstream().mutate(10);
        }
    }

    private Path tree(String version) {
        return mirror.dir().resolve("3.15.4-" + version);
    }

    /** A package that versions share, relative to a version. */
    private Path shared(String newer, String older) throws IOException {
        try (Stream<Path> files = Files.walk(tree(newer).resolve("main"))) {
            return files.filter(file -> file.toString().endsWith(".apk"))
                    .map(file -> tree(newer).relativize(file))
                    .filter(file -> Files.exists(tree(older).resolve(file)))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** As {@code wget} does with a file that it fetches again: the same inode, cut to nothing and written anew. */
    private void overwrite(Path file) throws IOException {
        Object inode = Files.getAttribute(file, "unix:ino");
        Files.writeString(file, "not what was sealed");
        assertEquals(inode, Files.getAttribute(file, "unix:ino"));
    }

    private void quarantined(String version, boolean is) {
        String line = mirror.console()
                .does("versions", mirror.place())
                .out()
                .lines()
                .filter(each -> each.contains("3.15.4-" + version))
                .findFirst()
                .orElseThrow();
        assertEquals(is, line.contains("Quarantined"), line);
    }

    @Test
    void noticedBeforeASnapshotShares() throws Exception {
        Path file = kernel("c");
        overwrite(tree("c").resolve(file));
        mirror.console()
                .run("snapshot", mirror.place(), "3.15.4-c", "3.15.4-d")
                .refused(3, "3.15.4-c", "behind", file.toString(), "is quarantined");
        assertFalse(Files.exists(tree("d")));
        quarantined("c", true);
        quarantined("b", false);
        mirror.console().does("status", mirror.place()).says("3.15.4-c is quarantined");
    }

    @Test
    void noticedBeforeAnUpdateShares() throws Exception {
        Path file = kernel("c");
        overwrite(tree("c").resolve(file));
        Path other = shared("c", "b");
        overwrite(tree("c").resolve(other));
        mirror.update("--version", "3.15.4-d", "--quiet").refused(3, "3.15.4-c", "behind");
        quarantined("c", true);
        assertFalse(Files.exists(tree("d")));
        assertEquals("3.15.4-c", mirror.live());
    }

    @Test
    void noticedBeforeAPromotion() throws Exception {
        mirror.console().does("rollback", mirror.place(), "--channel", CHANNEL, "--no-hold");
        assertEquals("3.15.4-b", mirror.live());
        Path file = kernel("c");
        overwrite(tree("c").resolve(file));
        mirror.console()
                .run("promote", mirror.place(), "3.15.4-c", "--channel", CHANNEL)
                .refused(3, "3.15.4-c", "behind", file.toString(), "is quarantined");
        assertEquals("3.15.4-b", mirror.live());
        quarantined("c", true);
    }

    @Test
    void versionsThatShareTheFileAreNamedToo() throws Exception {
        Path file = shared("c", "b");
        overwrite(tree("c").resolve(file));
        Ran verify = mirror.console().run("verify", mirror.place());
        assertEquals(3, verify.exit(), verify::toString);
        for (String version : new String[] {"b", "c"}) {
            verify.says(tree(version).getFileName() + "/" + file);
            quarantined(version, true);
        }
    }

    @Test
    void rollingBackLeadsPastWhatIsBrokenToTheNextGoodOne() throws Exception {
        overwrite(tree("c").resolve(kernel("c")));
        overwrite(tree("b").resolve(kernel("b")));
        mirror.console().run("verify", mirror.place());
        quarantined("b", true);
        mirror.console().does("rollback", mirror.place(), "--channel", CHANNEL);
        assertEquals("3.15.4-a", mirror.live());
        mirror.console().does("verify", mirror.place(), "3.15.4-a");
    }

    @Test
    void rollingBackToAVersionThatNobodyLookedAtYetIsRefusedOnlyOnce() throws Exception {
        overwrite(tree("b").resolve(kernel("b")));
        mirror.console().run("rollback", mirror.place(), "--channel", CHANNEL).refused(3, "3.15.4-b", "behind");
        assertEquals("3.15.4-c", mirror.live());
        mirror.console().does("rollback", mirror.place(), "--channel", CHANNEL);
        assertEquals("3.15.4-a", mirror.live());
    }

    @Test
    void verifyLiftsTheQuarantineOnceTheBytesAreBack() throws Exception {
        Path file = tree("c").resolve(kernel("c"));
        byte[] bytes = Files.readAllBytes(file);
        FileTime time = Files.getLastModifiedTime(file);
        overwrite(file);
        mirror.console()
                .run("verify", mirror.place(), "3.15.4-c")
                .refused(3, "3.15.4-c", kernel("c").toString());
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, time);
        mirror.console().does("verify", mirror.place(), "3.15.4-c");
        quarantined("c", false);
        mirror.console().does("snapshot", mirror.place(), "3.15.4-c", "3.15.4-d");
        assertEquals(Seen.in(tree("c")), Seen.in(tree("d")));
    }

    /** A cron line as people have it: what lies there already is cut to nothing and written anew, through the link. */
    @Test
    @NeedsProgram("wget")
    void wgetThroughTheLinkIsNoticedBeforeAPromotionAndAShare() throws Exception {
        mirror.console().does("rollback", mirror.place(), "--channel", CHANNEL, "--no-hold");
        var good = Seen.in(tree("a"));
        Path file = kernel("b");
        Object inode = Files.getAttribute(tree("b").resolve(file), "unix:ino");
        Path other = Files.createDirectories(base.resolve("other").resolve(file).getParent());
        Path changed = Files.writeString(other.resolve(file.getFileName()), "another day's bytes");
        // wget asks whether it was modified since, by whole seconds: what was fetched within the same one would be left
        // alone.
        Instant had = Files.getLastModifiedTime(tree("b").resolve(file)).toInstant();
        Files.setLastModifiedTime(changed, FileTime.from(had.plus(Duration.ofDays(1))));
        try (TreeServer server = TreeServer.start(Published.tree(base.resolve("other")))) {
            does("wget", "-nv", "--mirror", "--no-config", "--no-proxy", "-nH", "-P", link(), server.url());
        }
        assertEquals(inode, Files.getAttribute(tree("b").resolve(file), "unix:ino"));
        assertEquals("another day's bytes", Files.readString(tree("b").resolve(file)));
        mirror.console()
                .run("promote", mirror.place(), "3.15.4-b", "--channel", "testing")
                .refused(3, "3.15.4-b", "behind", "first index.html", "is quarantined");
        quarantined("b", true);
        mirror.console().run("snapshot", mirror.place(), "3.15.4-b", "3.15.4-d").refused(3, "3.15.4-b");
        assertFalse(Files.exists(tree("d")));
        mirror.console().does("status", mirror.place()).says("3.15.4-b is quarantined");
        mirror.console().does("log", mirror.place()).says("Quarantined");
        mirror.console().does("rollback", mirror.place(), "--channel", CHANNEL);
        assertEquals("3.15.4-a", mirror.live());
        assertEquals(good, Seen.in(tree("a")));
        mirror.console().does("verify", mirror.place(), "3.15.4-a");
    }

    @Test
    @NeedsProgram("rsync")
    void rsyncThroughTheLinkEmptiesAVersion() throws Exception {
        var before = Seen.in(tree("b"));
        emptyTheLiveVersion();
        mirror.console()
                .run("snapshot", mirror.place(), "3.15.4-c", "3.15.4-d")
                .refused(3, "3.15.4-c", "behind", "3 files, first community", "is quarantined");
        quarantined("c", true);
        mirror.console().does("rollback", mirror.place(), "--channel", CHANNEL);
        assertEquals("3.15.4-b", mirror.live());
        assertEquals(before, Seen.in(tree("b")));
        mirror.console().does("verify", mirror.place(), "3.15.4-b");
    }

    @Test
    @NeedsProgram("rsync")
    void rsyncThroughTheLinkIsNoticedByTheNextUpdateAndPromotionToo() throws Exception {
        emptyTheLiveVersion();
        mirror.update("--version", "3.15.4-d", "--quiet").refused(3, "3.15.4-c", "behind", "is quarantined");
        quarantined("c", true);
        quarantined("b", false);
        assertFalse(Files.exists(tree("d")));
        mirror.console()
                .run("promote", mirror.place(), "3.15.4-c", "--channel", "testing")
                .refused(3, "3.15.4-c", "quarantine");
        assertFalse(Files.exists(mirror.dir().resolve("testing")));
    }

    private void emptyTheLiveVersion() throws Exception {
        Path empty = Files.createDirectory(base.resolve("empty"));
        does("rsync", "-a", "--delete", empty + "/", link() + "/");
        assertTrue(Seen.in(tree("c")).isEmpty());
    }

    private String link() {
        return mirror.dir().resolve(CHANNEL).toString();
    }

    private static void does(String... words) throws Exception {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, process.waitFor(), () -> String.join(" ", words) + "\n" + said);
    }

    /** The kernel's package, which no two of the versions share. */
    private Path kernel(String version) throws IOException {
        try (Stream<Path> files = Files.walk(tree(version).resolve("main"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("linux-lts-"))
                    .map(file -> tree(version).relativize(file))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
