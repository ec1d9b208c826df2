package io.tidemark.kind.tree;

import static io.tidemark.kind.tree.Fixture.BEFORE;
import static io.tidemark.kind.tree.Fixture.NOW;
import static io.tidemark.kind.tree.Fixture.notices;
import static io.tidemark.kind.tree.Fixture.paths;
import static io.tidemark.kind.tree.Fixture.survey;
import static io.tidemark.kind.tree.Fixture.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.kind.Survey;
import io.tidemark.model.Gate;
import io.tidemark.model.Policies;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.VersionFacts;
import io.tidemark.serve.Published;
import io.tidemark.serve.TreeServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class TreeSurveyTest {

    @TempDir
    Path root;

    @BeforeEach
    void fill() throws Exception {
        write(root, "db/main.cvd", "main", BEFORE);
        write(root, "db/daily.cvd", "daily", BEFORE);
        write(root, "db/old/main.cvd", "old", BEFORE);
        write(root, "tool.tmp", "x", BEFORE);
        write(root, "été.txt", "y", BEFORE);
    }

    private String local() {
        return root.toString();
    }

    private static void assertRefused(String code, Problem.Category category, String url) {
        Problem problem =
                assertThrows(ProblemException.class, () -> survey(url)).problem();
        assertEquals(code, problem.code());
        assertEquals(category, problem.category());
    }

    @Test
    void seesTheSameThroughAWebServerAndOnTheDisk() throws Exception {
        try (TreeServer server = TreeServer.start(Published.tree(root))) {
            Survey web = survey(server.url());
            assertEquals(List.of("db/daily.cvd", "db/main.cvd", "db/old/main.cvd", "tool.tmp", "été.txt"), paths(web));
            assertEquals(paths(web), paths(survey(local())));
            assertEquals(3, server.requests());
            assertEquals(4, web.files().get(1).size());
            assertEquals("5", web.facts().attributes().get(Facts.FILES));
            assertEquals("14", web.facts().attributes().get(Facts.BYTES));
            assertEquals(Optional.of("db/daily.cvd"), Fixture.KIND.probePath(web.facts()));
        }
    }

    @Test
    void twoSurveysAreEqualUntilSomethingMoves() throws Exception {
        String first = survey(local()).fingerprint();
        assertEquals(first, survey(local()).fingerprint());
        write(root, "db/main.cvd", "MAIN", BEFORE.plusSeconds(60));
        String changed = survey(local()).fingerprint();
        assertNotEquals(first, changed);
        Files.delete(root.resolve("tool.tmp"));
        assertNotEquals(changed, survey(local()).fingerprint());
    }

    @Test
    void leavesOutWhatIsExcluded() throws Exception {
        assertEquals(
                List.of("db/daily.cvd", "db/main.cvd", "été.txt"),
                paths(survey(local(), Map.of("exclude", List.of("old/", "*.tmp")))));
        assertEquals(
                List.of("db/daily.cvd", "db/main.cvd"), paths(survey(local(), Map.of("include", List.of("db/*.cvd")))));
        assertEquals(
                List.of("db/main.cvd", "db/old/main.cvd"),
                paths(survey(local(), Map.of("include", List.of("db/**"), "exclude", List.of("daily.*")))));
    }

    @Test
    void promisesNothingOfFilesTooFreshToTell() throws Exception {
        write(root, "fresh", "z", NOW.minusSeconds(30));
        try (TreeServer server = TreeServer.start(Published.tree(root))) {
            Survey web = survey(server.url());
            assertEquals("", web.files().get(3).identity());
            assertEquals("size=4;mtime=2022-08-02T10:00:00Z", web.files().get(1).identity());
            assertTrue(notices(web).contains("notice.tree.vague"));
            assertEquals(web.fingerprint(), survey(server.url()).fingerprint());
        }
    }

    @Test
    void asksForSizesThatAListingDoesNotSay() throws Exception {
        Files.writeString(root.resolve("index.html"), "x");
        try (TreeServer server = TreeServer.start(Published.tree(root));
                PythonLikeServer vague = new PythonLikeServer(server.port())) {
            Survey web = survey(vague.url());
            assertTrue(paths(web).contains("db/old/main.cvd"));
            assertEquals(4, web.files().get(1).size());
            assertTrue(
                    web.files().get(1).identity().contains("tag="), web.files().get(1)::identity);
        }
    }

    @Test
    void carriesLinksThatStayInside() throws Exception {
        Files.createSymbolicLink(root.resolve("db/latest.cvd"), Path.of("old/../main.cvd"));
        Survey survey = survey(local());
        assertEquals(Optional.of("old/../main.cvd"), survey.files().get(1).linkTarget());
        assertEquals("5", survey.facts().attributes().get(Facts.FILES));
    }

    @Test
    void refusesLinksThatLeadOut() throws Exception {
        for (String target : List.of("../..", "/etc/passwd", "../../../x", "a/../../../b")) {
            Path link = root.resolve("db/out");
            Files.createSymbolicLink(link, Path.of(target));
            assertRefused("tree.link", Problem.Category.REFUSED, local());
            assertEquals(
                    4,
                    paths(survey(local(), Map.of("exclude", List.of("out", "old"))))
                            .size());
            Files.delete(link);
        }
    }

    @Test
    void leavesOutACircle() throws Exception {
        Files.createSymbolicLink(root.resolve("self"), Path.of("."));
        try (TreeServer server = TreeServer.start(Published.tree(root))) {
            Survey web = survey(server.url());
            assertEquals(5, web.files().size());
            assertTrue(notices(web).contains("notice.tree.circle"));
        }
    }

    @Test
    void refusesToGoDeeperThanReasonable() throws Exception {
        Path deep = root.resolve("d");
        for (int i = 0; i < 70; i++) {
            deep = deep.resolve("d");
        }
        Files.createDirectories(deep);
        assertRefused("tree.depth", Problem.Category.REFUSED, local());
    }

    @Test
    void refusesAnUpstreamWithNothingInIt(@TempDir Path empty) {
        assertRefused("tree.empty", Problem.Category.REFUSED, empty.toString());
        assertRefused(
                "upstream.missing",
                Problem.Category.UNREACHABLE,
                empty.resolve("gone").toString());
    }

    @Test
    void guardsAgainstALoss() throws Exception {
        VersionFacts had = new VersionFacts(List.of(), List.of(), Map.of(Facts.FILES, "10"));
        Gate closed = gate(had, Set.of());
        assertFalse(closed.open());
        assertEquals("gate.tree.shrank", closed.phrase().key());
        assertTrue(gate(had, Set.of("shrank")).open());
        VersionFacts same = new VersionFacts(List.of(), List.of(), Map.of(Facts.FILES, "6"));
        assertEquals("gate.tree.shrank.ok", gate(same, Set.of()).phrase().key());
        assertEquals(Optional.empty(), gate(same, Set.of()).override());
        assertTrue(gate(had, Set.of("shrank")).override().isPresent());
    }

    @Test
    void countsWhatIsGoneNotHowManyFilesThereAre() throws Exception {
        Path before = root.resolveSibling("before");
        for (String name : List.of("a-1.0-r1.apk", "b_2.zip", "c.txt", "d.txt", "x86_64/e-3.iso")) {
            write(before, name, "x", BEFORE);
        }
        Path after = root.resolveSibling("after");
        for (String name : List.of("a-1.2.1-r0.apk", "b_3.zip", "c.txt", "d.txt.locked", "x86_64/e-4.1.iso")) {
            write(after, name, "x", BEFORE);
        }
        Gate closed = against(before, after, 19);
        assertFalse(closed.open());
        assertEquals("1", closed.phrase().args().get("lost"));
        assertEquals("5", closed.phrase().args().get("all"));
        assertTrue(against(before, after, 20).open());
        Files.delete(after.resolve("b_3.zip"));
        assertEquals("2", against(before, after, 20).phrase().args().get("lost"));
    }

    private static Gate against(Path before, Path after, int limit) throws Exception {
        VersionFacts had = survey(before.toString()).facts();
        return Fixture.after(before, had, after.toString(), new Policies(0, limit, 0, false))
                .gates()
                .getFirst();
    }

    private Gate gate(VersionFacts base, Set<String> overrides) throws Exception {
        return survey(local(), Map.of(), Optional.of(base), Policies.standard(), overrides)
                .gates()
                .getFirst();
    }

    @Test
    void guardsAgainstAFrozenUpstream() throws Exception {
        Survey week = survey(local(), Map.of(), Optional.empty(), new Policies(0, 20, 7, false), Set.of());
        assertFalse(week.gates().getFirst().open());
        Survey month = survey(local(), Map.of(), Optional.empty(), new Policies(0, 20, 30, false), Set.of());
        assertTrue(month.gates().getFirst().open());
    }
}
