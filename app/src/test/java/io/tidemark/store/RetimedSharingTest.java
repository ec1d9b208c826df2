package io.tidemark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.Version;
import io.tidemark.model.VersionFacts;
import io.tidemark.model.VersionState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cp -r} gives every copy the time of the copying; its files are shared all the same. */
class RetimedSharingTest {

    private static final FileTime COPIED = FileTime.fromMillis(1_660_000_000_000L);
    private static final long SAVED =
            Depot.SMALL.values().stream().mapToLong(String::length).sum();

    @TempDir(factory = QuickDisk.class)
    Path temp;

    @Test
    void sharesCopiesThatHaveAnotherTime() throws Exception {
        Depot depot = copied(temp.resolve("depot"));
        Map<String, String> before = content(depot);
        assertEquals(SAVED, depot.open().shareable(TestJob.quiet()));
        depot.write(s -> assertEquals(SAVED, s.shareCopies(false, TestJob.quiet())));
        assertEquals(0, depot.open().shareable(TestJob.quiet()));
        assertEquals(before, content(depot));
        assertWhole("shared", depot);
        boolean links = depot.open().sharing() == RepositoryStore.Sharing.HARD_LINK;
        FileTime expected = links ? FileTime.from(Depot.TIME) : COPIED;
        assertEquals(expected, Files.getLastModifiedTime(depot.root.resolve("2.0/README")));
        assertEquals(FileTime.from(Depot.TIME), Files.getLastModifiedTime(depot.root.resolve("1.0/README")));
    }

    @Test
    void cutShortAnywhereNothingLooksChangedBehindOurBack() throws Exception {
        for (int n = 1; n < Swept.ENDLESS; n++) {
            Depot depot = copied(temp.resolve("kill-" + n));
            Map<String, String> before = content(depot);
            if (!killed(depot.on(new Disk(Faults.killAt(n))))) {
                assertTrue(n > 10, "makes only " + n + " changes");
                return;
            }
            assertWhole("killed before change " + n, depot);
            assertEquals(before, content(depot));
            depot.write(s -> s.shareCopies(false, TestJob.quiet()));
            assertEquals(0, depot.open().shareable(TestJob.quiet()), "again after " + n);
            assertWhole("again after " + n, depot);
        }
        throw new AssertionError("never ended");
    }

    private static boolean killed(Depot depot) throws Exception {
        try {
            depot.write(s -> s.shareCopies(false, TestJob.quiet()));
            return false;
        } catch (Killed dead) {
            return true;
        }
    }

    /** A version of our own, and a copy of it made by hand, adopted and sealed. */
    private static Depot copied(Path root) throws Exception {
        Depot depot = Depot.create(Files.createDirectories(root).resolve("depot"));
        depot.seal("1.0", Depot.SMALL);
        depot.adopt("1.0", "2.0");
        try (Stream<Path> files = Files.walk(depot.root.resolve("2.0"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, COPIED);
            }
        }
        depot.write(s -> s.sealAdopted("2.0", VersionFacts.none(), Map.of(), TestJob.quiet()));
        return depot;
    }

    private static void assertWhole(String what, Depot depot) throws Exception {
        for (Version version : depot.open().versions()) {
            assertEquals(VersionState.SEALED, version.state(), what);
            assertEquals(List.of(), depot.open().tampered(version.name(), TestJob.quiet()), what);
            depot.write(s -> assertEquals(List.of(), s.verify(version.name(), TestJob.quiet()), what));
        }
    }

    private static Map<String, String> content(Depot depot) throws IOException {
        Map<String, String> content = new TreeMap<>();
        for (String version : List.of("1.0", "2.0")) {
            Depot.seen(depot.root.resolve(version)).forEach((path, seen) -> {
                String[] parts = seen.split(" ", 3);
                content.put(version + "/" + path, parts[0] + " " + parts[2]);
            });
        }
        return content;
    }
}
