package io.tidemark.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.Channel;
import io.tidemark.model.Operation;
import io.tidemark.model.Plan;
import io.tidemark.model.Problem;
import io.tidemark.model.RepositoryStatus;
import io.tidemark.model.Upstream;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mirrors whose public paths are plain directories, copied by {@code cp -r}, which keeps no times. */
class AdoptedPathsTest {

    private static final FileTime COPIED = FileTime.fromMillis(1_659_000_000_123L);

    @TempDir
    private Path dir;

    private Lab lab;

    @BeforeEach
    void open() throws Exception {
        lab = new Lab(dir);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void aBranchThatBecomesAChannelIsNoVersionOfItsOwn() throws Exception {
        copy(lab.upstream.root().resolve("v3.15"), lab.path("v3.15"));
        Files.createSymbolicLink(lab.path(Lab.CHANNEL), Path.of("v3.15"));
        lab.run(adoption(lab.repository(), Map.of("v3.15", "3.15.4"), keys()));
        assertEquals(List.of("3.15.4"), names());
        assertEquals("3.15.4", Files.readSymbolicLink(lab.path("v3.15")).toString());
        RepositoryStatus status = lab.engine().views().status(lab.repository());
        assertEquals(
                Map.of("v3.15", "3.15.4", Lab.CHANNEL, "3.15.4"),
                status.channels().stream()
                        .collect(Collectors.toMap(Channel::name, c -> c.target().orElse(""))));
        assertEquals("3.15.4", lab.live());
        lab.run(new Operation.Seal(lab.repository(), List.of()));
        lab.upstream.pointRelease();
        lab.run(lab.updating(Optional.of("v3.15")));
        assertEquals("3.15.5", Files.readSymbolicLink(lab.path("v3.15")).toString());
        assertTrue(lab.engine().views().versions(lab.repository()).stream()
                .allMatch(version -> version.state() == VersionState.SEALED));
    }

    @Test
    void plainDirectoriesThatCouldBecomeChannelsAreNamed() throws Exception {
        copy(lab.upstream.root().resolve("v3.15"), lab.path("v3.15"));
        Plan plan = lab.engine().operations().plan(adoption(lab.repository(), Map.of(), keys()), lab.job());
        assertEquals(
                List.of("v3.15"),
                plan.notices().stream()
                        .filter(n -> n.phrase().key().equals("adopt.exchangeable"))
                        .map(n -> n.phrase().args().get("object"))
                        .toList());
    }

    @Test
    void theDirectoryOfVersionsIsMadeWhenThePublicOneBecomesTheFirst() throws Exception {
        Path tree = Files.createDirectories(lab.path("panoptiscan"));
        Files.writeString(tree.resolve("VERSION"), "2.0");
        Path versions = lab.path("panoptiscan.versions");
        lab.run(adoption(versions.toString(), Map.of("../panoptiscan", "2022-08-02"), Optional.empty()));
        assertEquals("2.0", Files.readString(versions.resolve("2022-08-02/VERSION")));
        assertEquals("2.0", Files.readString(tree.resolve("VERSION")));
        assertTrue(Files.isSymbolicLink(tree));
        assertEquals(
                Optional.of("2022-08-02"),
                lab.engine()
                        .views()
                        .status(versions.toString())
                        .channels()
                        .getFirst()
                        .target());
    }

    @Test
    void aKeyThatTheTreeCameWithIsShownAndAskedForAndNotCalledChanged() throws Exception {
        copy(lab.upstream.root().resolve("v3.15"), lab.path("3.15.4"));
        lab.run(adoption(lab.repository(), Map.of(), Optional.empty()));
        lab.upstream.mutate(5);
        Problem asked = lab.refused(lab.updating(Optional.empty()));
        assertEquals("alpine.key.unknown", asked.code());
        String fingerprint = asked.args().get("fingerprint");
        lab.run(new Operation.Update(
                lab.repository(), Optional.empty(), Optional.empty(), false, List.of(), List.of(fingerprint)));
        lab.upstream.mutate(5);
        lab.update();
    }

    @Test
    void bootFilesOfTheSameBytesAreNoChangeWhateverTheirTime() throws Exception {
        copy(lab.upstream.root().resolve("v3.15"), lab.path("3.15.4"));
        Files.createSymbolicLink(lab.path(Lab.CHANNEL), Path.of("3.15.4"));
        lab.run(adoption(lab.repository(), Map.of(), keys()));
        lab.run(new Operation.Seal(lab.repository(), List.of()));
        Operation.Update careful = new Operation.Update(
                lab.repository(), Optional.empty(), Optional.of(Lab.CHANNEL), false, List.of(), List.of());
        Plan plan = lab.engine().operations().plan(careful, lab.job());
        assertTrue(plan.figures().get("download.files") < 20, plan.figures()::toString);
        String version =
                lab.engine().operations().run(plan, lab.job()).version().orElseThrow();
        assertEquals(version, lab.live());
    }

    @Test
    void aLinkThatBelongsToSomebodyElseIsNotTakenOver() throws Exception {
        lab.init().update();
        Path tree = Files.createDirectories(lab.path("panoptiscan.versions/2022-08-02"));
        Files.createSymbolicLink(lab.path("panoptiscan"), Path.of("panoptiscan.versions/2022-08-02"));
        assertEquals(
                "plan.foreign-link",
                lab.refused(new Operation.Promote(lab.repository(), "3.15.4", "panoptiscan", true, true, ""))
                        .code());
        assertEquals(
                "plan.foreign-link",
                lab.refused(lab.updating(Optional.of("panoptiscan"))).code());
        assertEquals(tree.toRealPath(), lab.path("panoptiscan").toRealPath());
        Files.createSymbolicLink(lab.path("by-hand"), Path.of("3.15.4"));
        lab.run(new Operation.Promote(lab.repository(), "3.15.4", "by-hand", true, true, ""));
    }

    @Test
    void aFingerprintThatIsNoneIsRefusedBeforeAnythingIsMade() {
        Operation.Adopt adopt = new Operation.Adopt(
                lab.repository(), "alpine", "", Upstream.none(), Optional.empty(), List.of("x"), false, Map.of());
        Operation.Init init = new Operation.Init(
                lab.repository(),
                "alpine",
                "",
                lab.upstreamSettings(),
                io.tidemark.model.TransferSettings.standard(),
                io.tidemark.model.Policies.standard(),
                Optional.empty(),
                List.of("SHA256:12"));
        assertEquals("plan.fingerprint", lab.refused(init).code());
        assertEquals("plan.no-directory", lab.refused(adopt).code());
    }

    private Optional<String> keys() {
        return Optional.of(lab.upstream.root().resolve("keys").toString());
    }

    private Operation.Adopt adoption(String place, Map<String, String> exchange, Optional<String> keys) {
        boolean alpine = place.equals(lab.repository());
        Upstream upstream = alpine
                ? new Upstream(lab.upstream.root().toUri().toString(), Map.of("branch", List.of("v3.15")))
                : Upstream.none();
        return new Operation.Adopt(place, alpine ? "alpine" : "tree", "", upstream, keys, List.of(), false, exchange);
    }

    private List<String> names() throws Exception {
        return lab.engine().views().versions(lab.repository()).stream()
                .map(Version::name)
                .toList();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                Files.copy(path, target, java.nio.file.LinkOption.NOFOLLOW_LINKS);
                if (Files.isRegularFile(target, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                    Files.setLastModifiedTime(target, COPIED);
                }
            }
        }
    }
}
