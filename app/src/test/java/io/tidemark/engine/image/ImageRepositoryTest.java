package io.tidemark.engine.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.engine.Images;
import io.tidemark.model.Operation;
import io.tidemark.model.Outcome;
import io.tidemark.model.Plan;
import io.tidemark.model.ProblemException;
import io.tidemark.model.VersionState;
import io.tidemark.serve.Published;
import io.tidemark.serve.TreeServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories of images: taken in, promoted, rolled back, cancelled in the middle, fetched from another one. */
class ImageRepositoryTest {

    @TempDir
    Path temp;

    private ImageLab lab;

    @BeforeEach
    void open() throws Exception {
        lab = new ImageLab(temp);
        for (int i = 0; i < 3; i++) {
            lab.build(i);
        }
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private String document() throws Exception {
        return Files.readString(lab.path("meta/" + ImageLab.SERIES + ".json"));
    }

    private Operation.Rollback rollback() {
        return new Operation.Rollback(lab.mirror(), ImageLab.SERIES, Optional.empty(), true, "no sound");
    }

    @Test
    void anUpdateTakesImagesInAndPublishesNothing() throws Exception {
        lab.init(Map.of());
        lab.run(new Operation.Update(lab.mirror(), Optional.empty(), Optional.empty(), false, List.of(), List.of()));
        assertEquals(3, lab.engine().views().versions(lab.mirror()).size());
        assertFalse(Files.exists(lab.path("meta")));
        lab.run(new Operation.Update(
                lab.mirror(), Optional.empty(), Optional.of(ImageLab.SERIES), false, List.of(), List.of()));
        assertTrue(document().contains(ImageLab.delta(0, 2)));
    }

    @Test
    void rollingBackLeavesAWayBackAndRemovesNothing() throws Exception {
        lab.init(Map.of());
        lab.takeInAndPublish();
        Plan plan = lab.engine().operations().plan(rollback(), lab.job());
        assertEquals(0L, plan.figures().get("deltas"));
        lab.run(rollback());
        String document = document();
        assertFalse(document.contains("\"id\":\"" + ImageLab.id(ImageLab.STAMPS.get(2)) + "\""));
        assertTrue(document.contains(ImageLab.delta(2, 1)));
        assertTrue(Files.exists(lab.path("rdiffs/" + ImageLab.delta(0, 2))));
        assertTrue(Files.exists(lab.path(ImageLab.id(ImageLab.STAMPS.get(2)) + ".img")));
        Operation.Promote again = new Operation.Promote(
                lab.mirror(), ImageLab.id(ImageLab.STAMPS.get(2)), ImageLab.SERIES, false, false, "");
        assertEquals(
                "plan.gate",
                assertThrows(ProblemException.class, () -> lab.run(again))
                        .problem()
                        .code());
        lab.takeInAndPublish();
        assertTrue(document().contains(ImageLab.delta(2, 1)));
        assertFalse(document().contains(ImageLab.delta(0, 2)));
    }

    @Test
    void aSeriesGoesBackToItsOwnImagesOnly() throws Exception {
        Files.write(lab.dir.resolve("images/puavo-os-amxa-bullseye-2022-01-05-120000-amd64.img"), new byte[20_000]);
        lab.init(Map.of());
        lab.takeInAndPublish();
        List<String> targets = lab.engine().views().rollbackTargets(lab.mirror(), ImageLab.SERIES).stream()
                .map(version -> version.name())
                .toList();
        assertEquals(List.of(ImageLab.id(ImageLab.STAMPS.get(1)), ImageLab.id(ImageLab.STAMPS.get(0))), targets);
        for (String name : List.of("a/b", "prod:a")) {
            Operation.Promote odd =
                    new Operation.Promote(lab.mirror(), ImageLab.id(ImageLab.STAMPS.get(1)), name, true, false, "");
            ProblemException refused = assertThrows(ProblemException.class, () -> lab.run(odd));
            assertEquals("name.link", refused.problem().code());
        }
    }

    @Test
    void whatWasFinishedBeforeACancelIsNotMadeAgain() throws Exception {
        lab.init(Map.of("workers", "1"));
        Operation.MakeDeltas all = new Operation.MakeDeltas(lab.mirror(), true, Map.of(), Map.of());
        assertThrows(InterruptedException.class, () -> lab.run(all, 2));
        assertFalse(Files.exists(lab.path("meta")));
        Outcome outcome = lab.takeInAndPublish();
        long found = outcome.figures().get("deltas.found");
        assertTrue(found >= 2, "found " + found);
        assertEquals(6, found + outcome.figures().get("deltas.made"));
        try (var left = Files.list(lab.path(".tidemark/products"))) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void aDeltaNearlyAsLargeAsItsImageIsNotKept() throws Exception {
        lab.init(Map.of("delta-share", "0"));
        lab.takeInAndPublish();
        assertFalse(Files.exists(lab.path("rdiffs")));
        assertTrue(document().contains("\"diffs\":[]"));
        assertEquals(Outcome.Result.NOTHING_TO_DO, lab.takeInAndPublish().result());
        List<Images.Cell> cells = lab.engine().images().matrix(lab.mirror()).cells();
        assertTrue(cells.stream().allMatch(cell -> cell.way() == Images.Way.FULL));
    }

    @Test
    void aBudgetKeepsWhatServesMost() throws Exception {
        lab.init(Map.of("delta-budget", "9000"));
        lab.takeInAndPublish();
        Images.Matrix matrix = lab.engine().images().matrix(lab.mirror());
        assertTrue(matrix.bytes() <= 9000 * 1.2, "bytes " + matrix.bytes());
        assertTrue(Files.exists(lab.path("rdiffs/" + ImageLab.delta(1, 2))));
    }

    @Test
    void otherClientsFindTheirFilesBesideEachImage() throws Exception {
        lab.init(Map.of("zsync", "true", "metalink", "true"));
        lab.takeInAndPublish();
        String image = ImageLab.id(ImageLab.STAMPS.get(0)) + ".img";
        assertTrue(Files.readString(lab.path(image + ".meta4")).contains("https://images.example.org/" + image));
        assertTrue(Files.size(lab.path(image + ".zsync")) > 300_000 / 2048 * 7);
        assertEquals(Outcome.Result.NOTHING_TO_DO, lab.takeInAndPublish().result());
        lab.run(new Operation.MakeDeltas(
                lab.mirror(),
                false,
                Map.of(
                        ImageLab.SERIES,
                        List.of(ImageLab.id(ImageLab.STAMPS.get(1)), ImageLab.id(ImageLab.STAMPS.get(2)))),
                Map.of()));
        Plan prune = lab.engine()
                .operations()
                .plan(new Operation.Prune(lab.mirror(), List.of(ImageLab.id(ImageLab.STAMPS.get(0))), 0), lab.job());
        assertTrue(prune.mayRun());
        lab.engine().operations().run(prune, lab.job());
        Files.delete(temp.resolve("images").resolve(image));
        lab.takeInAndPublish();
        assertFalse(Files.exists(lab.path(image + ".zsync")));
        assertFalse(Files.exists(lab.path(image)));
    }

    @Test
    void anotherAddressIsPublishedByTheNextRun() throws Exception {
        lab.init(Map.of("metalink", "true"));
        lab.takeInAndPublish();
        String image = ImageLab.id(ImageLab.STAMPS.get(0)) + ".img";
        lab.moveTo("https://mirror.example.net");
        Outcome outcome = lab.takeInAndPublish();
        assertEquals(0, outcome.figures().get("deltas.made"));
        assertTrue(document().contains("https://mirror.example.net/rdiffs/"), document());
        assertFalse(document().contains("images.example.org"));
        assertTrue(Files.readString(lab.path(image + ".meta4")).contains("https://mirror.example.net/" + image));
        assertEquals(Outcome.Result.NOTHING_TO_DO, lab.takeInAndPublish().result());
    }

    /** A delta of it would fit no client that has the image as it was. */
    @Test
    void noDeltaIsMadeOfAnImageThatSomebodyChanged() throws Exception {
        lab.init(Map.of());
        lab.takeInAndPublish();
        Path changed = lab.path(ImageLab.id(ImageLab.STAMPS.get(1)) + ".img");
        byte[] bytes = Files.readAllBytes(changed);
        bytes[200_000] ^= 4;
        Files.write(changed, bytes);
        String before = document();
        lab.build(3);
        ProblemException refused = assertThrows(ProblemException.class, () -> lab.takeInAndPublish());
        assertEquals("store.tampered", refused.problem().code());
        assertEquals(before, document());
    }

    @Test
    void aSeriesOfAnImageThatIsNotThereIsRefused() throws Exception {
        lab.init(Map.of());
        lab.takeInAndPublish();
        String before = document();
        Operation.MakeDeltas unknown = new Operation.MakeDeltas(
                lab.mirror(), false, Map.of(ImageLab.SERIES, List.of(ImageLab.id(ImageLab.STAMPS.get(3)))), Map.of());
        ProblemException refused = assertThrows(ProblemException.class, () -> lab.run(unknown));
        assertEquals("plan.no-version", refused.problem().code());
        assertEquals(before, document());
    }

    @Test
    void pruningSaysWhichDeltasDependOnAnImage() throws Exception {
        lab.init(Map.of());
        lab.takeInAndPublish();
        Plan plan = lab.engine()
                .operations()
                .plan(new Operation.Prune(lab.mirror(), List.of(ImageLab.id(ImageLab.STAMPS.get(0))), 0), lab.job());
        assertFalse(plan.mayRun());
        assertTrue(plan.notices().stream()
                .anyMatch(n -> n.phrase().key().equals("prune.deltas")
                        && n.phrase().args().get("count").equals("4")));
    }

    @Test
    void anotherRepositoryIsFetchedByItsDeltas() throws Exception {
        lab.init(Map.of());
        lab.takeInAndPublish();
        try (TreeServer server = TreeServer.start(Published.tree(Path.of(lab.mirror())))) {
            String copy = temp.resolve("copy").toString();
            lab.init(copy, server.url().toString(), Map.of("series", ImageLab.SERIES));
            Operation.Update update = new Operation.Update(
                    copy, Optional.empty(), Optional.of(ImageLab.SERIES), false, List.of(), List.of());
            lab.run(update);
            lab.build(3);
            lab.takeInAndPublish();
            long before = server.bytesSent();
            Outcome outcome = lab.run(update);
            assertTrue(server.bytesSent() - before < 50_000, "sent " + (server.bytesSent() - before));
            assertTrue(outcome.figures().get("download.bytes") < 10_000);
            String file = ImageLab.id(ImageLab.STAMPS.get(3)) + ".img";
            assertEquals(-1, Files.mismatch(lab.path(file), Path.of(copy).resolve(file)));
            assertTrue(lab.engine().views().versions(copy).stream().allMatch(v -> v.state() == VersionState.SEALED));
        }
    }

    @Test
    void anUpstreamThatLiesAboutAnImageIsRefused() throws Exception {
        lab.init(Map.of());
        lab.takeInAndPublish();
        Path lie = lab.path(ImageLab.id(ImageLab.STAMPS.get(0)) + ".img");
        byte[] bytes = Files.readAllBytes(lie);
        bytes[1000] ^= 1;
        Files.delete(lie);
        Files.write(lie, bytes);
        try (TreeServer server = TreeServer.start(Published.tree(Path.of(lab.mirror())))) {
            String copy = temp.resolve("copy").toString();
            lab.init(copy, server.url().toString(), Map.of("series", ImageLab.SERIES));
            ProblemException refused = assertThrows(
                    ProblemException.class,
                    () -> lab.run(new Operation.Update(
                            copy, Optional.empty(), Optional.empty(), false, List.of(), List.of())));
            assertEquals("upstream.content", refused.problem().code());
            assertEquals(List.of(), lab.engine().views().versions(copy));
        }
    }

    @Test
    void aTreeOfTheOldProcedureIsTakenOver() throws Exception {
        lab.init(Map.of());
        lab.takeInAndPublish();
        String before = document();
        new ProcessBuilder("rm", "-r", lab.path(".tidemark").toString()).start().waitFor();
        lab.run(new Operation.Adopt(
                lab.mirror(),
                "puavo",
                "",
                io.tidemark.model.Upstream.none(),
                Optional.empty(),
                List.of(),
                false,
                Map.of()));
        assertEquals(
                Optional.of(ImageLab.id(ImageLab.STAMPS.get(2))),
                lab.engine()
                        .views()
                        .status(lab.mirror())
                        .config()
                        .channels()
                        .getFirst()
                        .target());
        lab.takeInAndPublish();
        assertEquals(before, document());
        lab.run(new Operation.Seal(lab.mirror(), List.of()));
        assertTrue(
                lab.engine().views().versions(lab.mirror()).stream().allMatch(v -> v.state() == VersionState.SEALED));
    }

    @Test
    void theBlockMapShowsWhereAnImageChanged() throws Exception {
        lab.init(Map.of());
        lab.takeInAndPublish();
        Images.BlockMap map = lab.engine()
                .images()
                .compare(
                        lab.mirror(),
                        ImageLab.id(ImageLab.STAMPS.get(0)),
                        ImageLab.id(ImageLab.STAMPS.get(1)),
                        lab.job());
        assertEquals(300_000, map.size());
        assertTrue(map.changed() >= 1900 && map.changed() <= 2100, "changed " + map.changed());
        long cells = map.permille().stream().filter(p -> p > 0).count();
        assertTrue(cells * map.cell() < 2300 + 2 * map.cell());
    }
}
