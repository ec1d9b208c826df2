package io.tidemark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.Channel;
import io.tidemark.model.JournalEntry;
import io.tidemark.model.JournalEntry.Event;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Recognition;
import io.tidemark.model.Recognition.FoundVersion;
import io.tidemark.model.Upstream;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class FoundingTest {

    @TempDir(factory = QuickDisk.class)
    Path temp;

    private final DiskStores stores = new DiskStores(new Disk(), Mirror.CLOCK);

    @Test
    void makesARepositoryThatNoServerPublishes() throws Exception {
        Path root = temp.resolve("deep/new");
        stores.create(root, Mirror.config(Mirror.channel("stable", "stable")), Mirror.ACTOR);
        assertTrue(stores.isRepository(root));
        assertEquals(
                "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(".tidemark"))));
        DiskRepository repository = stores.open(root);
        assertEquals(List.of(), repository.versions());
        assertEquals(Mirror.config().id(), repository.config().id());
        assertEquals(
                List.of(Event.CREATED),
                repository.journal().stream().map(JournalEntry::event).toList());
        assertTrue(repository.space().bytes() > 0);
    }

    @Test
    void adoptsWithoutChangingWhatClientsSee() throws Exception {
        Mirror mirror = Mirror.laidOut(temp.resolve("mirror"));
        long inode = (long) Files.getAttribute(mirror.root.resolve("1.1/main/shared"), "unix:ino");
        DiskRepository repository = stores.adopt(mirror.root, Mirror.config(), Mirror.recognition(), Mirror.ACTOR);
        assertEquals(
                List.of("1.0", "1.1", "1.2", "1.3"),
                repository.versions().stream().map(Version::name).toList());
        assertTrue(repository.versions().stream().allMatch(v -> v.state() == VersionState.ADOPTED));
        assertEquals(List.of("stable"), repository.versions().get(2).channels());
        assertEquals(mirror.root.resolve("1.1"), repository.tree("1.1"));
        Channel stable = repository.channels().getFirst();
        assertEquals("1.2", stable.target().orElseThrow());
        assertEquals("1.2", mirror.link("stable"));
        assertEquals(inode, Files.getAttribute(mirror.root.resolve("1.1/main/shared"), "unix:ino"));
        assertEquals(5, repository.journal().size());
    }

    @Test
    void readsLinksAsPeopleWriteThem() throws Exception {
        Mirror mirror = Mirror.adopted(temp.resolve("mirror"));
        for (String text : List.of("1.3", "1.3/", "./1.3", "../mirror/1.3/", mirror.root + "/1.3", "1.3/main/..")) {
            Files.delete(mirror.root.resolve("stable"));
            Files.createSymbolicLink(mirror.root.resolve("stable"), Path.of(text));
            assertEquals("1.3", mirror.open().channels().getFirst().target().orElseThrow(), text);
        }
        for (String text : List.of("1.4", "../elsewhere", "/", "1.3/main")) {
            Files.delete(mirror.root.resolve("stable"));
            Files.createSymbolicLink(mirror.root.resolve("stable"), Path.of(text));
            assertTrue(mirror.open().channels().getFirst().target().isEmpty(), text);
        }
    }

    @Test
    void refusesWhatCannotBeARepository() throws Exception {
        Mirror mirror = Mirror.laidOut(temp.resolve("mirror"));
        Path root = mirror.root;
        assertCode("store.not-empty", () -> stores.create(root, Mirror.config(), Mirror.ACTOR));
        assertCode("store.none", () -> stores.open(root));
        assertCode("store.none", () -> stores.open(temp.resolve("nothing")));
        assertCode(
                "channel.place",
                () -> stores.create(
                        temp.resolve("odd"), Mirror.config(Mirror.channel("up", "../../up")), Mirror.ACTOR));
        assertCode(
                "channel.twice",
                () -> stores.create(
                        temp.resolve("odd"),
                        Mirror.config(Mirror.channel("a", "same"), Mirror.channel("b", "same")),
                        Mirror.ACTOR));
        assertFalse(Files.exists(temp.resolve("odd")));
        Files.createSymbolicLink(temp.resolve("link"), root);
        assertCode(
                "store.root-link",
                () -> stores.adopt(temp.resolve("link"), Mirror.config(), Mirror.recognition(), Mirror.ACTOR));
        stores.adopt(root, Mirror.config(), Mirror.recognition(), Mirror.ACTOR);
        assertCode("store.exists", () -> stores.create(root, Mirror.config(), Mirror.ACTOR));
        assertCode("store.exists", () -> stores.adopt(root, Mirror.config(), Mirror.recognition(), Mirror.ACTOR));
    }

    @Test
    void adoptsNoVersionThatLiesElsewhere() throws Exception {
        Mirror mirror = Mirror.laidOut(temp.resolve("mirror"));
        Files.createDirectory(temp.resolve("outside"));
        Files.createSymbolicLink(mirror.root.resolve("2.0"), temp.resolve("outside"));
        assertCode("store.link", () -> adopt(mirror, "2.0"));
        assertCode("store.version-place", () -> adopt(mirror, "../outside"));
        assertCode("store.version-place", () -> adopt(mirror, "."));
        assertCode("store.missing", () -> adopt(mirror, "2.1"));
        assertFalse(stores.isRepository(mirror.root));
    }

    @Test
    void refusesADirectoryThatOthersCanWriteTo() throws Exception {
        Mirror mirror = Mirror.adopted(temp.resolve("mirror"));
        Path own = mirror.root.resolve(".tidemark");
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertCode("store.unsafe", mirror::open);
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxrwx---"));
        mirror.open();
    }

    @Test
    void refusesNewerFormatsAndDamagedSettings() throws Exception {
        Mirror mirror = Mirror.adopted(temp.resolve("mirror"));
        Path settings = mirror.root.resolve(".tidemark/repository.json");
        String text = Files.readString(settings);
        Files.writeString(settings, text.replace("\"format\":1", "\"format\":2"));
        assertCode("store.format", mirror::open);
        for (String damaged : List.of(
                "",
                "{}",
                text.substring(0, text.length() / 2),
                text + "x",
                text.replace("\"kind\"", "\"kind2\""),
                text.replace("{\"format\":1", "{\"format\":1,\"format\":1"),
                "[".repeat(100_000))) {
            Files.writeString(settings, damaged);
            assertCode("store.damaged", mirror::open);
            assertEquals(damaged, Files.readString(settings));
        }
    }

    @Test
    void leavesNoHalfRepositoryWhereverItIsKilled() throws Throwable {
        for (int n = 1; n < Swept.ENDLESS; n++) {
            Mirror mirror = Mirror.laidOut(temp.resolve("kill-" + n));
            Path made = temp.resolve("kill-" + n + "-new");
            boolean adopted = survives(n, s -> s.adopt(mirror.root, Mirror.config(), Mirror.recognition(), ""));
            boolean created = survives(n, s -> s.create(made, Mirror.config(), ""));
            requireWholeOrNone(mirror.root, () -> stores.adopt(mirror.root, Mirror.config(), Mirror.recognition(), ""));
            requireWholeOrNone(made, () -> stores.create(made, Mirror.config(), ""));
            if (adopted && created) {
                assertTrue(n > 20);
                return;
            }
        }
        throw new AssertionError("founding never ended");
    }

    @Test
    void tidiesUpWhenItFails() throws Exception {
        for (int n = 1; n < Swept.ENDLESS; n++) {
            Path made = temp.resolve("fail-" + n);
            Faults faults = Faults.failAt(n, Errno.EIO);
            try {
                new DiskStores(new Disk(faults), Mirror.CLOCK).create(made, Mirror.config(), "");
            } catch (ProblemException e) {
                assertEquals("store.io", e.problem().code());
                assertTrue(!Files.exists(made) || stores.isRepository(made), "left something at change " + n);
            }
            if (!faults.met()) {
                return;
            }
        }
        throw new AssertionError("founding never ended");
    }

    private void requireWholeOrNone(Path root, Executable again) throws Throwable {
        if (stores.isRepository(root)) {
            stores.open(root).versions();
            assertCode("store.exists", again);
        } else {
            again.execute();
        }
        stores.open(root).write("test", "", TestJob.quiet()).close();
        try (var names = Files.list(root)) {
            assertTrue(names.noneMatch(p -> p.getFileName().toString().equals(".tidemark.new")));
        }
    }

    private boolean survives(int n, Making making) throws ProblemException {
        try {
            making.with(new DiskStores(new Disk(Faults.killAt(n)), Mirror.CLOCK));
            return true;
        } catch (Killed e) {
            return false;
        }
    }

    private void adopt(Mirror mirror, String path) throws ProblemException {
        Recognition found = new Recognition(
                "tree", 1, List.of(new FoundVersion("2.0", path)), List.of(), List.of(), Upstream.none(), List.of());
        stores.adopt(mirror.root, Mirror.config(), found, Mirror.ACTOR);
    }

    private static void assertCode(String code, Executable call) {
        assertEquals(code, assertThrows(ProblemException.class, call).problem().code());
    }

    private interface Making {
        void with(DiskStores stores) throws ProblemException;
    }
}
