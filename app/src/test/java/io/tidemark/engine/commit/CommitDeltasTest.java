package io.tidemark.engine.commit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.engine.Images;
import io.tidemark.engine.Images.Cell;
import io.tidemark.engine.Images.Matrix;
import io.tidemark.engine.Images.Way;
import io.tidemark.engine.JsonEngine;
import io.tidemark.engine.remote.Neighbour;
import io.tidemark.kind.CommitDeltas;
import io.tidemark.kind.CommitPlace;
import io.tidemark.kind.ostree.OstreeKind;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryConfig;
import io.tidemark.model.Upstream;
import io.tidemark.program.OstreeUpkeep;
import io.tidemark.serve.Published;
import io.tidemark.serve.TreeServer;
import io.tidemark.store.QuickDisk;
import io.tidemark.testkit.NeedsProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Static deltas in matrix and pool, with the real program. */
@NeedsProgram("ostree")
class CommitDeltasTest {

    private static final String PROD = "prod";

    @TempDir(factory = QuickDisk.class)
    Path dir;

    private CommitLab lab;

    @BeforeEach
    void open() throws Exception {
        lab = new CommitLab(dir);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private void releases(Map<String, String> options, String... versions) throws Exception {
        lab.init(options);
        for (String version : versions) {
            library(version);
            lab.release(version);
            lab.promote(version);
        }
    }

    /** A file that no program can pack, a little of which changes each time. */
    private void library(String version) throws IOException {
        byte[] bytes = new byte[100_000];
        new Random(41).nextBytes(bytes);
        byte[] stamp = version.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(stamp, 0, bytes, 50_000, stamp.length);
        Files.write(Files.createDirectories(lab.dir.resolve("system/usr/lib")).resolve("library.so"), bytes);
    }

    private Matrix matrix() throws Exception {
        return lab.engine().images().plan(lab.root.toString(), Images.Wish.none(), lab.job());
    }

    private Outcome run(Map<String, List<String>> series) throws Exception {
        return lab.run(new Operation.MakeDeltas(lab.root.toString(), false, series, Map.of()));
    }

    private static List<Cell> on(Matrix matrix, Way way) {
        return matrix.cells().stream()
                .filter(cell -> cell.way() == way && cell.to().startsWith(PROD + "/"))
                .toList();
    }

    private List<OstreeUpkeep.Delta> listed() throws Exception {
        return lab.ostree().upkeep(lab.root.resolve(PROD)).deltas(lab.job());
    }

    /** The words with which clients are told of deltas. */
    private String told() throws IOException {
        StringBuilder told = new StringBuilder(
                new String(Files.readAllBytes(lab.root.resolve("prod/summary")), StandardCharsets.ISO_8859_1));
        Path indexes = lab.root.resolve("prod/delta-indexes");
        try (Stream<Path> files = Files.walk(indexes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                told.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return told.toString();
    }

    private CommitDeltas deltas() {
        return new OstreeKind().commits().orElseThrow().deltas();
    }

    private String commit(Matrix matrix, String label) {
        return matrix.images().stream()
                .filter(image -> image.id().startsWith(PROD) && image.label().equals(label))
                .map(image -> image.id().substring(PROD.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSmallPoolMakesThemAllAndClientsFollow() throws Exception {
        releases(Map.of("workers", "2", "clients", "41.1=30", "scratch-deltas", "true"), "41.1", "41.2", "41.3");
        Matrix before = matrix();
        assertEquals(Images.Between.COMMITS, before.between());
        assertEquals(4, before.series().get(PROD).size(), "nothing and three commits");
        assertEquals(1, on(before, Way.PLANNED).size());
        Cell planned = on(before, Way.PLANNED).getFirst();
        assertTrue(planned.bytes() > 100_000 && planned.bytes() < 110_000, "an upper estimate: " + planned);
        String first = commit(before, "41.1");
        String last = commit(before, "41.3");
        leaveAsIfKilled(first, last);
        assertFalse(told().contains(first + "-" + last), "nobody is told before all are made");
        Outcome outcome = run(Map.of());
        assertEquals(1, outcome.figures().get("deltas.found"));
        assertEquals(3, outcome.figures().get("deltas.made"), "those of dev, where a promotion makes none");
        assertTrue(outcome.figures().get("freed.bytes") > 0, "those to older commits went");
        Matrix after = matrix();
        assertEquals(3, on(after, Way.EXISTS).size());
        assertTrue(after.saved() > 30 * 80_000, "counted clients save: " + after.saved());
        assertTrue(on(after, Way.EXISTS).stream().allMatch(cell -> cell.bytes() < 110_000));
        assertEquals(3, listed().size());
        assertEquals("", lab.fsck(lab.root.resolve(PROD)));
        assertEquals("step.nothing.commit-deltas", run(Map.of()).summary().key(), "all is as it should be");
        clientsUse(first);
        peopleTakeAway(after, first);
    }

    /** One delta is in its place, untold; another run's things lie about. */
    private void leaveAsIfKilled(String from, String to) throws Exception {
        Path products = lab.root.resolve(".tidemark/products/scratch-deltas");
        CommitDeltas.Making killed = deltas().making(new CommitPlace(lab.root, products));
        killed.make(PROD, Optional.of(from), to, lab.job());
        assertTrue(Files.isDirectory(products.resolve("of-prod/deltas")));
        Path half = Files.createDirectories(lab.root.resolve("prod/deltas/aa/half"));
        Files.writeString(half.resolve("0"), "left by another program");
        Files.setLastModifiedTime(half, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    }

    private void clientsUse(String first) throws Exception {
        assertFalse(Files.exists(lab.root.resolve("prod/deltas/aa")));
        try (TreeServer server = TreeServer.start(Published.tree(lab.root))) {
            Client client = new Client(dir.resolve("c"), server.url() + PROD, CommitLab.PROD_REF);
            client.fetch(first);
            client.upgrade("--require-static-deltas");
            assertEquals("VERSION=41.3\n", client.read("usr/lib/os-release"));
        }
    }

    private void peopleTakeAway(Matrix matrix, String first) throws Exception {
        Outcome outcome = run(Map.of(PROD, List.of("41.2", "41.3")));
        assertTrue(outcome.figures().get("freed.bytes") > 0);
        assertFalse(told().contains(first));
        assertEquals(2, listed().size());
        assertEquals("step.nothing.commit-deltas", run(Map.of()).summary().key(), "it stays so");
        String second = commit(matrix, "41.2");
        assertTrue(told().contains(second));
        lab.run(new Operation.Prune(lab.root.toString(), List.of("41.1"), 0));
        assertFalse(told().contains(first));
        ProblemException refused = assertThrows(ProblemException.class, () -> run(Map.of(PROD, List.of("41.9"))));
        assertEquals("commit.no-commit", refused.problem().code());
    }

    @Test
    void whatIsNotWorthHavingIsNeitherCountedNorPlannedAgain() throws Exception {
        assertEquals("plan.setting", refused(() -> lab.init(Map.of("delta-share", "500"))));
        assertEquals("plan.setting", refused(() -> lab.init(Map.of("delta-commits", "1001"))));
        lab.init(Map.of("delta-channels", "dev", "delta-share", "0"));
        for (String version : List.of("41.1", "41.2")) {
            library(version);
            lab.release(version);
        }
        Matrix before = matrix();
        assertTrue(before.fresh() > 100_000 && before.bytes() == before.fresh(), before::toString);
        Outcome outcome = run(Map.of());
        assertEquals(0, outcome.figures().get("deltas.made"));
        assertTrue(outcome.notices().stream().anyMatch(n -> n.phrase().key().equals("notice.commit.delta-useless")));
        assertEquals(0, matrix().fresh());
        assertEquals(0, matrix().bytes());
        assertEquals("step.nothing.commit-deltas", run(Map.of()).summary().key());
        assertEquals("plan.setting", refused(() -> configure("delta-share", "101")));
        assertEquals(
                List.of("notice.settings.delta-channel"),
                configure("delta-channels", "dev,nosuch").notices().stream()
                        .map(notice -> notice.phrase().key())
                        .toList());
    }

    private Outcome configure(String option, String value) throws Exception {
        RepositoryConfig old = lab.engine().views().status(lab.root.toString()).config();
        Map<String, List<String>> options = new HashMap<>(old.upstream().options());
        options.put(option, List.of(value));
        Upstream upstream = new Upstream(old.upstream().url(), options);
        return lab.run(new Operation.Configure(
                lab.root.toString(), old.name(), upstream, old.transfer(), old.policies(), Map.of()));
    }

    private static String refused(Executable wrong) {
        return assertThrows(ProblemException.class, wrong).problem().code();
    }

    @Test
    void oneThatCannotBeMadeLeavesTheOthers() throws Exception {
        lab.init(Map.of("delta-channels", "dev"));
        for (String version : List.of("41.1", "41.2", "41.3")) {
            library(version);
            lab.release(version);
        }
        otherMachinesSayTheSame();
        Path broken = lab.root.resolve("dev").resolve(library("dev", "41.1"));
        Files.delete(broken);
        Files.writeString(broken, "no object at all");
        Outcome outcome = run(Map.of());
        assertEquals(1, outcome.figures().get("deltas.made"));
        assertTrue(outcome.notices().stream().anyMatch(n -> n.phrase().key().equals("notice.commit.delta-failed")));
        assertEquals(
                1,
                lab.ostree().upkeep(lab.root.resolve("dev")).deltas(lab.job()).size());
    }

    /** The page and the commands ask the same of a repository on another machine. */
    private void otherMachinesSayTheSame() throws Exception {
        try (Neighbour neighbour = new Neighbour(lab.base(dir.resolve("there.json")))) {
            Images far = neighbour.console(JsonEngine.over(lab.engine())).images();
            String there = Neighbour.SERVER + lab.root;
            assertEquals(Images.Between.COMMITS, far.between(there));
            assertEquals(lab.engine().images().matrix(lab.root.toString()), far.matrix(there));
            assertEquals(matrix(), far.plan(there, Images.Wish.none(), lab.job()));
            assertEquals(Images.Workers.none(), far.workers(there));
        }
    }

    /** Path of the object of a library. */
    private String library(String repository, String version) throws Exception {
        String commit = lab.engine().images().matrix(lab.root.toString()).images().stream()
                .filter(image -> image.label().equals(version))
                .map(image -> image.id().substring(repository.length() + 1))
                .findFirst()
                .orElseThrow();
        String line = lab.ostree()
                .content(lab.root.resolve(repository))
                .list(commit, lab.job())
                .lines()
                .filter(each -> each.endsWith("/library.so"))
                .findFirst()
                .orElseThrow();
        String object = line.replaceFirst(".* ([0-9a-f]{64}) .*", "$1");
        return "objects/" + object.substring(0, 2) + "/" + object.substring(2) + ".filez";
    }
}
