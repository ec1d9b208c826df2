package io.tidemark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.BootItem;
import io.tidemark.model.BootRole;
import io.tidemark.model.JournalEntry;
import io.tidemark.model.JournalEntry.Event;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionFacts;
import io.tidemark.model.VersionState;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StagingTest {

    @TempDir(factory = QuickDisk.class)
    Path temp;

    private Depot depot;

    @BeforeEach
    void create() throws Exception {
        depot = Depot.create(temp.resolve("depot"));
    }

    @Test
    void sealsWhatWasPutIntoIt() throws Exception {
        Version version = depot.seal("1.0", Depot.SMALL);
        assertEquals(VersionState.SEALED, version.state());
        assertEquals(5, version.files());
        assertEquals(17 + 35 + 6 + 7, version.bytes());
        assertEquals(version.bytes(), version.newBytes());
        assertEquals(Optional.of(Mirror.CLOCK.instant()), version.verified());
        assertEquals("read me", Files.readString(depot.root.resolve("1.0/README")));
        Map<String, String> seen = Depot.seen(depot.root.resolve("1.0"));
        assertTrue(seen.get("README").startsWith("100444 2022-08-02T10:00:00.123456789Z"), seen.get("README"));
        assertTrue(seen.get("main/x86_64").startsWith("40755 "));
        assertEquals(Depot.SMALL.keySet().size(), depot.open().identities("1.0").size());
        assertFalse(Files.exists(depot.root.resolve(".tidemark/staging/1.0")));
    }

    @Test
    void describesEveryEntryInTheManifest() throws Exception {
        Version version = depot.seal("1.0", Map.of("d/f", "x"));
        String digest = Sha256.hex("x".getBytes(StandardCharsets.UTF_8));
        List<String> lines;
        try (var entries = depot.open().manifest("1.0")) {
            lines = entries.map(
                            e -> e.type() + " " + e.path() + " " + Integer.toOctalString(e.mode()) + " " + e.sha256())
                    .toList();
        }
        assertEquals(List.of("DIRECTORY d 755 ", "FILE d/f 444 " + digest), lines);
        assertEquals(64, version.rootDigest().length());
    }

    @Test
    void journalsStagingAndSealing() throws Exception {
        depot.seal("1.0", Map.of("f", "four"));
        List<JournalEntry> journal = depot.open().journal();
        assertEquals(
                List.of(Event.CREATED, Event.STAGED, Event.SEALED),
                journal.stream().map(JournalEntry::event).toList());
        assertEquals(
                Map.of("files", 1L, "bytes", 4L, "newBytes", 4L, "sequence", 1L),
                journal.getLast().figures());
    }

    @Test
    void givesSequenceNumbersThatOnlyRise() throws Exception {
        assertEquals(1, depot.seal("1.0", Map.of("f", "1")).sequence());
        assertEquals(2, depot.seal("1.1", Map.of("f", "2")).sequence());
        depot.write(s -> s.prune(List.of("1.1"), TestJob.quiet()));
        assertEquals(3, depot.seal("1.2", Map.of("f", "3")).sequence());
    }

    @Test
    void keepsFactsAndIdentities() throws Exception {
        VersionFacts facts = new VersionFacts(
                List.of(), List.of(new BootItem(BootRole.KERNEL, "linux-lts", "5.15", "sha256:1")), Map.of("k", "v"));
        depot.write(s -> {
            Staging staging = s.stage("1.0");
            Depot.add(staging, "f", "x");
            staging.seal(facts, TestJob.quiet());
        });
        assertEquals(facts, depot.open().facts("1.0"));
        assertEquals(Map.of("f", Depot.identity("x")), depot.open().identities("1.0"));
        depot.write(s -> s.describe("1.0", VersionFacts.none(), Map.of("f", "other")));
        assertEquals(VersionFacts.none(), depot.open().facts("1.0"));
        assertEquals(Map.of("f", "other"), depot.open().identities("1.0"));
    }

    @Test
    void readsFactsThatWereCompressedByZstd() throws Exception {
        depot.seal("1.0", Map.of("f", "x"));
        byte[] text = Json.write(new SealedFacts.Identities(1, Map.of("f", "by zstd")));
        Path file = depot.root.resolve(".tidemark/versions/1.0/identities");
        Files.delete(file);
        Files.write(file, com.github.luben.zstd.Zstd.compress(text, 3));
        assertEquals(Map.of("f", "by zstd"), depot.open().identities("1.0"));
    }

    @Test
    void goesOnInAnotherSessionWithWhatWasComplete() throws Exception {
        depot.write(s -> Depot.add(s.stage("1.0"), "done", "complete"));
        assertEquals(VersionState.STAGED, depot.version("1.0").state());
        Files.writeString(depot.root.resolve(".tidemark/staging/1.0/tree/stray"), "from a crash");
        depot.write(s -> {
            Staging staging = s.stage("1.0");
            assertEquals(Map.of("done", Depot.identity("complete")), staging.present());
            assertFalse(Files.exists(staging.tree().resolve("stray")));
            Depot.add(staging, "more", "x");
            staging.seal(VersionFacts.none(), TestJob.quiet());
        });
        assertEquals(2, depot.version("1.0").files());
    }

    @Test
    void readsFilesAgainAfterTheMachineWasRestarted() throws Exception {
        depot.write(s -> {
            Depot.add(s.stage("1.0"), "good", "intact");
            Depot.add(s.stage("1.0"), "lost", "gone in the power cut");
        });
        Path log = depot.root.resolve(".tidemark/staging/1.0/present");
        Files.writeString(log, Files.readString(log).replaceAll("\"boot\":\"[^\"]*\"", "\"boot\":\"another\""));
        zero(depot.root.resolve(".tidemark/staging/1.0/tree/lost"));
        depot.write(s -> assertEquals(Set.of("good"), s.stage("1.0").present().keySet()));
        depot.write(s -> assertEquals(Set.of("good"), s.stage("1.0").present().keySet()));
    }

    private static void zero(Path file) throws Exception {
        var time = Files.getLastModifiedTime(file);
        file.toFile().setWritable(true);
        try (var out = new java.io.RandomAccessFile(file.toFile(), "rw")) {
            out.write(new byte[(int) out.length()]);
        }
        Files.setLastModifiedTime(file, time);
        file.toFile().setWritable(false);
    }

    @Test
    void toleratesALogThatACrashTore() throws Exception {
        depot.write(s -> Depot.add(s.stage("1.0"), "f", "x"));
        Path log = depot.root.resolve(".tidemark/staging/1.0/present");
        Files.writeString(log, Files.readString(log) + "{\"path\":\"half");
        depot.write(s -> assertEquals(Set.of("f"), s.stage("1.0").present().keySet()));
        depot.write(s -> Depot.add(s.stage("1.0"), "g", "y"));
        depot.write(s -> assertEquals(Set.of("f", "g"), s.stage("1.0").present().keySet()));
    }

    @Test
    void resumesAPartWithItsValidator() throws Exception {
        depot.write(s -> {
            try (Staging.Part part = s.stage("1.0").begin("f", "id")) {
                Depot.put(part, "first ");
            }
        });
        depot.write(s -> {
            Staging staging = s.stage("1.0");
            assertEquals(Map.of(), staging.present());
            try (Staging.Part part = staging.begin("f", "id")) {
                assertEquals(6, part.length());
                assertEquals(Optional.of("etag"), part.validator());
                try (InputStream existing = part.existing()) {
                    assertEquals("first ", new String(existing.readAllBytes(), StandardCharsets.UTF_8));
                } catch (java.io.IOException e) {
                    throw new AssertionError(e);
                }
                Depot.put(part, "second");
                part.commit(Optional.empty());
            }
            staging.seal(VersionFacts.none(), TestJob.quiet());
        });
        assertEquals("first second", Files.readString(depot.root.resolve("1.0/f")));
        depot.write(s -> assertEquals(List.of(), s.verify("1.0", TestJob.quiet())));
    }

    @Test
    void startsAPartAgainForAnotherIdentity() throws Exception {
        depot.write(s -> {
            Staging staging = s.stage("1.0");
            try (Staging.Part part = staging.begin("f", "one")) {
                Depot.put(part, "old");
            }
            try (Staging.Part part = staging.begin("f", "two")) {
                assertEquals(0, part.length());
                assertEquals(Optional.empty(), part.validator());
                Depot.put(part, "wrong");
                part.restart();
                assertEquals(0, part.length());
                Depot.put(part, "new");
                part.commit(Optional.empty());
            }
            staging.seal(VersionFacts.none(), TestJob.quiet());
        });
        assertEquals("new", Files.readString(depot.root.resolve("1.0/f")));
        depot.write(s -> assertEquals(List.of(), s.verify("1.0", TestJob.quiet())));
    }

    @Test
    void sharesFilesOfSealedVersions() throws Exception {
        depot.seal("1.0", Depot.SMALL);
        Map<String, String> before = Depot.seen(depot.root.resolve("1.0"));
        depot.write(s -> {
            Staging staging = s.stage("1.1");
            staging.shareAll(Map.of("README", "r", "main/x86_64/a.apk", "a"), "1.0", TestJob.quiet());
            RepositoryStore.Sharing how = staging.share("main/x86_64/b.apk", "1.0", "b");
            assertEquals(s.store().sharing(), how);
            Depot.add(staging, "new", "fresh");
            Version sealed = staging.seal(VersionFacts.none(), TestJob.quiet());
            assertEquals(Optional.of("1.0"), sealed.base());
            assertEquals(5, sealed.newBytes());
        });
        assertEquals(before, Depot.seen(depot.root.resolve("1.0")));
        assertEquals(
                Map.of(
                        "README",
                        "r",
                        "main/x86_64/a.apk",
                        "a",
                        "main/x86_64/b.apk",
                        "b",
                        "new",
                        Depot.identity("fresh")),
                depot.open().identities("1.1"));
        assertEquals(
                Files.readAttributes(depot.root.resolve("1.0/README"), "lastModifiedTime,size"),
                Files.readAttributes(depot.root.resolve("1.1/README"), "lastModifiedTime,size"));
        for (String version : List.of("1.0", "1.1")) {
            assertEquals(List.of(), depot.open().tampered(version, TestJob.quiet()));
            depot.write(s -> assertEquals(List.of(), s.verify(version, TestJob.quiet())));
        }
    }

    @Test
    void replacesASharedFileWithoutTouchingTheOldVersion() throws Exception {
        depot.seal("1.0", Depot.SMALL);
        Map<String, String> before = Depot.seen(depot.root.resolve("1.0"));
        depot.write(s -> {
            Staging staging = s.stage("1.1");
            staging.shareAll(Map.of("README", "r", "releases/latest.yaml", "l"), "1.0", TestJob.quiet());
            Depot.add(staging, "README", "rewritten");
            staging.retain(Set.of("README"));
            staging.seal(VersionFacts.none(), TestJob.quiet());
        });
        assertEquals("rewritten", Files.readString(depot.root.resolve("1.1/README")));
        assertFalse(Files.exists(depot.root.resolve("1.1/releases")));
        assertEquals(before, Depot.seen(depot.root.resolve("1.0")));
        assertEquals(List.of(), depot.open().tampered("1.0", TestJob.quiet()));
    }

    @Test
    void retainsOnlyWhatItIsTold() throws Exception {
        depot.write(s -> {
            Staging staging = s.stage("1.0");
            Depot.add(staging, "keep/this", "x");
            Depot.add(staging, "drop/this", "x");
            staging.link("keep/link", "this");
            staging.link("drop/link", "../keep/this");
            staging.directory("kept/empty");
            staging.directory("dropped/empty");
            staging.retain(Set.of("keep/this", "keep/link", "kept/empty"));
            assertEquals(Set.of("keep/this"), staging.present().keySet());
            staging.seal(VersionFacts.none(), TestJob.quiet());
        });
        assertEquals(
                Set.of("", "keep", "keep/this", "keep/link", "kept", "kept/empty"),
                new HashSet<>(Depot.seen(depot.root.resolve("1.0")).keySet()));
        try (var entries = depot.open().manifest("1.0")) {
            assertEquals(
                    List.of("this"),
                    entries.map(ManifestEntry::target).filter(t -> !t.isEmpty()).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "../x",
                "a/../../x",
                "/etc/passwd",
                "a//b",
                "a/",
                "./a",
                "a\nb",
                "a\u0000b",
                "a\u001b[2J",
                "a\u202eb",
                "a\\b",
                "a\u0085",
                "a/.tidemark/x",
                "\ud800"
            })
    void refusesPathsThatCouldLeaveOrHide(String path) throws Exception {
        depot.write(s -> {
            Staging staging = s.stage("1.0");
            assertCode("name.path", () -> staging.begin(path, "id"));
            assertCode("name.path", () -> staging.directory(path));
            assertCode("name.path", () -> staging.link(path, "x"));
        });
    }

    @Test
    void refusesNamesThatAreTooLong() throws Exception {
        depot.write(s -> {
            Staging staging = s.stage("1.0");
            assertCode("name.path", () -> staging.begin("n".repeat(256), "id"));
            assertCode("name.path", () -> staging.begin(("n".repeat(200) + "/").repeat(20) + "n", "id"));
            Depot.add(staging, "é".repeat(127), "x");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/etc/passwd", "../..", "../../x", "b/../../../x", "a\nb"})
    void refusesTargetsOutsideTheVersion(String target) throws Exception {
        depot.write(s -> assertCode("name.target", () -> s.stage("1.0").link("d/link", target)));
    }

    @Test
    void refusesNamesThatAreTaken() throws Exception {
        depot.seal("1.0", Map.of("f", "x"));
        Files.createDirectory(depot.root.resolve("taken"));
        depot.write(s -> {
            assertCode("store.version-exists", () -> s.stage("1.0"));
            assertCode("store.version-exists", () -> s.stage("taken"));
            assertCode("name.version", () -> s.stage("../x"));
        });
    }

    @Test
    void renamesAndDiscardsStagedVersions() throws Exception {
        depot.write(s -> Depot.add(s.stage("1.0"), "f", "x"));
        depot.write(s -> {
            s.restage("1.0", "1.1");
            assertEquals(Set.of("f"), s.stage("1.1").present().keySet());
            assertCode("store.no-version", () -> s.restage("1.0", "1.2"));
            s.discard("1.1");
            assertCode("store.no-version", () -> s.discard("1.1"));
        });
        assertEquals(List.of(), depot.open().versions());
    }

    @Test
    void discardingASharingVersionLeavesTheSourceUntouched() throws Exception {
        depot.seal("1.0", Depot.SMALL);
        depot.write(s -> s.stage("1.1").shareAll(Map.of("README", "r"), "1.0", TestJob.quiet()));
        assertEquals(List.of(), depot.open().tampered("1.0", TestJob.quiet()));
        depot.write(s -> s.discard("1.1"));
        assertEquals(List.of(), depot.open().tampered("1.0", TestJob.quiet()));
        depot.snapshot("1.0", "1.2");
    }

    private static void assertCode(String code, Executable call) {
        Problem problem = assertThrows(ProblemException.class, call).problem();
        assertEquals(code, problem.code());
        assertTrue(problem.args().get("object").chars().noneMatch(Character::isISOControl));
    }
}
