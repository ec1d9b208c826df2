package io.tidemark.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.Comparison;
import io.tidemark.model.JournalEntry;
import io.tidemark.model.Lane;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.PackageChange;
import io.tidemark.model.Plan;
import io.tidemark.model.Problem;
import io.tidemark.model.RepositoryStatus;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job, from an empty directory to a rollback at 08:05. */
class EverydayTest {

    @TempDir
    private Path dir;

    private Lab lab;

    @BeforeEach
    void open() throws Exception {
        lab = lab(dir).init();
    }

    Lab lab(Path place) throws Exception {
        return new Lab(place);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void firstUpdateBringsEverythingAndSealsIt() throws Exception {
        Outcome outcome = lab.updateAndPromote();
        assertEquals(Outcome.Result.DONE, outcome.result());
        assertEquals(Optional.of("3.15.4"), outcome.version());
        Version version = lab.engine().views().versions(lab.repository()).getFirst();
        assertEquals(VersionState.SEALED, version.state());
        assertEquals(List.of(Lab.CHANNEL), version.channels());
        assertEquals("3.15.4", lab.live());
        Path index = lab.upstream.directory("main").resolve("APKINDEX.tar.gz");
        assertEquals(-1, Files.mismatch(index, lab.path("latest-stable/main/x86_64/APKINDEX.tar.gz")));
    }

    @Test
    void planningWritesNothing() throws Exception {
        Map<String, String> before = lab.published();
        Plan plan = lab.engine().operations().plan(lab.updating(Optional.of(Lab.CHANNEL)), lab.job());
        assertTrue(plan.mayRun());
        assertTrue(plan.figures().get("download.files") > 90);
        assertEquals(before, lab.published());
        assertEquals(List.of(), lab.engine().views().versions(lab.repository()));
        assertEquals(
                List.of("tidemark", "update", lab.repository(), "--promote", Lab.CHANNEL, "--allow-boot-critical"),
                plan.command());
    }

    @Test
    void unchangedUpstreamIsNothingToDoAndCheap() throws Exception {
        lab.update();
        Outcome again = lab.update();
        assertEquals(Outcome.Result.NOTHING_TO_DO, again.result());
        assertTrue(again.figures().get("requests") <= 10, () -> again.figures().toString());
        assertEquals(1, lab.engine().views().versions(lab.repository()).size());
    }

    @Test
    void nextUpdateSharesWhatDidNotChange() throws Exception {
        lab.update();
        lab.upstream.mutate(5);
        Plan plan = lab.engine().operations().plan(lab.updating(Optional.empty()), lab.job());
        assertTrue(
                plan.figures().get("download.files") < 30, () -> plan.figures().toString());
        Outcome outcome = lab.engine().operations().run(plan, lab.job());
        assertEquals(Optional.of("3.15.4-20220802"), outcome.version());
        assertEquals(0, problems(outcome));
        assertTrue(Files.exists(lab.path("3.15.4-20220802/main/x86_64/APKINDEX.tar.gz")));
    }

    /** A kill between sealing and writing down what was seen: the next update knows that it has this already. */
    @Test
    void aVersionSealedJustBeforeACrashIsNotMadeTwice() throws Exception {
        lab.update();
        Path note = lab.path(".tidemark/notes/upstream");
        String before = Files.readString(note);
        lab.upstream.mutate(5);
        String made = lab.update().version().orElseThrow();
        assertTrue(before.contains("\"staged\":\"\""), before);
        Files.writeString(note, before.replace("\"staged\":\"\"", "\"staged\":\"" + made + "\""));
        assertEquals(Outcome.Result.NOTHING_TO_DO, lab.update().result());
        lab.upstream.mutate(5);
        lab.update();
        assertEquals(
                Optional.of(made),
                lab.engine().views().versions(lab.repository()).getLast().base());
    }

    @Test
    void promotedVersionsCanBeTakenBackAndStayHeld() throws Exception {
        twoReleases();
        lab.promote("3.15.5");
        Outcome back = lab.rollback();
        assertEquals(Optional.of("3.15.4"), back.version());
        assertEquals("3.15.4", lab.live());
        RepositoryStatus status = lab.engine().views().status(lab.repository());
        assertEquals(RepositoryStatus.Health.WARNING, status.health());
        assertTrue(status.channels().getFirst().hold().isPresent());
        Lane lane = lab.engine().views().timeline(lab.repository()).lanes().getFirst();
        assertEquals(
                List.of("3.15.4", "3.15.5", "3.15.4"),
                lane.spans().stream().map(Lane.Span::version).toList());
        assertTrue(lane.spans().get(1).undone());
    }

    @Test
    void aHeldChannelRefusesPromotionsBeforeAnythingIsFetched() throws Exception {
        twoReleases();
        lab.promote("3.15.5");
        lab.rollback();
        lab.upstream.mutate(5);
        Map<String, String> before = lab.published();
        Problem update = lab.refused(lab.updating(Optional.of(Lab.CHANNEL)));
        assertEquals("plan.gate", update.code());
        assertEquals("hold", update.args().get("gate"));
        assertEquals(3, update.category().exitCode());
        lab.refused("plan.gate", new Operation.Promote(lab.repository(), "3.15.5", Lab.CHANNEL, true, true, ""));
        assertEquals(before, lab.published());
        assertEquals(2, lab.engine().views().versions(lab.repository()).size());
        JournalEntry last = lab.engine().views().log(lab.repository(), 1).getFirst();
        assertEquals(JournalEntry.Event.FAILED, last.event());
    }

    @Test
    void aReleasedChannelMovesAgainButNotByItselfToWhatWasLeft() throws Exception {
        twoReleases();
        lab.promote("3.15.5");
        lab.rollback();
        lab.run(new Operation.Release(lab.repository(), Lab.CHANNEL, "fixed"));
        assertEquals(Outcome.Result.NOTHING_TO_DO, lab.updateAndPromote().result());
        assertEquals("3.15.4", lab.live());
        lab.promote("3.15.5");
        assertEquals("3.15.5", lab.live());
    }

    @Test
    void bootCriticalChangesAreSealedButWaitForAPerson() throws Exception {
        lab.updateAndPromote();
        lab.upstream.pointRelease();
        Operation careful = new Operation.Update(
                lab.repository(), Optional.empty(), Optional.of(Lab.CHANNEL), false, List.of(), List.of());
        Problem stopped = lab.refused(careful);
        assertEquals("plan.boot-critical", stopped.code());
        assertEquals(Problem.State.DONE_BUT, stopped.state());
        assertEquals(3, stopped.category().exitCode());
        assertTrue(
                stopped.args().get("changes").contains("linux-lts"),
                () -> stopped.args().toString());
        assertEquals("3.15.4", lab.live());
        assertEquals(
                VersionState.SEALED,
                lab.engine().views().versions(lab.repository()).getLast().state());
        lab.updateAndPromote();
        assertEquals("3.15.5", lab.live());
    }

    @Test
    void versionsAreComparedByFilesAndPackages() throws Exception {
        twoReleases();
        Comparison comparison = lab.engine().views().compare(lab.repository(), "3.15.4", "3.15.5", lab.job());
        assertFalse(comparison.boot().isEmpty());
        assertTrue(comparison.packages().getFirst().bootCritical());
        assertEquals(
                PackageChange.Kind.UPGRADED, comparison.packages().getFirst().kind());
        long files = comparison.files().values().stream().mapToLong(n -> n).sum();
        assertEquals(
                files,
                lab.engine()
                        .views()
                        .changes(lab.repository(), "3.15.4", "3.15.5", java.util.Set.of(), "", 0, 2, lab.job())
                        .total());
        assertEquals(
                files,
                comparison.directories().stream()
                        .mapToLong(d -> d.added() + d.removed() + d.changed() + d.moved())
                        .sum());
    }

    private void twoReleases() throws Exception {
        lab.updateAndPromote();
        lab.upstream.pointRelease();
        lab.update();
    }

    private static long problems(Outcome outcome) {
        return outcome.notices().stream()
                .filter(n -> n.severity() == io.tidemark.model.Severity.DANGER)
                .count();
    }
}
