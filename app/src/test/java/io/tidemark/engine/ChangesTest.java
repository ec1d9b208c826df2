package io.tidemark.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.ChannelPolicy;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Plan;
import io.tidemark.model.Policies;
import io.tidemark.model.Problem;
import io.tidemark.model.RepositoryConfig;
import io.tidemark.model.RepositoryStatus;
import io.tidemark.model.TransferSettings;
import io.tidemark.model.Upstream;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import io.tidemark.source.UrlSources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The smaller operations: copies, pins, pruning, verification, settings. */
class ChangesTest {

    @TempDir
    private Path dir;

    private Lab lab;

    @BeforeEach
    void open() throws Exception {
        lab = new Lab(dir).init();
        lab.updateAndPromote();
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void aSnapshotIsSealedAtOnceAndChangesNothingElse() throws Exception {
        Map<String, String> before = lab.published();
        lab.run(new Operation.Snapshot(lab.repository(), "3.15.4", "3.15.4-lab"));
        Map<String, String> after = lab.published();
        assertTrue(after.entrySet().containsAll(before.entrySet()));
        assertEquals(VersionState.SEALED, version("3.15.4-lab").state());
        assertEquals(version("3.15.4").rootDigest(), version("3.15.4-lab").rootDigest());
        lab.refused("plan.version-exists", new Operation.Snapshot(lab.repository(), "3.15.4", "3.15.4-lab"));
        lab.refused("plan.no-version", new Operation.Snapshot(lab.repository(), "3.1", "3.2"));
        lab.refused("name.version", new Operation.Snapshot(lab.repository(), "3.15.4", "../evil"));
    }

    @Test
    void aSnapshotOfAnOldVersionIsNoNewsForUpdates() throws Exception {
        lab.upstream.pointRelease();
        lab.update();
        lab.run(new Operation.Snapshot(lab.repository(), "3.15.4", "again"));
        assertEquals(Outcome.Result.NOTHING_TO_DO, lab.update().result());
    }

    @Test
    void pruningFreesWhatThePlanSaidAndSparesWhatIsNeeded() throws Exception {
        releases(3);
        Plan plan =
                lab.engine().operations().plan(new Operation.Prune(lab.repository(), List.of("3.15.5"), 0), lab.job());
        Outcome outcome = lab.engine().operations().run(plan, lab.job());
        assertEquals(plan.figures().get("freed.bytes"), outcome.figures().get("freed.bytes"));
        assertFalse(Files.exists(lab.path("3.15.5")));
        assertEquals(
                "needed",
                lab.refused(new Operation.Prune(lab.repository(), List.of("3.15.4"), 0))
                        .args()
                        .get("gate"));
        lab.run(new Operation.Pin(lab.repository(), "3.15.6", "the auditors want it"));
        lab.refused("plan.gate.whole", new Operation.Prune(lab.repository(), List.of("3.15.6"), 0));
        lab.run(new Operation.Unpin(lab.repository(), "3.15.6"));
        assertEquals(
                Outcome.Result.DONE,
                lab.run(new Operation.Prune(lab.repository(), List.of("3.15.6"), 0))
                        .result());
    }

    @Test
    void keepingTheNewestSparesChannelsAndTheirLastGood() throws Exception {
        releases(3);
        lab.promote("3.15.5");
        lab.run(new Operation.Prune(lab.repository(), List.of(), 1));
        assertEquals(List.of("3.15.4", "3.15.5", "3.15.7"), names());
        assertEquals(
                Outcome.Result.NOTHING_TO_DO,
                lab.run(new Operation.Prune(lab.repository(), List.of(), 1)).result());
    }

    @Test
    void thePolicyPrunesAfterAnUpdate() throws Exception {
        releases(2);
        configure(new Policies(2, 20, 0, false), Map.of());
        lab.upstream.pointRelease();
        Plan plan = lab.engine().operations().plan(lab.updating(Optional.empty()), lab.job());
        assertTrue(plan.steps().stream().anyMatch(step -> step.subject().equals("3.15.5")));
        lab.engine().operations().run(plan, lab.job());
        assertEquals(List.of("3.15.4", "3.15.6", "3.15.7"), names());
    }

    @Test
    void aVersionChangedBehindOurBackIsNoticedAndShutAway() throws Exception {
        Path victim = lab.path("3.15.4/main/x86_64/APKINDEX.tar.gz");
        assertTrue(victim.toFile().setWritable(true));
        Files.write(victim, new byte[] {1, 2, 3}, StandardOpenOption.TRUNCATE_EXISTING);
        Problem refused = lab.refused(new Operation.Promote(lab.repository(), "3.15.4", "testing", true, true, ""));
        assertEquals("quarantine", refused.args().get("gate"));
        Problem verified = lab.refused(new Operation.Verify(lab.repository(), Optional.of("3.15.4")));
        assertEquals("verify.differs", verified.code());
        assertEquals(Problem.State.QUARANTINED, verified.state());
        assertTrue(verified.args().get("first").contains("APKINDEX"));
        assertEquals(VersionState.QUARANTINED, version("3.15.4").state());
        RepositoryStatus status = lab.engine().views().status(lab.repository());
        assertEquals(RepositoryStatus.Health.CRITICAL, status.health());
    }

    @Test
    void settingsAreSavedAndBounded() throws Exception {
        configure(new Policies(5, 30, 0, true), Map.of(Lab.CHANNEL, new ChannelPolicy(true)));
        RepositoryConfig config = lab.engine().views().status(lab.repository()).config();
        assertEquals(new Policies(5, 30, 0, true), config.policies());
        assertEquals(
                Outcome.Result.NOTHING_TO_DO,
                configure(new Policies(5, 30, 0, true), Map.of()).result());
        lab.upstream.pointRelease();
        Operation careful = new Operation.Update(
                lab.repository(), Optional.empty(), Optional.of(Lab.CHANNEL), false, List.of(), List.of());
        assertEquals(Outcome.Result.DONE, lab.run(careful).result());
        lab.refused(
                "plan.setting",
                new Operation.Configure(
                        lab.repository(),
                        "",
                        lab.upstreamSettings(),
                        new TransferSettings(65, 0, 4, 30, "", ""),
                        Policies.standard(),
                        Map.of()));
    }

    @Test
    void aSecondConsoleSeesEverythingAndWaitsItsTurn() throws Exception {
        Engine other = lab.engine("other.json", new UrlSources());
        assertEquals(1, other.views().versions(lab.repository()).size());
        lab.run(new Operation.Pin(lab.repository(), "3.15.4", "x"));
        assertEquals(
                Optional.of("x"),
                other.views().versions(lab.repository()).getFirst().pin());
    }

    @Test
    void repositoriesAreKnownByTheirNameInTheWorkspace() throws Exception {
        assertEquals("alpine", lab.engine().views().status("alpine").name());
        lab.refused("store.none", new Operation.Unpin("nowhere", "1"));
        lab.engine().workspaces().forget("alpine");
        assertEquals(List.of(), lab.engine().workspaces().get().repositories());
        assertEquals("alpine", lab.engine().workspaces().add(lab.repository()));
    }

    @Test
    void aTreeFollowsItsOriginAndItsPublicPathIsItsChannel() throws Exception {
        Path origin = Files.createDirectories(dir.resolve("origin/software"));
        Files.writeString(origin.resolve("a.txt"), "one");
        String place = lab.path("panoptiscan.versions").toString();
        lab.run(new Operation.Init(
                place,
                "tree",
                "",
                new Upstream(origin.getParent().toUri().toString(), Map.of()),
                TransferSettings.standard(),
                Policies.standard(),
                Optional.empty(),
                List.of()));
        Operation.Update update =
                new Operation.Update(place, Optional.empty(), Optional.of("panoptiscan"), false, List.of(), List.of());
        lab.run(update);
        assertEquals("one", Files.readString(lab.path("panoptiscan/software/a.txt")));
        Files.writeString(origin.resolve("b.txt"), "two");
        lab.run(update);
        assertEquals("two", Files.readString(lab.path("panoptiscan/software/b.txt")));
        assertEquals(2, lab.engine().views().versions("panoptiscan").size());
    }

    private void releases(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            lab.upstream.pointRelease();
            lab.update();
        }
    }

    private Outcome configure(Policies policies, Map<String, ChannelPolicy> channels) throws Exception {
        return lab.run(new Operation.Configure(
                lab.repository(), "", lab.upstreamSettings(), TransferSettings.standard(), policies, channels));
    }

    private Version version(String name) throws Exception {
        return lab.engine().views().versions(lab.repository()).stream()
                .filter(v -> v.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> names() throws Exception {
        return lab.engine().views().versions(lab.repository()).stream()
                .map(Version::name)
                .toList();
    }
}
