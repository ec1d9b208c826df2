package io.tidemark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tidemark.model.EntryPath;
import io.tidemark.model.FileChange;
import io.tidemark.model.FileChange.Kind;
import io.tidemark.model.ManifestEntry;
import io.tidemark.model.ManifestEntry.Type;
import io.tidemark.model.ProblemException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestCompareTest {

    @Test
    void tellsWhatWasAddedRemovedChangedAndMoved() throws Exception {
        List<ManifestEntry> before = List.of(
                ManifestSamples.file("a", 1),
                ManifestSamples.file("gone", 2),
                ManifestSamples.file("old/name", 3),
                ManifestSamples.file("same", 4));
        List<ManifestEntry> after = List.of(
                ManifestSamples.file("a", 10),
                ManifestSamples.file("new", 5),
                ManifestSamples.file("new/name", 3),
                ManifestSamples.file("same", 4));
        assertEquals(
                List.of(
                        new FileChange(Kind.CHANGED, "a", "", 1, 10, Type.FILE),
                        new FileChange(Kind.REMOVED, "gone", "", 2, 0, Type.FILE),
                        new FileChange(Kind.ADDED, "new", "", 0, 5, Type.FILE),
                        new FileChange(Kind.MOVED, "new/name", "old/name", 3, 3, Type.FILE)),
                compare(before, after));
    }

    @Test
    void pairsEachFileOnceAndNeverEmptyOnes() throws Exception {
        List<ManifestEntry> before = List.of(ManifestSamples.file("a1", 7), ManifestSamples.file("e1", 0));
        List<ManifestEntry> after =
                List.of(ManifestSamples.file("b1", 7), ManifestSamples.file("b2", 7), ManifestSamples.file("e2", 0));
        assertEquals(
                List.of(
                        new FileChange(Kind.MOVED, "b1", "a1", 7, 7, Type.FILE),
                        new FileChange(Kind.ADDED, "b2", "", 0, 7, Type.FILE),
                        new FileChange(Kind.REMOVED, "e1", "", 0, 0, Type.FILE),
                        new FileChange(Kind.ADDED, "e2", "", 0, 0, Type.FILE)),
                compare(before, after));
    }

    @Test
    void tellsChangedModesTypesAndTargets() throws Exception {
        EntryPath path = EntryPath.of("p");
        ManifestEntry file = ManifestSamples.file("p", 3);
        ManifestEntry mode = new ManifestEntry(path, Type.FILE, 0644, 3, file.sha256(), "");
        ManifestEntry link = new ManifestEntry(path, Type.SYMLINK, 0777, 0, "", "x");
        assertEquals(List.of(new FileChange(Kind.CHANGED, "p", "", 3, 3, Type.FILE)), compare(file, mode));
        assertEquals(List.of(new FileChange(Kind.CHANGED, "p", "", 3, 0, Type.SYMLINK)), compare(file, link));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void agreesWithASimpleComparison(long seed) throws Exception {
        Random random = new Random(seed);
        ManifestSamples samples = new ManifestSamples(seed);
        TreeMap<EntryPath, ManifestEntry> before = new TreeMap<>();
        samples.entries(6000).forEach(entry -> before.put(entry.path(), entry));
        TreeMap<EntryPath, ManifestEntry> after = new TreeMap<>();
        for (ManifestEntry entry : before.values()) {
            int fate = random.nextInt(20);
            ManifestEntry other = samples.entry();
            if (fate == 0) {
                after.put(other.path(), other);
            } else if (fate == 1) {
                after.put(other.path(), at(other.path(), entry));
            } else if (fate == 2) {
                after.put(entry.path(), at(entry.path(), other));
            } else if (fate > 3) {
                after.put(entry.path(), entry);
            }
        }
        assertEquals(simple(before, after), compare(before.values(), after.values()));
    }

    @Test
    void findsManyDifferencesByReadingTwice() throws Exception {
        List<ManifestEntry> before = new ArrayList<>();
        List<ManifestEntry> after = new ArrayList<>();
        for (int i = 100_000; i < 201_000; i++) {
            before.add(ManifestSamples.file("a" + i, i));
            after.add(ManifestSamples.file("b" + i, i));
        }
        List<FileChange> changes = compare(before, after);
        assertEquals(101_000, changes.size());
        assertEquals(new FileChange(Kind.MOVED, "b100000", "a100000", 100_000, 100_000, Type.FILE), changes.get(0));
        assertEquals(
                Set.of(Kind.MOVED),
                new HashSet<>(changes.stream().map(FileChange::kind).toList()));
    }

    @Test
    void tellsNothingWhenAManifestIsDamaged() throws Exception {
        ManifestSamples.Packed good = ManifestSamples.Packed.of(List.of(ManifestSamples.file("a", 1)));
        ManifestSamples.Packed other = ManifestSamples.Packed.of(List.of(ManifestSamples.file("b", 1)));
        ManifestSamples.Packed wrong = new ManifestSamples.Packed(other.bytes(), good.root());
        List<FileChange> told = new ArrayList<>();
        ProblemException e = assertThrows(
                ProblemException.class, () -> new ManifestCompare(good, wrong, TestJob.quiet()).run(told::add));
        assertEquals("store.manifest", e.problem().code());
        assertEquals(List.of(), told);
    }

    private static ManifestEntry at(EntryPath path, ManifestEntry e) {
        return new ManifestEntry(path, e.type(), e.mode(), e.size(), e.sha256(), e.target());
    }

    private static List<FileChange> compare(ManifestEntry before, ManifestEntry after) throws Exception {
        return compare(List.of(before), List.of(after));
    }

    private static List<FileChange> compare(
            java.util.Collection<ManifestEntry> before, java.util.Collection<ManifestEntry> after) throws Exception {
        List<FileChange> changes = new ArrayList<>();
        new ManifestCompare(
                        ManifestSamples.Packed.of(List.copyOf(before)),
                        ManifestSamples.Packed.of(List.copyOf(after)),
                        TestJob.quiet())
                .run(changes::add);
        return changes;
    }

    private static List<FileChange> simple(Map<EntryPath, ManifestEntry> before, Map<EntryPath, ManifestEntry> after) {
        Map<String, Deque<EntryPath>> gone = new HashMap<>();
        before.forEach((path, entry) -> {
            if (!after.containsKey(path) && entry.size() > 0) {
                gone.computeIfAbsent(entry.sha256(), d -> new ArrayDeque<>()).add(path);
            }
        });
        Map<EntryPath, EntryPath> moves = new HashMap<>();
        after.forEach((path, entry) -> {
            if (!before.containsKey(path) && entry.size() > 0 && gone.containsKey(entry.sha256())) {
                EntryPath from = gone.get(entry.sha256()).poll();
                if (from != null) {
                    moves.put(path, from);
                }
            }
        });
        Set<EntryPath> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        List<FileChange> changes = new ArrayList<>();
        for (EntryPath path : all) {
            ManifestEntry b = before.get(path);
            ManifestEntry a = after.get(path);
            String text = path.text();
            if (b == null) {
                EntryPath from = moves.get(path);
                changes.add(
                        from == null
                                ? new FileChange(Kind.ADDED, text, "", 0, a.size(), a.type())
                                : new FileChange(Kind.MOVED, text, from.text(), a.size(), a.size(), a.type()));
            } else if (a == null) {
                if (!moves.containsValue(path)) {
                    changes.add(new FileChange(Kind.REMOVED, text, "", b.size(), 0, b.type()));
                }
            } else if (!a.sameAs(b)) {
                changes.add(new FileChange(Kind.CHANGED, text, "", b.size(), a.size(), a.type()));
            }
        }
        return changes;
    }
}
