package io.tidemark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.ProblemException;
import io.tidemark.model.Recognition;
import io.tidemark.model.Recognition.FoundVersion;
import io.tidemark.model.Upstream;
import io.tidemark.model.Version;
import io.tidemark.model.VersionFacts;
import io.tidemark.model.VersionState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions that are one file among others of a flat tree, and the series that they lead. */
class FileVersionTest {

    @TempDir(factory = QuickDisk.class)
    Path temp;

    private Depot depot;
    private Path images;

    @BeforeEach
    void make() throws Exception {
        depot = Depot.create(temp.resolve("mirror"));
        images = Files.createDirectory(temp.resolve("images"));
    }

    private Version bring(String name) throws Exception {
        Path source = Files.writeString(images.resolve(name + ".img"), "image " + name);
        depot.write(s -> {
            Staging staging = s.stage(name);
            staging.bring(name + ".img", source, "id", f -> digest(f), TestJob.quiet());
            staging.sealFile(name + ".img", VersionFacts.none(), TestJob.quiet());
        });
        return depot.version(name);
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(Path file) {
        try {
            return Sha256.hex(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void lead(List<String> members, boolean rollback, boolean hold) throws Exception {
        depot.write(s -> {
            write(s.products().resolve("a.json"), String.join(",", members));
            s.publish(
                    new Publication(
                            List.of(new Publication.Placement("a.json", "meta/a.json")),
                            List.of(),
                            Map.of("a", members),
                            List.of(new Publication.Turn("a", "meta/a.json", members.getLast(), rollback, hold, ""))),
                    TestJob.quiet());
        });
    }

    @Test
    void isLinkedNotCopiedAndSealed() throws Exception {
        Version version = bring("one");
        assertEquals(VersionState.SEALED, version.state());
        assertEquals(1, version.files());
        Path published = depot.root.resolve("one.img");
        assertEquals(
                Files.getAttribute(images.resolve("one.img"), "unix:ino"), Files.getAttribute(published, "unix:ino"));
        assertEquals(published, depot.open().tree("one"));
        assertEquals(List.of(), depot.open().tampered("one", TestJob.quiet()));
        depot.write(s -> assertEquals(List.of(), s.verify("one", TestJob.quiet())));
    }

    @Test
    void mayLieInItsPlaceAlready() throws Exception {
        Path there = Files.writeString(depot.root.resolve("one.img"), "image");
        depot.write(s -> {
            Staging staging = s.stage("one");
            staging.bring("one.img", there, "id", f -> digest(f), TestJob.quiet());
            staging.sealFile("one.img", VersionFacts.none(), TestJob.quiet());
        });
        assertEquals("image", Files.readString(there));
        assertEquals(1, Files.getAttribute(there, "unix:nlink"));
        assertEquals(List.of(), depot.open().tampered("one", TestJob.quiet()));
    }

    @Test
    void doesNotTakeThePlaceOfAnotherFile() throws Exception {
        Files.writeString(depot.root.resolve("one.img"), "somebody's");
        ProblemException refused = assertThrows(ProblemException.class, () -> bring("one"));
        assertEquals("store.in-the-way", refused.problem().code());
        assertEquals("somebody's", Files.readString(depot.root.resolve("one.img")));
    }

    @Test
    void isQuarantinedWhenItWasChangedInPlace() throws Exception {
        bring("one");
        bring("two");
        Files.writeString(images.resolve("two.img"), "other 2");
        assertEquals(List.of("two.img"), depot.open().tampered("two", TestJob.quiet()));
        ProblemException refused = assertThrows(ProblemException.class, () -> lead(List.of("two"), false, false));
        assertEquals("store.tampered", refused.problem().code());
        assertEquals(VersionState.QUARANTINED, depot.version("two").state());
        assertEquals(VersionState.SEALED, depot.version("one").state());
        assertFalse(Files.exists(depot.root.resolve("meta/a.json")));
    }

    @Test
    void leadsASeriesAndIsKeptWhileItIsAMember() throws Exception {
        bring("one");
        bring("two");
        bring("three");
        lead(List.of("one", "two"), false, false);
        assertEquals("two", depot.open().channels().getFirst().target().orElseThrow());
        assertEquals("one,two", Files.readString(depot.root.resolve("meta/a.json")));
        ProblemException needed =
                assertThrows(ProblemException.class, () -> depot.write(s -> s.prune(List.of("one"), TestJob.quiet())));
        assertTrue(needed.problem().code().startsWith("prune.needed."));
        long[] freed = new long[1];
        depot.write(s -> freed[0] = s.prune(List.of("three"), TestJob.quiet()));
        assertEquals(0, freed[0]);
        assertFalse(Files.exists(depot.root.resolve("three.img")));
        assertTrue(Files.exists(images.resolve("three.img")));
    }

    @Test
    void stopsLeadingAndTheSeriesIsHeld() throws Exception {
        bring("one");
        bring("two");
        lead(List.of("one", "two"), false, false);
        lead(List.of("one"), true, true);
        assertEquals("one", depot.open().channels().getFirst().target().orElseThrow());
        ProblemException held = assertThrows(ProblemException.class, () -> lead(List.of("one", "two"), false, false));
        assertEquals("channel.held", held.problem().code());
        assertEquals("one", Files.readString(depot.root.resolve("meta/a.json")));
    }

    @Test
    void canBeAdoptedAndSealedWhereItLies() throws Exception {
        Mirror mirror = Mirror.laidOut(temp.resolve("other"));
        Files.writeString(mirror.root.resolve("x.img"), "image x");
        Recognition found = new Recognition(
                "tree", 90, List.of(new FoundVersion("x", "x.img")), List.of(), List.of(), Upstream.none(), List.of());
        mirror.stores(new Disk()).adopt(mirror.root, Mirror.config(), found, Mirror.ACTOR);
        mirror.write(s -> s.sealAdopted("x", VersionFacts.none(), Map.of(), TestJob.quiet()));
        Version version = mirror.open().version("x").orElseThrow();
        assertEquals(7, version.bytes());
        assertEquals(List.of(), mirror.open().tampered("x", TestJob.quiet()));
    }
}
