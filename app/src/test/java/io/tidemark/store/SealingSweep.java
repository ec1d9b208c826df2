package io.tidemark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.ProblemException;
import io.tidemark.model.Version;
import io.tidemark.model.VersionFacts;
import io.tidemark.model.VersionState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Operations that make, share and read versions, each on a depot of its own: a sealed version 1.0, its snapshot 1.1, an
 * unrelated 2.0, a staged 3.0 with one file, and 4.0, a plain copy of 1.0 that was adopted and sealed.
 */
final class SealingSweep {

    private static final Map<String, String> OTHER = Map.of("README", "read me", "other/file", "other");

    private SealingSweep() {}

    static Stream<Arguments> operations() {
        return Stream.of(
                operation("seal", SealingSweep::seal),
                operation("snapshot", s -> snapshot(s, "1.0", "5.0")),
                operation("snapshot of an adopted version", s -> snapshot(s, "6.0", "5.0")),
                operation("seal what was adopted", SealingSweep::sealAdopted),
                operation("share copies", s -> s.shareCopies(false, TestJob.quiet())),
                operation("prune what is shared", SealingSweep::prune),
                operation("discard", SealingSweep::discard),
                operation("verify", s -> s.verify("1.1", TestJob.quiet())));
    }

    static Depot prepare(Path top) throws Exception {
        Depot depot = Depot.create(Files.createDirectories(top).resolve("depot"));
        depot.seal("1.0", Depot.SMALL);
        depot.snapshot("1.0", "1.1");
        depot.seal("2.0", OTHER);
        depot.write(s -> Depot.add(s.stage("3.0"), "kept", "fetched before"));
        depot.adopt("1.0", "4.0");
        depot.write(s -> s.sealAdopted("4.0", VersionFacts.none(), Map.of(), TestJob.quiet()));
        depot.adopt("2.0", "6.0");
        return depot;
    }

    /** Everything that must hold after the next start, whatever was cut short; then the operation can be done again. */
    static void judge(String what, Depot depot, Map<String, Map<String, String>> before, Mirror.Writing again)
            throws Exception {
        depot.write(s -> {});
        settled(what, depot);
        assertWhole(what, depot, before);
        int journal = depot.open().journal().size();
        depot.write(s -> {});
        assertEquals(journal, depot.open().journal().size(), what + ": a second recovery did something");
        depot.write(again);
        settled(what, depot);
        assertWhole(what + " and again", depot, before);
    }

    /** What clients see of each version that is there before. */
    static Map<String, Map<String, String>> seen(Depot depot) throws Exception {
        Map<String, Map<String, String>> seen = new TreeMap<>();
        for (Version version : depot.open().versions()) {
            if (version.state() != VersionState.STAGED) {
                seen.put(version.name(), Depot.seen(depot.root.resolve(version.name())));
            }
        }
        return seen;
    }

    private static void assertWhole(String what, Depot depot, Map<String, Map<String, String>> before)
            throws Exception {
        Map<String, Map<String, String>> now = seen(depot);
        for (String name : now.keySet()) {
            if (before.containsKey(name)) {
                assertEquals(before.get(name), now.get(name), what + ": " + name + " looks different");
            }
        }
        assertTrue(now.keySet().containsAll(List.of("1.0", "2.0", "4.0", "6.0")), what + " " + now.keySet());
        try (Stream<Path> visible = Files.list(depot.root)) {
            List<String> names = visible.map(p -> p.getFileName().toString())
                    .filter(n -> !n.equals(Layout.OWN))
                    .toList();
            assertEquals(now.keySet(), Set.copyOf(names), what + ": what is visible is not what there is");
        }
        for (Version version : depot.open().versions()) {
            if (version.state() == VersionState.SEALED) {
                assertEquals(List.of(), depot.open().tampered(version.name(), TestJob.quiet()), what);
                depot.write(s -> assertEquals(List.of(), s.verify(version.name(), TestJob.quiet()), what));
            } else {
                assertTrue(version.name().equals("3.0") || version.name().equals("6.0"), what + " " + version);
            }
        }
    }

    private static void settled(String what, Depot depot) throws Exception {
        try (Home home = Home.open(new Disk(), depot.root)) {
            assertFalse(Recovery.needed(home), what + ": something is left to recover");
        }
    }

    private static void seal(DiskSession session) throws ProblemException, InterruptedException {
        if (has(session, "3.0")) {
            return;
        }
        Staging staging = session.stage("3.0");
        staging.shareAll(Map.of("README", "r", "main/x86_64/a.apk", "a"), "1.1", TestJob.quiet());
        Depot.add(staging, "README", "replaced");
        Depot.add(staging, "new/file", "fetched now");
        Depot.addWhole(staging, "new/small/file", "fetched at once");
        Depot.addWhole(staging, "main/x86_64/a.apk", "replaced at once");
        staging.link("new/link", "file");
        staging.retain(Set.of("README", "kept", "main/x86_64/a.apk", "new/file", "new/small/file", "new/link"));
        staging.seal(VersionFacts.none(), TestJob.quiet());
    }

    private static void snapshot(DiskSession session, String from, String to)
            throws ProblemException, InterruptedException {
        if (!has(session, to)) {
            session.snapshot(from, to, TestJob.quiet());
        }
    }

    private static void sealAdopted(DiskSession session) throws ProblemException, InterruptedException {
        if (!has(session, "6.0")) {
            session.sealAdopted("6.0", VersionFacts.none(), Map.of(), TestJob.quiet());
        }
    }

    private static void prune(DiskSession session) throws ProblemException, InterruptedException {
        if (session.store().version("1.1").isPresent()) {
            session.prune(List.of("1.1"), TestJob.quiet());
        }
    }

    private static void discard(DiskSession session) throws ProblemException, InterruptedException {
        session.stage("3.0").shareAll(Map.of("README", "r"), "1.0", TestJob.quiet());
        session.discard("3.0");
    }

    private static boolean has(DiskSession session, String version) throws ProblemException {
        return session.store()
                .version(version)
                .filter(v -> v.state() == VersionState.SEALED)
                .isPresent();
    }

    private static Arguments operation(String name, Mirror.Writing writing) {
        return Arguments.of(name, writing);
    }
}
