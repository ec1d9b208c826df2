package io.tidemark.store;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidemark.model.ProblemException;
import io.tidemark.model.VersionFacts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Files that are put into a staged version by many, and small ones that are written whole. */
class WholeFilesTest {

    @TempDir(factory = QuickDisk.class)
    Path temp;

    private Depot depot;

    @BeforeEach
    void create() throws Exception {
        depot = Depot.create(temp.resolve("depot"));
    }

    @Test
    void sealsSmallFilesThatWerePutWhole() throws Exception {
        depot.write(s -> {
            Staging staging = s.stage("1.0");
            Depot.addWhole(staging, "main/x86_64/a.apk", "first attempt");
            Depot.addWhole(staging, "main/x86_64/a.apk", "second");
            Depot.addWhole(staging, "empty", "");
            assertEquals(
                    Map.of("main/x86_64/a.apk", Depot.identity("second"), "empty", Depot.identity("")),
                    staging.present());
            staging.seal(VersionFacts.none(), TestJob.quiet());
        });
        Map<String, String> seen = Depot.seen(depot.root.resolve("1.0"));
        assertEquals(
                "100444 2022-08-02T10:00:00.123456789Z " + Sha256.hex("second".getBytes(StandardCharsets.UTF_8)),
                seen.get("main/x86_64/a.apk"));
        depot.write(s -> assertEquals(List.of(), s.verify("1.0", TestJob.quiet())));
    }

    @Test
    void takesFilesFromManyThreads() throws Exception {
        depot.write(s -> {
            Staging staging = s.stage("1.0");
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Object>> added = new ArrayList<>();
                for (int i = 0; i < 300; i++) {
                    String path = "d" + i % 7 + "/e" + i % 3 + "/f" + i;
                    added.add(threads.submit(() -> {
                        Depot.add(staging, path, path.repeat(500));
                        return null;
                    }));
                }
                for (Future<Object> one : added) {
                    one.get();
                }
            } catch (ExecutionException e) {
                throw new AssertionError(e);
            }
            assertEquals(300, staging.seal(VersionFacts.none(), TestJob.quiet()).files());
        });
        depot.write(s -> assertEquals(List.of(), s.verify("1.0", TestJob.quiet())));
    }

    @Test
    void keepsWhatWasPutWholeForAnotherSession() throws Exception {
        depot.write(s -> Depot.addWhole(s.stage("1.0"), "d/done", "complete"));
        Path log = depot.root.resolve(".tidemark/staging/1.0/present");
        List<String> lines = Files.readAllLines(log);
        depot.write(s -> {
            Staging staging = s.stage("1.0");
            assertEquals(Map.of("d/done", Depot.identity("complete")), staging.present());
            Depot.addWhole(staging, "d/torn", "written, but not noted");
        });
        Files.write(log, lines);
        depot.write(s -> {
            Staging staging = s.stage("1.0");
            assertEquals(Set.of("d/done"), staging.present().keySet());
            assertFalse(Files.exists(staging.tree().resolve("d/torn")));
        });
    }

    @Test
    void notesFilesAsJson() throws Exception {
        StagedFile odd = new StagedFile(
                "d/é𝄞 \u007f", "say \"a\\b\"\n\t\u0001", "00ff", 0444, Long.MAX_VALUE, 7, -1, "1.0", true);
        byte[] line = StagedLine.of(odd);
        assertEquals('\n', line[line.length - 1]);
        assertEquals(odd, Json.read(Arrays.copyOf(line, line.length - 1), StagedFile.class, "line"));
        StagedFile plain = new StagedFile("main/a.apk", "Q1x=", "00ff", 0444, 12, 7, 1, "", false);
        String written = new String(Json.write(plain), StandardCharsets.UTF_8);
        assertEquals(written + "\n", new String(StagedLine.of(plain), StandardCharsets.UTF_8));
    }

    @Test
    void leavesNothingOfASmallFileThatDidNotFit() throws Exception {
        AtomicBoolean full = new AtomicBoolean();
        DiskFaults faults = call -> full.get() && call == Call.WRITE ? Errno.ENOSPC : 0;
        depot.on(new Disk(faults)).write(s -> {
            Staging staging = s.stage("1.0");
            full.set(true);
            assertCode("store.full", () -> Depot.addWhole(staging, "d/file", "too much"));
            assertEquals(Map.of(), staging.present());
            assertFalse(Files.exists(staging.tree().resolve("d/file")));
            full.set(false);
        });
    }

    @Test
    void replacesASharedFileByAWholeOneWithoutTouchingTheOldVersion() throws Exception {
        depot.seal("1.0", Depot.SMALL);
        Map<String, String> before = Depot.seen(depot.root.resolve("1.0"));
        depot.write(s -> {
            Staging staging = s.stage("1.1");
            staging.shareAll(Map.of("README", "r"), "1.0", TestJob.quiet());
            Depot.addWhole(staging, "README", "rewritten");
            staging.seal(VersionFacts.none(), TestJob.quiet());
        });
        assertEquals("rewritten", Files.readString(depot.root.resolve("1.1/README")));
        assertEquals(before, Depot.seen(depot.root.resolve("1.0")));
        assertEquals(List.of(), depot.open().tampered("1.0", TestJob.quiet()));
    }

    @Test
    void neverWritesThroughALinkOnTheWay() throws Exception {
        Path outside = Files.createDirectory(temp.resolve("outside"));
        depot.write(s -> {
            Staging staging = s.stage("1.0");
            assertDoesNotThrow(() -> Files.createSymbolicLink(staging.tree().resolve("d"), outside));
            assertCode("store.link", () -> Depot.addWhole(staging, "d/file", "x"));
            assertCode("name.path", () -> Depot.addWhole(staging, "../file", "x"));
            staging.retain(Set.of());
        });
        try (var entries = Files.list(outside)) {
            assertEquals(0, entries.count());
        }
    }

    private static void assertCode(String code, Executable call) {
        assertEquals(code, assertThrows(ProblemException.class, call).problem().code());
    }
}
