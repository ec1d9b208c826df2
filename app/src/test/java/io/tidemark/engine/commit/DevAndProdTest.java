package io.tidemark.engine.commit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryStatus;
import io.tidemark.model.RepositoryStatus.Health;
import io.tidemark.model.Version;
import io.tidemark.model.VersionState;
import io.tidemark.store.QuickDisk;
import io.tidemark.testkit.NeedsProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsProgram("ostree")
class DevAndProdTest {

    @TempDir(factory = QuickDisk.class)
    Path dir;

    private CommitLab lab;

    @BeforeEach
    void open() {
        lab = new CommitLab(dir);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private String prod() throws Exception {
        return lab.ostree().refs(lab.root.resolve("prod")).resolve(CommitLab.PROD_REF, lab.job());
    }

    private String os() throws Exception {
        return lab.ostree().content(lab.root.resolve("prod")).list(CommitLab.PROD_REF, lab.job());
    }

    private Operation update(String version, String promote) {
        return new Operation.Update(
                lab.root.toString(), Optional.of(version), Optional.of(promote), false, List.of(), List.of());
    }

    @Test
    void versionsGoFromDevelopmentToProductionAndBack() throws Exception {
        lab.init(Map.of());
        lab.release("41.1");
        lab.promote("41.1");
        String first = prod();
        String content = os();
        lab.build("41.2");
        assertThrows(ProblemException.class, () -> lab.run(update("41.2", "prod")));
        lab.run(update("41.2", "dev"));
        lab.promote("41.2");
        assertFalse(content.equals(os()));
        assertEquals(Optional.of("41.2"), lab.channel("prod"));
        lab.rollback(Optional.empty(), false);
        assertEquals(Optional.of("41.1"), lab.channel("prod"));
        assertEquals(content, os());
        assertFalse(first.equals(prod()), "a commit of its own, to which clients go forward");
        assertEquals("", lab.fsck(lab.root.resolve("prod")));
        assertEquals("", lab.fsck(lab.root.resolve("dev")));
        Version second = lab.engine().views().versions(lab.root.toString()).getLast();
        assertEquals(3, second.files(), "what the commit holds, and not its object");
        assertTrue(second.newBytes() > 0 && second.newBytes() < second.bytes(), second::toString);
        List<String> names = lab.engine().views().versions(lab.root.toString()).stream()
                .map(Version::name)
                .toList();
        assertEquals(List.of("41.1", "41.2"), names);
    }

    @Test
    void aRefCanGoBackItself() throws Exception {
        lab.init(Map.of());
        lab.release("41.1");
        lab.promote("41.1");
        String first = prod();
        lab.release("41.2");
        lab.promote("41.2");
        lab.rollback(Optional.of("41.1"), true);
        assertEquals(first, prod());
        assertEquals(Optional.of("41.1"), lab.channel("prod"));
        Outcome again = lab.promote("41.2");
        assertEquals(Optional.of("41.2"), lab.channel("prod"));
        assertTrue(again.notices().stream().anyMatch(n -> n.phrase().key().equals("notice.ostree.delta")));
    }

    @Test
    void refsOfOneRepositoryAreChannelsOfTheirOwn() throws Exception {
        lab.init(Map.of());
        lab.build("41.1");
        for (String ref : List.of("demo/x86_64/a", "demo/x86_64/b")) {
            lab.foreignCommit(lab.root.resolve("dev"), ref, "41.1");
            lab.build("41.2");
        }
        lab.run(new Operation.Update(
                lab.root.toString(), Optional.empty(), Optional.empty(), false, List.of(), List.of()));
        assertEquals(Optional.of("41.1"), lab.channel("dev:demo/x86_64/a"));
        String second = lab.channel("dev:demo/x86_64/b").orElseThrow();
        lab.promote("41.1", "prod:demo/x86_64/b");
        lab.promote(second, "prod:demo/x86_64/b");
        lab.rollback("prod:demo/x86_64/b", Optional.empty(), false);
        assertEquals(Optional.of("41.1"), lab.channel("prod:demo/x86_64/b"));
        assertEquals("", lab.fsck(lab.root.resolve("prod")));
        lab.promote("41.1", "prod:demo/x86_64/a");
        assertEquals(Optional.of("41.1"), lab.channel("prod:demo/x86_64/a"));
        assertEquals(
                "ostree.channel",
                refused("41.1", "test:demo/x86_64/a").problem().code());
        assertEquals("name.channel", refused("41.1", "prod:-x").problem().code());
        assertEquals("name.channel", refused("41.1", "prod:../x").problem().code());
    }

    private ProblemException refused(String version, String channel) {
        return assertThrows(ProblemException.class, () -> lab.promote(version, channel));
    }

    @Test
    void whatIsThereIsAdoptedAndWhatOthersDoIsTakenIn() throws Exception {
        for (String each : List.of("dev", "prod")) {
            lab.ostree()
                    .content(Files.createDirectories(lab.root.resolve(each)))
                    .init(lab.job());
        }
        lab.build("41.1");
        lab.foreignCommit(lab.root.resolve("dev"), CommitLab.DEV_REF, "41.1");
        lab.build("41.2");
        lab.foreignCommit(lab.root.resolve("dev"), CommitLab.DEV_REF, "41.2");
        lab.foreignCommit(lab.root.resolve("prod"), CommitLab.PROD_REF, "41.2");
        adopt(lab.root);
        RepositoryStatus status = lab.engine().views().status(lab.root.toString());
        assertEquals("ostree", status.kind());
        assertEquals(2, status.versions());
        assertEquals(Optional.of("41.2"), lab.channel("prod"));
        lab.build("41.3");
        lab.foreignCommit(lab.root.resolve("dev"), CommitLab.DEV_REF, "41.3");
        assertTrue(lab.engine().views().status(lab.root.toString()).notices().stream()
                .anyMatch(n -> n.phrase().key().equals("status.ref-moved")));
        ProblemException refused = assertThrows(
                ProblemException.class, () -> lab.run(new Operation.Prune(lab.root.toString(), List.of("41.1"), 0)));
        assertEquals("commit.moved", refused.problem().code());
        lab.run(new Operation.Update(
                lab.root.toString(), Optional.empty(), Optional.empty(), false, List.of(), List.of()));
        assertEquals(Optional.of("41.3"), lab.channel("dev"));
        lab.promote("41.3");
        assertEquals(Optional.of("41.3"), lab.channel("prod"));
        assertEquals(
                1,
                lab.engine().views().compare(lab.root.toString(), "41.2", "41.3", lab.job()).files().values().stream()
                                .mapToLong(Long::longValue)
                                .sum()
                        - 1,
                "two files differ");
    }

    /** What clients read is the version string of the commit: the same content under another one is another release. */
    @Test
    void aVersionOfTheSameContentIsPublishedUnderItsOwnName() throws Exception {
        lab.init(Map.of());
        lab.release("41.1");
        lab.foreignCommit(lab.root.resolve("dev"), CommitLab.DEV_REF, "41.2");
        lab.run(new Operation.Update(
                lab.root.toString(), Optional.empty(), Optional.empty(), false, List.of(), List.of()));
        assertEquals(Optional.of("41.2"), lab.channel("dev"));
        for (String each : List.of("41.2", "41.1")) {
            lab.promote(each);
            assertEquals(Optional.of(each), lab.channel("prod"));
            assertTrue(lab.engine().views().status(lab.root.toString()).notices().stream()
                    .noneMatch(notice -> notice.phrase().key().equals("status.ref-moved")));
        }
        lab.rollback(Optional.of("41.2"), true);
        assertEquals(Optional.of("41.2"), lab.channel("prod"));
        assertEquals("", lab.fsck(lab.root.resolve("prod")));
    }

    /** The commits of both versions are as they were; one object of the second is not. */
    @Test
    void aDamagedObjectShutsTheVersionsAwayThatNeedIt() throws Exception {
        lab.init(Map.of());
        lab.release("41.1");
        Set<Path> before = objects();
        lab.release("41.2");
        Path fresh = objects().stream()
                .filter(file -> file.toString().endsWith(".filez") && !before.contains(file))
                .findFirst()
                .orElseThrow();
        Files.delete(fresh);
        Files.writeString(fresh, "nothing of the sort");
        Operation all = new Operation.Verify(lab.root.toString(), Optional.empty());
        Problem problem =
                assertThrows(ProblemException.class, () -> lab.run(all)).problem();
        assertEquals("commit.damaged", problem.code());
        assertEquals("41.2", problem.args().get("object"));
        assertFalse(problem.args().get("found").contains("\\x0a"), problem.args()::toString);
        assertEquals(VersionState.QUARANTINED, state("41.2"));
        assertEquals(VersionState.SEALED, state("41.1"));
        assertEquals(
                Health.CRITICAL,
                lab.engine().views().status(lab.root.toString()).health());
        Operation.Promote promote = new Operation.Promote(lab.root.toString(), "41.2", "prod", true, false, "");
        assertTrue(lab.engine().operations().plan(promote, lab.job()).gates().stream()
                .anyMatch(gate -> !gate.open()));
        Outcome one = lab.run(new Operation.Verify(lab.root.toString(), Optional.of("41.1")));
        assertTrue(
                one.notices().stream().anyMatch(notice -> notice.phrase().key().equals("verify.others")));
    }

    /** What web servers could not serve is read all the same. */
    @Test
    void aRepositoryThatKeepsItsFilesPlainIsVerifiedAndItsDamageTold() throws Exception {
        lab.init(Map.of());
        lab.release("41.1");
        Path plain = dir.resolve("plain");
        ostree("init", "--mode=bare-user", "--repo=" + plain);
        ostree("pull-local", "--repo=" + plain, lab.root.resolve("dev").toString(), CommitLab.DEV_REF);
        adopt(plain);
        lab.run(new Operation.Seal(plain.toString(), List.of()));
        Operation verify = new Operation.Verify(plain.toString(), Optional.empty());
        lab.run(verify);
        try (Stream<Path> files = Files.walk(plain.resolve("objects"))) {
            Files.delete(files.filter(file -> file.toString().endsWith(".file"))
                    .findFirst()
                    .orElseThrow());
        }
        Problem problem =
                assertThrows(ProblemException.class, () -> lab.run(verify)).problem();
        assertEquals("41.1", problem.args().get("object"));
    }

    private static void ostree(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("ostree"));
        command.addAll(List.of(words));
        assertEquals(0, new ProcessBuilder(command).start().waitFor());
    }

    private void adopt(Path root) throws Exception {
        lab.run(new Operation.Adopt(
                root.toString(),
                "",
                "",
                io.tidemark.model.Upstream.none(),
                Optional.empty(),
                List.of(),
                false,
                Map.of()));
    }

    private Set<Path> objects() throws Exception {
        try (Stream<Path> files = Files.walk(lab.root.resolve("dev/objects"))) {
            return files.filter(Files::isRegularFile).collect(Collectors.toSet());
        }
    }

    private VersionState state(String version) throws Exception {
        return lab.engine().views().versions(lab.root.toString()).stream()
                .filter(each -> each.name().equals(version))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void whatNobodyNeedsGoesWithItsObjects() throws Exception {
        lab.init(Map.of());
        for (String each : List.of("41.0", "41.1", "41.2", "41.3")) {
            lab.release(each);
            lab.promote(each);
        }
        lab.run(new Operation.Promote(lab.root.toString(), "41.3", "dev", false, true, ""));
        Operation prune = new Operation.Prune(lab.root.toString(), List.of("41.1"), 0);
        long foretold =
                lab.engine().operations().plan(prune, lab.job()).figures().get("freed.bytes");
        Outcome pruned = lab.run(prune);
        long tombstones = foretold - pruned.figures().get("freed.bytes");
        assertTrue(foretold > 2_000 && tombstones >= 0, foretold + " " + tombstones);
        assertTrue(tombstones % 78 == 0 && tombstones < 1_000, "ostree leaves words about commits that went");
        assertEquals("", lab.fsck(lab.root.resolve("prod")));
        lab.run(new Operation.Verify(lab.root.toString(), Optional.empty()));
        lab.rollback(Optional.empty(), false);
        assertEquals(Optional.of("41.2"), lab.channel("prod"));
        lab.rollback(Optional.empty(), false);
        assertEquals(Optional.of("41.0"), lab.channel("prod"), "though what lay between is gone");
        assertEquals("", lab.fsck(lab.root.resolve("prod")));
    }

    @Test
    void whatARefOfARemoteNeedsStays() throws Exception {
        lab.init(Map.of());
        lab.release("41.1");
        Path dev = lab.root.resolve("dev");
        String first = lab.ostree().refs(dev).resolve(CommitLab.DEV_REF, lab.job());
        lab.release("41.2");
        lab.release("41.3");
        Path remote = Files.createDirectories(dev.resolve("refs/remotes/up")).resolve("stable");
        Files.writeString(remote, first + "\n");
        Operation prune = new Operation.Prune(lab.root.toString(), List.of("41.1"), 0);
        ProblemException refused = assertThrows(ProblemException.class, () -> lab.run(prune));
        assertEquals("commit.referred", refused.problem().code());
        assertEquals("", lab.fsck(dev));
        Files.delete(remote);
        lab.run(prune);
        assertEquals("", lab.fsck(dev));
    }
}
