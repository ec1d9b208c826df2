package io.tidemark.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.ForeignWriter;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Plan;
import io.tidemark.model.PlanStep;
import io.tidemark.model.RepositoryStatus;
import io.tidemark.model.Upstream;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Taking over what people kept with {@code cp -r} and {@code wget --mirror}. */
class AdoptTest {

    @TempDir
    private Path dir;

    private Lab lab;

    @BeforeEach
    void copyByHand() throws Exception {
        lab = new Lab(dir);
        mirror("3.15.4");
        lab.upstream.pointRelease();
        mirror("3.15.5");
        Files.createSymbolicLink(lab.path(Lab.CHANNEL), Path.of("3.15.5"));
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void clientsSeeWhatTheySawAndHistoryIsThereAtOnce() throws Exception {
        Map<String, String> before = lab.published();
        Outcome outcome = adopt();
        assertEquals(before, lab.published());
        assertEquals(Outcome.Result.DONE, outcome.result());
        List<Version> versions = lab.engine().views().versions(lab.repository());
        assertEquals(
                List.of("3.15.4", "3.15.5"),
                versions.stream().map(Version::name).toList());
        assertTrue(versions.stream().allMatch(v -> v.state() == VersionState.ADOPTED));
        RepositoryStatus status = lab.engine().views().status(lab.repository());
        assertEquals(Optional.of("3.15.5"), status.channels().getFirst().target());
        assertEquals(RepositoryStatus.Health.WARNING, status.health());
        assertEquals(
                "alpine",
                lab.engine().workspaces().get().repositories().getFirst().name());
    }

    @Test
    void anUnsealedVersionCanBeRolledBackTo() throws Exception {
        adopt();
        assertEquals(Optional.of("3.15.4"), lab.rollback().version());
        assertEquals("3.15.4", lab.live());
    }

    @Test
    void packagesCanBeComparedBeforeSealing() throws Exception {
        adopt();
        assertTrue(lab.engine().views().compare(lab.repository(), "3.15.4", "3.15.5", lab.job()).packages().stream()
                .anyMatch(change -> change.name().equals("linux-lts")));
    }

    @Test
    void sealingReadsEverythingAndSharingSavesCopies() throws Exception {
        adopt();
        Map<String, String> before = lab.published();
        lab.run(new Operation.Seal(lab.repository(), List.of()));
        assertEquals(before, lab.published());
        assertTrue(lab.engine().views().versions(lab.repository()).stream()
                .allMatch(
                        v -> v.state() == VersionState.SEALED && !v.rootDigest().isEmpty()));
        Plan plan = lab.engine().operations().plan(new Operation.ShareCopies(lab.repository()), lab.job());
        long saved = plan.figures().get("freed.bytes");
        assertTrue(saved > 0);
        Outcome shared = lab.engine().operations().run(plan, lab.job());
        assertEquals(saved, shared.figures().get("freed.bytes"));
        assertEquals(
                Outcome.Result.NOTHING_TO_DO,
                lab.run(new Operation.ShareCopies(lab.repository())).result());
        assertEquals(
                Outcome.Result.DONE,
                lab.run(new Operation.Verify(lab.repository(), Optional.empty()))
                        .result());
    }

    @Test
    void anUpdateOfAnUnsealedMirrorReadsLocalFilesInsteadOfFetchingThem() throws Exception {
        adopt();
        lab.upstream.mutate(5);
        Plan plan = lab.engine().operations().plan(lab.updating(Optional.empty()), lab.job());
        assertTrue(plan.steps().stream().anyMatch(step -> step.action() == PlanStep.Action.COPY));
        assertTrue(
                plan.figures().get("download.files") < 30, () -> plan.figures().toString());
        Outcome outcome = lab.engine().operations().run(plan, lab.job());
        assertEquals(
                VersionState.SEALED,
                lab.engine().views().versions(lab.repository()).getLast().state());
        assertEquals(
                Outcome.Result.DONE,
                lab.run(new Operation.Verify(lab.repository(), outcome.version()))
                        .result());
    }

    @Test
    void foreignWritersAreNamedAndDisabledOnRequest() throws Exception {
        lab.writers.add(new ForeignWriter(ForeignWriter.Kind.CRON, "/etc/cron.d/mirror:3", "wget --mirror", true));
        Plan shown = lab.engine().operations().plan(adoption(false), lab.job());
        assertTrue(shown.notices().stream()
                .anyMatch(n -> n.phrase().args().getOrDefault("where", "").contains("cron.d")));
        Plan disabling = lab.engine().operations().plan(adoption(true), lab.job());
        assertTrue(disabling.steps().stream().anyMatch(s -> s.action() == PlanStep.Action.DISABLE_WRITER));
        lab.engine().operations().run(disabling, lab.job());
        assertEquals(List.of(), lab.writers);
    }

    @Test
    void nothingIsSharedByHardLinkWhileAForeignWriterIsThere() throws Exception {
        adopt();
        lab.run(new Operation.Seal(lab.repository(), List.of()));
        lab.writers.add(new ForeignWriter(ForeignWriter.Kind.CRON, "/etc/cron.d/mirror:3", "wget --mirror", true));
        lab.clock.advance(java.time.Duration.ofHours(1));
        assertEquals(
                RepositoryStatus.Health.WARNING,
                lab.engine().views().status(lab.repository()).health());
        assertEquals(
                "writers",
                lab.refused(new Operation.ShareCopies(lab.repository())).args().get("gate"));
        assertEquals(
                "writers",
                lab.refused(new Operation.Snapshot(lab.repository(), "3.15.5", "3.15.5-copy"))
                        .args()
                        .get("gate"));
    }

    @Test
    void whatIsNoMirrorIsNotAdopted() throws Exception {
        Path empty = Files.createDirectory(dir.resolve("empty"));
        assertEquals(
                "plan.not-recognised",
                lab.refused(new Operation.Adopt(
                                empty.toString(),
                                "alpine",
                                "",
                                Upstream.none(),
                                Optional.empty(),
                                List.of(),
                                false,
                                Map.of()))
                        .code());
    }

    private Outcome adopt() throws Exception {
        return lab.run(adoption(false));
    }

    private Operation.Adopt adoption(boolean disable) {
        return new Operation.Adopt(
                lab.repository(),
                "",
                "",
                new Upstream(lab.upstream.root().toUri().toString(), Map.of("branch", List.of("v3.15"))),
                Optional.of(lab.upstream.root().resolve("keys").toString()),
                List.of(),
                disable,
                Map.of());
    }

    private void mirror(String version) throws IOException {
        Path from = lab.upstream.root().resolve("v3.15");
        Path to = lab.path(version);
        Files.createDirectories(to.getParent());
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
